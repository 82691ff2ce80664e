/** What one frame of a chart is drawn from. */
import type { Sha256, UserId } from '../../../contract/ids.ts';
import type { Member } from '../../../contract/organisation.ts';
import type { Item } from '../../../contract/organisation-items.ts';
import type { Size } from './camera.ts';
import type { ChartLinks } from './chart-links.ts';
import type { Camera } from './chart-props.ts';
import type { TextFitter } from './fit-text.ts';
import type { IconPaths } from './icon-paths.ts';
import type { Palette } from './palette.ts';
import type { Strip } from './strips.ts';

export type Scene = {
  readonly items: readonly Item[];
  readonly links: ChartLinks;
  readonly centre: number;
  readonly active: number;
  /** Whether the active person and the centre are marked. */
  readonly isMarked: boolean;
  /** What the mouse is over, by its place among the items; -1: nothing that can be pressed. */
  readonly hovered: number;
  readonly memberOf: (key: number) => Member | undefined;
  /** The newest that is known of somebody's picture. */
  readonly pictureOf: (id: UserId, picture: Sha256 | null) => HTMLCanvasElement | null;
};

/** What the page lends to a drawing, whatever is drawn. */
export type Pen = {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly icons: IconPaths;
  readonly text: TextFitter;
  /** The page's typefaces, as a font names them. */
  readonly family: string;
  readonly camera: Camera;
  readonly size: Size;
  /** What of it is drawn; left out: all of it. */
  readonly strip?: Strip | undefined;
};
