/** What the page gives the map, and hears of it. */
import type { UserId } from '../../../contract/ids.ts';
import type { PeopleCount } from '../../../contract/people-count.ts';
import type { Camera } from './chart-props.ts';
import type { MapLook } from './map-store.ts';
import type { SeenViewPlace } from './seen-view.ts';

/** What is kept of a map with its visit, so that coming back finds it as it was. */
export type MapPlace = {
  readonly camera: Camera;
  /** What it was fitted to, and is again in a view of any size: all of the map, or the branch of who was selected. Null: neither. */
  readonly fitted: 'whole' | 'branch' | null;
  /** Who was selected then. */
  readonly active: UserId;
};

export type MapViewProps = {
  /** Who is selected. */
  readonly active: UserId;
  /** Another one is on their way. */
  readonly isEntering: boolean;
  /** Whether they are marked as selected: on a row that is nobody's, nobody is. */
  readonly isMarked: boolean;
  /** The moment of the past that the tree shows: with another one the map is asked for again. Null: now. */
  readonly asOf: number | null;
  readonly visit: number;
  /** How the visit was left; null: it is new. */
  readonly kept: MapPlace | null;
  readonly look: MapLook;
  /** Who is in the spotlight, in words; '': nobody is. */
  readonly spotlightWords: string;
  /** How many the organisation has. */
  readonly everybody: PeopleCount;
  /** Where it tells what of it can be saved. */
  readonly view: SeenViewPlace;
  /** Told whenever the map has come to rest somewhere else. */
  readonly onPlace: (place: MapPlace) => void;
  /** Somebody was walked to. Resolves once the page is about them. */
  readonly onActivate: (id: UserId) => Promise<void>;
  /** Somebody was chosen: a step that can be taken back. */
  readonly onSelect: (id: UserId) => void;
  /** Somebody's page is wanted. */
  readonly onOpen: (id: UserId) => void;
  /** Somebody's chart is wanted. */
  readonly onChart: (id: UserId) => void;
};
