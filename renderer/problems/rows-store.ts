/**
 * The problems of one kind as far as they are in view, which of them the keys act on and which are selected. Rows come and go as
 * the data changes: those that are active or selected are followed by their subjects.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { mostProblemRows, mostSubjects } from '../../contract/bounds.ts';
import type { Call } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { MeantProblems, ProblemRow, ProblemRows, ProblemSubject } from '../../contract/problems.ts';
import type { ProblemList } from '../../contract/shown-page.ts';
import {
  type InView,
  inside,
  nextAsk,
  type RowWindows,
  rowAt,
  viewAsk,
  windowSize,
  withAnswer,
} from '../store/row-windows.ts';

/** All that the list has, or some of it. */
export type Selected = 'all' | ReadonlySet<ProblemSubject>;

export type RowsStore = {
  /** The list that what is shown is of; null until the first answer. */
  readonly shownList: ProblemList | null;
  /** `snapshot`: the version of the problems. Null until the first answer. */
  readonly shown: { readonly snapshot: number; readonly total: number } | null;
  readonly windows: RowWindows<ProblemRow>;
  /** Among the rows that are shown. */
  readonly active: number | null;
  readonly selected: Selected;
  readonly failure: Failure | null;
  readonly showRows: (list: ProblemList) => void;
  /** The problems are of this version now: what is in view is asked for again. */
  readonly follow: (version: number) => void;
  /** Asks again for what is in view, whatever is held. */
  readonly readAgain: () => void;
  readonly lookAt: (inView: InView) => void;
  readonly activate: (active: number) => void;
  /** Selects from where the keys act, or a range began, to a row. False: not as far, since one call could not name them. */
  readonly extendTo: (row: number) => Promise<boolean>;
  /** Selects one row, or not. False: as it was, since one call could not name those that would be selected. */
  readonly toggle: (row: number) => Promise<boolean>;
  readonly selectAll: () => void;
  readonly selectNone: () => void;
  /** Those selected, or else the one that the keys act on; null: neither. */
  readonly meant: () => MeantProblems | null;
  /** The page is left; where the keys acted, and what was selected, is remembered. */
  readonly leaveRows: () => void;
  /** Another directory is open. */
  readonly forgetRows: () => void;
};

const none: ReadonlySet<ProblemSubject> = new Set();
const nothing = {
  shownList: null,
  shown: null,
  windows: new Map(),
  active: null,
  selected: none,
  failure: null,
} satisfies Partial<RowsStore>;

export function createRowsStore(call: Call): StoreApi<RowsStore> {
  return createStore<RowsStore>()((set, get) => {
    let inView: InView = { first: 0, last: 0 };
    let of: ProblemList | null = null;
    /** What is shown has to be asked for again, whatever is held. */
    let isDue = false;
    let isFilling = false;
    /** Where the range that is being selected began, and what was selected before it; null: none is. */
    let range: { readonly anchor: number; readonly before: ReadonlySet<ProblemSubject> } | null = null;
    /** Grows with each row that a range is extended to: only the last counts. */
    let extended = 0;
    /** Of each list, how it was left. */
    const left = new WeakMap<ProblemList, Pick<RowsStore, 'active' | 'selected'>>();

    const ask = (list: ProblemList, offset: number, limit: number) =>
      call('problems.rows', { ...list, offset, limit: Math.min(limit, mostProblemRows) });
    const next = () => {
      const { shown, windows, shownList } = get();
      if (isDue || shown === null || shownList !== of) return viewAsk(inView);
      return nextAsk(windows, inView, shown);
    };
    /** One question at a time, each about what is in view by then. */
    const fill = async () => {
      if (isFilling) return;
      isFilling = true;
      for (let wanted = next(); of !== null && wanted !== null; wanted = next()) {
        isDue = false;
        const asked = of;
        const answer = await ask(asked, wanted.offset, wanted.limit);
        if (asked !== of) continue;
        if (!answer.ok) {
          set({ failure: answer.failure });
          break;
        }
        apply(asked, answer.value);
      }
      isFilling = false;
    };
    const apply = (list: ProblemList, { version, offset, rows, total }: ProblemRows) => {
      const { shown, shownList, windows, active } = get();
      const isSame = shownList === list;
      if (isSame && version < (shown?.snapshot ?? 0)) return;
      const subject = isSame && active !== null ? rowAt(windows, active)?.subject : undefined;
      const now = withAnswer(isSame ? windows : new Map(), { snapshot: version, offset, rows, total }, inView);
      const place = subject === undefined ? null : placeOf(now, version, subject);
      set({
        shownList: list,
        shown: { snapshot: version, total },
        windows: now,
        active: place ?? inside(active, total),
        failure: null,
      });
    };
    /** The subjects of rows `[from, to)`: those that are not held are asked for. Null: that failed, or another list is shown. */
    const subjectsIn = async (from: number, to: number): Promise<ProblemSubject[] | null> => {
      const list = of;
      const held = Array.from({ length: to - from }, (_, nth) => rowAt(get().windows, from + nth)?.subject);
      if (list === null) return null;
      for (let at = held.indexOf(undefined); at >= 0; at = held.indexOf(undefined)) {
        const answer = await ask(list, from + at, held.length - at);
        if (!answer.ok || list !== of) return null;
        const { rows } = answer.value;
        if (rows.length === 0) return held.filter((one) => one !== undefined);
        held.splice(at, rows.length, ...rows.slice(0, held.length - at).map(({ subject }) => subject));
      }
      return held.filter((one) => one !== undefined);
    };
    const picked = (): ReadonlySet<ProblemSubject> => {
      const { selected } = get();
      return selected === 'all' ? none : selected;
    };

    return {
      ...nothing,
      showRows: (list) => {
        if (of === list) return;
        const isOther = of?.kind !== list.kind;
        if (of !== null) left.set(of, { active: get().active, selected: get().selected });
        const before = left.get(list) ?? { active: null, selected: none };
        set({ ...(isOther ? nothing : {}), ...before });
        of = list;
        range = null;
        inView = { first: 0, last: inView.last - inView.first };
        isDue = true;
        void fill();
      },
      follow: (version) => {
        if (of === null || version === get().shown?.snapshot) return;
        isDue = true;
        void fill();
      },
      readAgain: () => {
        isDue = true;
        set({ failure: null });
        void fill();
      },
      lookAt: (seen) => {
        inView = seen;
        void fill();
      },
      activate: (active) => {
        range = null;
        extended += 1;
        set({ active });
      },
      extendTo: async (row) => {
        range ??= { anchor: get().active ?? row, before: picked() };
        const { anchor, before } = range;
        const furthest = row > anchor ? anchor + mostSubjects - 1 : anchor - mostSubjects + 1;
        const to = row > anchor ? Math.min(row, furthest) : Math.max(row, furthest);
        extended += 1;
        const own = extended;
        set({ active: row });
        const subjects = await subjectsIn(Math.min(anchor, to), Math.max(anchor, to) + 1);
        if (subjects === null || own !== extended) return true;
        const all = [...new Set([...before, ...subjects])];
        set({ selected: new Set(all.slice(-mostSubjects)) });
        return to === row && all.length <= mostSubjects;
      },
      toggle: async (row) => {
        const subject = rowAt(get().windows, row)?.subject;
        const total = get().shown?.total ?? 0;
        if (subject === undefined) return true;
        range = null;
        extended += 1;
        set({ active: row });
        if (get().selected === 'all' && total > mostSubjects) return false;
        const before = get().selected === 'all' ? await subjectsIn(0, total) : [...picked()];
        if (before === null) return true;
        const others = before.filter((one) => one !== subject);
        if (others.length === before.length && before.length >= mostSubjects) return false;
        set({ selected: new Set(others.length < before.length ? others : [...before, subject]) });
        return true;
      },
      selectAll: () => {
        range = null;
        extended += 1;
        if ((get().shown?.total ?? 0) > 0) set({ selected: 'all' });
      },
      selectNone: () => {
        range = null;
        extended += 1;
        set({ selected: none });
      },
      meant: () => {
        const { selected, active, windows, shownList: list } = get();
        if (list === null) return null;
        const { kind, filter } = list;
        if (selected === 'all') return { kind, of: filter };
        const at = active === null ? undefined : rowAt(windows, active)?.subject;
        if (selected.size === 0 && at === undefined) return null;
        return { kind, of: { subjects: selected.size > 0 ? [...selected] : [at ?? 0] } };
      },
      leaveRows: () => {
        if (of !== null) left.set(of, { active: get().active, selected: get().selected });
        of = null;
        set(nothing);
      },
      forgetRows: () => {
        const list = of;
        of = null;
        set(nothing);
        if (list !== null) get().showRows(list);
      },
    };
  });
}

/** Where the row of a subject is by now, of those that an answer of this version brought; null: it is not among them. */
function placeOf(windows: RowWindows<ProblemRow>, version: number, subject: ProblemSubject): number | null {
  for (const [window, { snapshot, rows }] of windows) {
    const nth = snapshot === version ? rows.findIndex((row) => row.subject === subject) : -1;
    if (nth >= 0) return window * windowSize + nth;
  }
  return null;
}
