/**
 * The table of people as far as it is in view. What is shown always comes from one snapshot or is being replaced by
 * it; an answer to a view that is no longer looked at, or of an older snapshot, is dropped.
 */
import type { Call, CallInput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { usualView } from '../../contract/people-view.ts';
import type { PeopleView, PeopleWindow } from '../../contract/table.ts';
import { createLeftRows } from './left-rows.ts';
import { type InView, inside, nextAsk, rowAt, viewAsk, withAnswer } from './row-windows.ts';
import type { SliceOf } from './slice.ts';
import { between, selectedIn, type TableWindows, withRange, withSelected } from './table-windows.ts';

export type Table = {
  /** What is looked at; what is shown may still be the view before. */
  readonly view: PeopleView;
  /** The view that what is shown is of; null until the first answer. */
  readonly shownView: PeopleView | null;
  /** Whether what is shown is kept as it is now: the page is open, and was answered since. */
  readonly isFollowed: boolean;
  /** Null until the first answer. */
  readonly shown: Pick<
    PeopleWindow,
    'snapshot' | 'total' | 'counts' | 'known' | 'selected' | 'selectedElsewhere' | 'below'
  > | null;
  readonly windows: TableWindows;
  /** The place that the keys act on, and the other end of a range that is being selected. */
  readonly active: number | null;
  readonly anchor: number | null;
  /** Why nothing could be read. */
  readonly failure: Failure | null;
};

export type SelectChange = { readonly from: number; readonly to: number; readonly selected: boolean };

export type TableSlice = {
  readonly table: Table;
  /** Shows a view, from its top where it is another than before. */
  readonly showView: (view: PeopleView) => void;
  readonly lookAt: (inView: InView) => void;
  /** The page is left: nothing is asked for any more. */
  readonly leaveTable: () => void;
  /** People may have changed: what is in view is asked for again, at most once a second. */
  readonly refreshTable: () => void;
  readonly forgetTable: () => void;
  readonly activate: (active: number | null, anchor?: number | null) => void;
  readonly select: (changes: readonly SelectChange[], anew?: boolean) => Promise<void>;
  /**
   * Selects from where the keys act, or a range that is being selected began, to a place. Extended again, the range grows or
   * shrinks: who is no longer in it is selected or not as before the range.
   */
  readonly extendTo: (place: number) => Promise<void>;
};

const nothing: Table = {
  view: usualView,
  shownView: null,
  isFollowed: false,
  shown: null,
  windows: new Map(),
  active: null,
  anchor: null,
  failure: null,
};
const refreshEveryMs = 1000;

export function createTableSlice(call: Call): SliceOf<TableSlice> {
  return (set, get) => {
    let inView: InView = { first: 0, last: 0 };
    let isOpen = false;
    let isBusy = false;
    /** What is shown has to be asked for again, whatever the windows say. */
    let isDue = false;
    let refreshedAt = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** When it goes off. */
    let timerDue = 0;
    const left = createLeftRows();
    /** Who is looked for in a view that is come back to. */
    let sought: UserId | undefined;
    /** Ranges are told apart by the main process, which may have known a page before this one. */
    let lastRange = Date.now();
    /** The range that is being selected, and who of those held was selected before it; null: none is. */
    let range: { readonly number: number; readonly kept: ReadonlySet<UserId> } | null = null;
    /** Grows when something is selected. */
    let selects = 0;
    /** Grows when all is forgotten: answers from before are of another directory. */
    let era = 0;

    const patch = (change: Partial<Table>) => set({ table: { ...get().table, ...change } });

    const next = () => {
      const { view, shown, shownView, windows } = get().table;
      if (isDue || shown === null || shownView !== view) return viewAsk(inView);
      return nextAsk(windows, inView, shown);
    };

    /** One question at a time, each about what is in view by then: nobody waits for rows that have flown by. */
    const fill = async () => {
      if (isBusy) return;
      isBusy = true;
      for (let ask = next(); isOpen && ask !== null; ask = next()) {
        isDue = false;
        const { view, windows, active, anchor } = get().table;
        const followed = [active, anchor].map((place) => (place === null ? undefined : rowAt(windows, place)?.id));
        if (get().table.shownView !== view) followed[0] = sought;
        const follow = followed.filter((id): id is UserId => id !== undefined);
        const asked = era;
        const before = selects;
        const answer = await call('people.list', { view, ...ask, follow });
        if (asked !== era || view !== get().table.view) continue;
        if (before !== selects) {
          // It may not know what was selected meanwhile, and would take the marks away for a moment.
          isDue = true;
          continue;
        }
        if (!answer.ok) {
          patch({ failure: answer.failure });
          break;
        }
        apply(view, answer.value, followed, { active, anchor });
      }
      isBusy = false;
    };

    const apply = (
      view: PeopleView,
      answer: PeopleWindow,
      followed: readonly (UserId | undefined)[],
      before: Pick<Table, 'active' | 'anchor'>,
    ) => {
      const { table } = get();
      const isSame = table.shownView === view && table.shown !== null;
      if (isSame && answer.snapshot < (table.shown?.snapshot ?? 0)) return;
      const { snapshot, total, counts, known, selected, selectedElsewhere, below, places } = answer;
      const isStill = table.active === before.active && table.anchor === before.anchor;
      const hasMoved = isStill && snapshot !== table.shown?.snapshot && (isSame || table.active !== null);
      const moved = [...places];
      const [active = null, anchor = null] = followed.map((id) => (id === undefined ? undefined : moved.shift()));
      patch({
        shownView: view,
        isFollowed: isOpen,
        shown: { snapshot, total, counts, known, selected, selectedElsewhere, below },
        windows: withAnswer(isSame ? table.windows : new Map(), answer, inView),
        ...(hasMoved ? { active: active ?? inside(table.active, total), anchor } : {}),
        failure: null,
      });
      if (answer.isOutdated) refreshIn(counts === null ? 0 : untilNextRefresh());
    };

    const untilNextRefresh = () => Math.max(0, refreshedAt + refreshEveryMs - performance.now());

    const refreshIn = (wait: number) => {
      const due = performance.now() + wait;
      if (!isOpen || (timer !== undefined && timerDue <= due)) return;
      clearTimeout(timer);
      timerDue = due;
      timer = setTimeout(() => {
        timer = undefined;
        refreshedAt = performance.now();
        isDue = true;
        void fill();
      }, wait);
    };

    const sendSelected = async (snapshot: number, change: Omit<CallInput<'people.select'>, 'snapshot'>) => {
      selects += 1;
      const answer = await call('people.select', { snapshot, ...change });
      const now = get().table.shown;
      if (answer.ok && now?.snapshot === snapshot) patch({ shown: { ...now, selected: answer.value.selected } });
      // What was marked ahead of the answer is only a guess where the snapshot was no longer kept.
      isDue = true;
      void fill();
    };

    return {
      table: nothing,
      showView: (view) => {
        isOpen = true;
        if (view !== get().table.view) {
          left.note(get().table);
          inView = { first: 0, last: inView.last - inView.first };
          const before = left.of(view);
          sought = before?.id;
          patch({ view, active: before?.place ?? null, anchor: null });
        }
        // What was held when the page was left may be old.
        isDue = true;
        void fill();
      },
      lookAt: (seen) => {
        inView = seen;
        if (isOpen) void fill();
      },
      leaveTable: () => {
        isOpen = false;
        clearTimeout(timer);
        timer = undefined;
        patch({ isFollowed: false });
      },
      refreshTable: () => refreshIn(untilNextRefresh()),
      forgetTable: () => {
        era += 1;
        set({ table: { ...nothing, view: get().table.view } });
        if (isOpen) void fill();
      },
      activate: (active, anchor = null) => {
        range = null;
        patch({ active, anchor });
      },
      select: async (changes, anew = false) => {
        const { shown } = get().table;
        if (shown === null) return;
        let { windows } = get().table;
        if (anew) windows = withSelected(windows, 0, shown.total, false);
        for (const { from, to, selected } of changes) windows = withSelected(windows, from, to, selected);
        range = null;
        patch({ windows });
        await sendSelected(shown.snapshot, { anew, changes: [...changes], range: null });
      },
      extendTo: async (place) => {
        const { shown, windows, active, anchor } = get().table;
        if (shown === null) return;
        const from = anchor ?? active ?? place;
        if (range === null || anchor === null) {
          lastRange += 1;
          range = { number: lastRange, kept: selectedIn(windows) };
        }
        const now = between(from, place);
        patch({
          windows: withRange(windows, { before: between(from, active ?? from), now, kept: range.kept }),
          active: place,
          anchor: from,
        });
        const changes = [{ ...now, selected: true }];
        await sendSelected(shown.snapshot, { anew: false, changes, range: range.number });
      },
    };
  };
}
