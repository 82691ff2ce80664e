/**
 * The rows of the open check as far as they are in view, and which of them the keys act on. A row never moves while answers
 * come, but a filter may let it in or out: the active one is followed by its place in the list.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { mostCheckRows } from '../../contract/bounds.ts';
import type { Call } from '../../contract/calls.ts';
import type { CheckFilter, CheckId, CheckRow, CheckRows } from '../../contract/check.ts';
import type { Failure } from '../../contract/failures.ts';
import {
  type InView,
  inside,
  nextAsk,
  type RowWindows,
  rowAt,
  viewAsk,
  windowOf,
  windowSize,
  withAnswer,
} from '../store/row-windows.ts';

/** Rows `[from, to)` among those shown. */
export type RowRange = { readonly from: number; readonly to: number };

export type RowsStore = {
  /** The filter that what is shown is of; null until the first answer. */
  readonly shownFilter: CheckFilter | null;
  /** `snapshot`: the version of the check. Null until the first answer. */
  readonly shown: { readonly snapshot: number; readonly total: number } | null;
  readonly windows: RowWindows<CheckRow>;
  /** Among the rows that are shown. */
  readonly active: number | null;
  readonly selected: RowRange | null;
  readonly failure: Failure | null;
  /** Shows rows of a check. */
  readonly showRows: (id: CheckId, filter: CheckFilter) => void;
  /** The answers are of this version now: what is in view is asked for again. */
  readonly follow: (version: number) => void;
  /** Asks again for rows that could not be had. */
  readonly retry: () => void;
  readonly lookAt: (inView: InView) => void;
  readonly activate: (active: number) => void;
  /** Selects from where the keys act, or a range began, to a row. */
  readonly extendTo: (row: number) => void;
  readonly selectAll: () => void;
  readonly selectNone: () => void;
  /** The page is left; where the keys acted is remembered. */
  readonly leaveRows: () => void;
  /** Another directory is open. */
  readonly forgetRows: () => void;
};

const nothing = {
  shownFilter: null,
  shown: null,
  windows: new Map(),
  active: null,
  selected: null,
  failure: null,
} satisfies Partial<RowsStore>;

export function createRowsStore(call: Call): StoreApi<RowsStore> {
  return createStore<RowsStore>()((set, get) => {
    let inView: InView = { first: 0, last: 0 };
    let of: { readonly id: CheckId; readonly filter: CheckFilter } | null = null;
    /** What is shown has to be asked for again, whatever is held. */
    let isDue = false;
    let isFilling = false;
    /** Windows in which nearest names are not looked for yet. */
    const lacking = new Set<number>();
    let anchor: number | null = null;
    /** Of each check, the row that the keys acted on when its page was left. */
    const left = new Map<CheckId, { readonly filter: CheckFilter; readonly active: number }>();

    const lackingInView = () =>
      [...lacking].find((window) => window >= windowOf(inView.first) && window <= windowOf(inView.last));
    const next = () => {
      const { shown, windows, shownFilter } = get();
      if (isDue || shown === null || shownFilter !== of?.filter) return viewAsk(inView);
      const missing = nextAsk(windows, inView, shown);
      const window = lackingInView();
      if (missing !== null || window === undefined) return missing;
      return { offset: window * windowSize, limit: windowSize };
    };
    /** One question at a time, each about what is in view by then. */
    const fill = async () => {
      if (isFilling) return;
      isFilling = true;
      for (let ask = next(); of !== null && ask !== null; ask = next()) {
        isDue = false;
        const asked = of;
        const answer = await call('check.rows', {
          id: asked.id,
          filter: asked.filter,
          offset: ask.offset,
          limit: Math.min(ask.limit, mostCheckRows),
        });
        if (asked !== of) continue;
        if (!answer.ok) {
          set({ failure: answer.failure });
          break;
        }
        apply(asked.filter, answer.value);
        // One answer holds one window.
        if (answer.value.isLacking) lacking.add(windowOf(ask.offset));
        else lacking.delete(windowOf(ask.offset));
      }
      isFilling = false;
    };
    const apply = (filter: CheckFilter, { version, offset, rows, total }: Omit<CheckRows, 'isLacking'>) => {
      const { shown, shownFilter, windows, active, selected } = get();
      const isSame = shownFilter === filter;
      if (isSame && version < (shown?.snapshot ?? 0)) return;
      const place = isSame && active !== null ? rowAt(windows, active)?.place : undefined;
      const now = withAnswer(isSame ? windows : new Map(), { snapshot: version, offset, rows, total }, inView);
      set({
        shownFilter: filter,
        shown: { snapshot: version, total },
        windows: now,
        active:
          (place === undefined ? null : indexOf(now, version, place)) ??
          inside(isSame || shownFilter === null ? active : null, total),
        selected: isSame && shown?.total === total ? selected : null,
        failure: null,
      });
    };

    return {
      ...nothing,
      showRows: (id, filter) => {
        if (of?.id === id && of.filter === filter) return;
        const before = left.get(id);
        if (of?.id !== id) set({ ...nothing, active: before?.filter === filter ? before.active : null });
        of = { id, filter };
        lacking.clear();
        inView = { first: 0, last: inView.last - inView.first };
        anchor = null;
        isDue = true;
        void fill();
      },
      follow: (version) => {
        if (of === null || version <= (get().shown?.snapshot ?? 0)) return;
        isDue = true;
        void fill();
      },
      retry: () => {
        isDue = true;
        set({ failure: null });
        void fill();
      },
      lookAt: (seen) => {
        inView = seen;
        void fill();
      },
      activate: (active) => {
        anchor = null;
        set({ active, selected: null });
      },
      extendTo: (row) => {
        anchor ??= get().active ?? row;
        set({ active: row, selected: { from: Math.min(anchor, row), to: Math.max(anchor, row) + 1 } });
      },
      selectAll: () => {
        const total = get().shown?.total ?? 0;
        anchor = null;
        set({ selected: total === 0 ? null : { from: 0, to: total } });
      },
      selectNone: () => {
        anchor = null;
        set({ selected: null });
      },
      leaveRows: () => {
        const { active } = get();
        if (of !== null && active !== null) left.set(of.id, { filter: of.filter, active });
        of = null;
        set(nothing);
      },
      forgetRows: () => {
        left.clear();
        of = null;
        set(nothing);
      },
    };
  });
}

/** Where the row of a place is shown by now, of those that an answer of this version brought; null: it is not among them. */
function indexOf(windows: RowWindows<CheckRow>, version: number, place: number): number | null {
  for (const [window, { snapshot, rows }] of windows) {
    const nth = snapshot === version ? rows.findIndex((row) => row.place === place) : -1;
    if (nth >= 0) return window * windowSize + nth;
  }
  return null;
}
