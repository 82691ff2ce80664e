/** What of the view can be saved as it is seen. The view that is shown gives it while it is there. */
import type { ChartAsked } from '../../../contract/organisation.ts';
import type { MapRegion } from '../../../contract/organisation-map.ts';
import type { Drawing } from './use-canvas.ts';
import type { PictureOf } from './use-pictures.ts';

export type SeenView = {
  /** Of the chart that is shown; null: it is a map, or none has come yet. */
  readonly chart: () => ChartAsked | null;
  /** What of the map is on screen; null: it is a chart. */
  readonly region: () => MapRegion | null;
  readonly canvas: () => HTMLCanvasElement | null;
  /** What another canvas is drawn with, as this view is. */
  readonly lend: () => Drawing | null;
  readonly pictureOf: PictureOf;
};

/** Null: neither a chart nor a map is shown. */
export type SeenViewPlace = { current: SeenView | null };
