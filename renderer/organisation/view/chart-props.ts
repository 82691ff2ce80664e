/** What the page gives the chart, and hears of it. */
import type { UserId } from '../../../contract/ids.ts';
import type { ChartShape } from '../../../contract/organisation.ts';
import type { Spotlight } from '../../../contract/organisation-spotlight.ts';
import type { SeenViewPlace } from './seen-view.ts';

/** The point of the chart in the middle of the view, and how large it is drawn: 1 is 100 %. */
export type Camera = { readonly x: number; readonly y: number; readonly k: number };

/** What is kept of a chart with its visit, so that coming back finds it as it was. */
export type ChartPlace = {
  readonly centre: UserId;
  readonly shape: ChartShape;
  /** Null: as a chart is first seen. */
  readonly camera: Camera | null;
};

export type ChartViewProps = {
  /** Who is selected. Somebody who is not in the chart becomes its centre. */
  readonly active: UserId;
  /** Another one is on their way. */
  readonly isEntering: boolean;
  /** Whether they are marked as selected: on a row that is nobody's, nobody is. */
  readonly isMarked: boolean;
  /** Which snapshot the tree shows: with another one the chart is asked for again, so that both are of one moment. */
  readonly snapshot: number;
  /** Who is marked as being in the spotlight. */
  readonly spotlight: Spotlight | undefined;
  /** The visit that is shown: each has a chart of its own. */
  readonly visit: number;
  /** How the visit was left; null: it is new. The chart then goes on from where it is. */
  readonly kept: ChartPlace | null;
  /** Where it tells what of it can be saved. */
  readonly view: SeenViewPlace;
  /** Told whenever the chart has come to rest somewhere else. */
  readonly onPlace: (place: ChartPlace) => void;
  /** Somebody was walked to in the chart. Resolves once the page is about them. */
  readonly onActivate: (id: UserId) => Promise<void>;
  /** Somebody was chosen in the chart: a step that can be taken back. */
  readonly onSelect: (id: UserId) => void;
  /** Somebody's page is wanted. */
  readonly onOpen: (id: UserId) => void;
};
