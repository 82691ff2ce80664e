/** The map that is shown: what is in view and around it, and always the whole of it, coarsely. One question at a time. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure, Outcome } from '../../../contract/failures.ts';
import type { Colouring } from '../../../contract/map-tints.ts';
import { type Item, readItems } from '../../../contract/organisation-items.ts';
import type { MapAnswer, MapAsked, MapColour, MapShares } from '../../../contract/organisation-map.ts';
import type { Share, Spotlight } from '../../../contract/organisation-spotlight.ts';
import type { Size } from './camera.ts';
import type { Camera } from './chart-props.ts';
import { wholeOf } from './map-look.ts';
import { isEnough, type MapWindow, wholeWindow, windowAround } from './map-window.ts';

/** By what a map is coloured: by who is in the spotlight, where somebody is. */
export type MapLook = { readonly colour: MapColour; readonly spotlight: Spotlight | undefined };

/** Part of a map, as it was answered. */
export type MapPart = {
  readonly snapshot: number;
  readonly items: readonly Item[];
  readonly window: MapWindow;
  readonly look: MapLook;
  /** What the look colours by. */
  readonly colour: Colouring;
  /** What is counted of everybody; null: nobody is. */
  readonly tally: MapShares | null;
  /** The same of those below a heading, by its key. */
  readonly shares: ReadonlyMap<number, Share>;
};

export type MapState = {
  /** Null until the first answer. */
  readonly whole: MapPart | null;
  /** What is in view, and around it; null: not answered yet. */
  readonly near: MapPart | null;
  readonly extent: Size | null;
  readonly look: MapLook;
  /** How many have changed since what is shown. */
  readonly changes: number;
  readonly failure: Failure | null;
};

export type MapStore = StoreApi<MapState> & {
  /** Where one looks by now. */
  readonly look: (camera: Camera, size: Size) => void;
  readonly showLook: (look: MapLook) => void;
  /** What is shown is replaced by the newest. */
  readonly showLatest: () => void;
  /** People may have changed: what is shown may be outdated. */
  readonly check: () => void;
  readonly retry: () => void;
};

/** The scale of the first question, before it is known how large the map is. */
const firstScale = 0.05;
const farthest = 1e9;

export function createMapStore(
  ask: (asked: MapAsked) => Promise<Outcome<MapAnswer>>,
  look: MapLook,
  onWhole: (extent: Size, isFirst: boolean) => void,
): MapStore {
  const store = createStore<MapState>(() => ({
    whole: null,
    near: null,
    extent: null,
    look,
    changes: 0,
    failure: null,
  }));
  let looked: { readonly camera: Camera; readonly size: Size } | null = null;
  let isAsking = false;
  /** The page was come to: it begins with what is newest. */
  let isLatestDue = true;
  let isCheckDue = false;

  const fitting = (extent: Size, size: Size) => wholeWindow(extent, wholeOf(extent, size).k);

  /** What is asked for next; null: all is there. */
  const next = (): { readonly of: 'whole' | 'near'; readonly window: MapWindow } | null => {
    const { whole, near, extent, look: wanted } = store.getState();
    if (whole === null || extent === null) {
      return { of: 'whole', window: { region: { x: 0, y: 0, w: farthest, h: farthest }, scale: firstScale } };
    }
    if (looked === null || looked.size.w === 0) return null;
    const { camera, size } = looked;
    const isFit = near !== null && near.look === wanted && isEnough(near.window, camera, size);
    if (isLatestDue || !isFit) return { of: 'near', window: windowAround(camera, size) };
    const window = fitting(extent, size);
    const isSame = whole.snapshot === near.snapshot && whole.look === wanted && whole.window.scale === window.scale;
    return isCheckDue || !isSame ? { of: 'whole', window } : null;
  };

  const fill = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    for (let asked = next(); asked !== null; asked = next()) {
      const { of, window } = asked;
      const { look: wanted } = store.getState();
      const latest = isLatestDue;
      isLatestDue = false;
      isCheckDue = isCheckDue && of !== 'whole';
      const answer = await ask({ ...window, ...wanted, latest, find: null });
      if (!answer.ok) {
        isLatestDue = latest;
        store.setState({ failure: answer.failure });
        break;
      }
      const { extent, changes } = answer.value;
      const isFirst = store.getState().extent === null;
      const part = partOf(answer.value, window, wanted);
      store.setState({ [of]: part, extent, changes, failure: null });
      if (of === 'whole' || isFirst) onWhole(extent, isFirst);
    }
    isAsking = false;
  };

  return {
    ...store,
    look: (camera, size) => {
      looked = { camera, size };
      // What could not be had is asked for when that is wanted.
      if (store.getState().failure === null) void fill();
    },
    showLook: (next) => {
      store.setState({ look: next });
      void fill();
    },
    showLatest: () => {
      isLatestDue = true;
      void fill();
    },
    check: () => {
      isCheckDue = true;
      if (store.getState().failure === null) void fill();
    },
    retry: () => {
      store.setState({ failure: null });
      void fill();
    },
  };
}

export function partOf(
  { snapshot, items: bytes, shares: tally }: MapAnswer,
  window: MapWindow,
  look: MapLook,
): MapPart {
  const items = readItems(bytes);
  const colour = look.spotlight === undefined ? look.colour : 'spotlight';
  return { snapshot, items, window, look, colour, tally, shares: sharesOf(items, tally) };
}

function sharesOf(items: readonly Item[], tally: MapShares | null): ReadonlyMap<number, Share> {
  const shares = new Map<number, Share>();
  if (tally === null) return shares;
  const { headings } = tally;
  const numbers = new DataView(headings.buffer, headings.byteOffset, headings.byteLength);
  let at = 0;
  for (const { kind, key } of items) {
    if (kind !== 'heading' || at + 8 > headings.byteLength) continue;
    shares.set(key, { count: numbers.getInt32(at, true), of: numbers.getInt32(at + 4, true) });
    at += 8;
  }
  return shares;
}
