/** The chart that is shown: asked for, one question at a time, the latest wins. What stands in it is the main process's. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure, Outcome } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Chart, ChartAsked, ChartShape } from '../../../contract/organisation.ts';
import { type Item, type ItemKind, readItems } from '../../../contract/organisation-items.ts';
import type { Spotlight } from '../../../contract/organisation-spotlight.ts';
import { boundsOf } from './camera.ts';
import { type ChartLinks, linkChart } from './chart-links.ts';
import { usualShape } from './chart-shape.ts';

export type DrawnChart = {
  /** What it is the answer to. */
  readonly asked: ChartAsked;
  readonly items: readonly Item[];
  readonly links: ChartLinks;
  /** The centre's key. */
  readonly centre: number;
  readonly cards: number;
  readonly isCut: boolean;
};

/** What keeps its place on the screen while another chart is drawn; `key` 0: nothing does. */
export type Anchor = { readonly kind: ItemKind; readonly key: number };

export type ChartState = {
  /** Whose chart is wanted. */
  readonly centre: UserId;
  readonly shape: ChartShape;
  readonly spotlight: Spotlight | undefined;
  /** The last that came; null: none has yet. */
  readonly chart: DrawnChart | null;
  /** The centre is in no organisation: nothing is known of them. */
  readonly isAbsent: boolean;
  readonly failure: Failure | null;
};

export type Wanted = Partial<Pick<ChartState, 'centre' | 'shape'>> & { readonly anchor?: Anchor | null };

export type ChartStore = StoreApi<ChartState> & {
  readonly show: (wanted: Wanted) => void;
  /** The same once more: people have changed. */
  readonly refresh: (anchor: Anchor) => void;
  /** The same, with others marked. */
  readonly shine: (spotlight: Spotlight | undefined) => void;
  /** The view is gone: nothing more is asked. */
  readonly stop: () => void;
  /** Resolves once nothing is asked for. */
  readonly settled: () => Promise<void>;
};

export type ChartStoreNeeds = {
  readonly ask: (asked: ChartAsked) => Promise<Outcome<Chart | null>>;
  /** Another chart is shown; `before` null: it is the first. */
  readonly onArrive: (before: DrawnChart | null, after: DrawnChart, anchor: Anchor | null) => void;
};

export function createChartStore(
  { ask, onArrive }: ChartStoreNeeds,
  first: Pick<ChartState, 'centre' | 'shape'> | UserId,
  spotlight?: Spotlight,
): ChartStore {
  const { centre: begun, shape: begunShape } = typeof first === 'string' ? { centre: first, shape: usualShape } : first;
  const store = createStore<ChartState>(() => ({
    ...{ centre: begun, shape: begunShape, spotlight },
    ...{ chart: null, isAbsent: false, failure: null },
  }));
  let isAsking = false;
  let again: { readonly anchor: Anchor | null } | null = null;
  let isStopped = false;

  const waiting: (() => void)[] = [];

  const fetch = async (anchor: Anchor | null): Promise<void> => {
    await fetchOnce(anchor);
    if (!isAsking) for (const resolve of waiting.splice(0)) resolve();
  };
  const fetchOnce = async (anchor: Anchor | null): Promise<void> => {
    if (isAsking) {
      again = { anchor };
      return;
    }
    isAsking = true;
    const { centre, shape, spotlight: lit } = store.getState();
    const answer = await ask({ centre, shape, spotlight: lit });
    isAsking = false;
    if (isStopped) return;
    if (again !== null) {
      const next = again;
      again = null;
      await fetchOnce(next.anchor);
      return;
    }
    if (!answer.ok) {
      store.setState({ failure: answer.failure });
      return;
    }
    if (answer.value === null) {
      store.setState({ isAbsent: true, failure: null });
      return;
    }
    const before = store.getState().chart;
    const chart = drawn({ centre, shape }, answer.value);
    store.setState({ chart, isAbsent: false, failure: null });
    onArrive(before, chart, anchor);
  };

  return {
    ...store,
    show: ({ centre, shape, anchor = null }) => {
      isStopped = false;
      store.setState((state) => ({ centre: centre ?? state.centre, shape: shape ?? state.shape }));
      void fetch(anchor);
    },
    refresh: (anchor) => void fetch(anchor),
    shine: (next) => {
      store.setState({ spotlight: next });
      const { chart } = store.getState();
      void fetch(chart === null ? null : { kind: 'card', key: chart.centre });
    },
    stop: () => {
      isStopped = true;
      again = null;
    },
    settled: () => (isAsking ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}

function drawn(asked: ChartAsked, { items: bytes, centre, cards, isCut }: Chart): DrawnChart {
  const items = readItems(bytes);
  const bounds = boundsOf(items) ?? { x: 0, y: 0, w: 1, h: 1 };
  return { asked, items, links: linkChart(items, bounds), centre, cards, isCut };
}

/** How far the anchored item moved from one chart to the other; null: it is not in both. Of a button that went: its card. */
export function movedBy(before: DrawnChart, after: DrawnChart, { kind, key }: Anchor): { x: number; y: number } | null {
  const find = ({ items }: DrawnChart, of: ItemKind) => items.find((item) => item.kind === of && item.key === key);
  for (const of of new Set<ItemKind>([kind, 'card'])) {
    const [from, to] = [find(before, of), find(after, of)];
    if (from !== undefined && to !== undefined) {
      return { x: to.x + to.w / 2 - from.x - from.w / 2, y: to.y + to.h / 2 - from.y - from.h / 2 };
    }
  }
  // A person who was behind a button, or beside the centre, has a card now, which stands where that was.
  const [from, to] = [before.items.find((item) => item.kind === kind && item.key === key), find(after, 'card')];
  return from === undefined || to === undefined
    ? null
    : { x: to.x + to.w / 2 - from.x - from.w / 2, y: to.y + to.h / 2 - from.y - from.h / 2 };
}
