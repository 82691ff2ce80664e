/**
 * The tree of the organisation as far as it is in view, and who is active in it. What is shown always comes from one
 * snapshot as it is opened, or is being replaced by that; the active person is followed through every change.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call, CallInput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { MapColour } from '../../contract/organisation-map.ts';
import { everySecond } from '../store/every-second.ts';
import { type InView, nextAsk, rowAt, viewAsk } from '../store/row-windows.ts';
import { createAbove, rowOfLeader } from './above.ts';
import { rowTyped, type TypedInTree } from './row-typed.ts';
import {
  answered,
  followed,
  type Left,
  leftWith,
  noTree,
  personOf,
  type RevealAt,
  rowAbove,
  type Shining,
  spotlightOf,
  type Tree,
} from './tree-state.ts';

export type OpenWhat = CallInput<'organisation.open'>['what'];

export type OrganisationStore = Tree & {
  /** Shows somebody, with all that encloses them open; null: who was active last. */
  readonly enter: (id: UserId | null, at?: RevealAt) => Promise<void>;
  /** What is entered next is shown as of another moment; null: as it is now. Says whether it is another one. */
  readonly turnTo: (asOf: number | null) => boolean;
  readonly lookAt: (inView: InView) => void;
  /** People may have changed: asked again, at most once a second. */
  readonly refresh: () => void;
  /** The page is left: nothing is asked for any more. */
  readonly leave: () => void;
  /** Another directory is open. */
  readonly forget: () => void;
  /** `isGoneTo`: as a step that can be taken back, which is the page's to make. */
  readonly activate: (row: number, isGoneTo?: boolean) => void;
  /** Remembers how a visit is left. */
  readonly keep: (visitKey: number, change: Partial<Left>) => void;
  /** Nobody is in the spotlight then. */
  readonly showMapColour: (colour: MapColour) => void;
  readonly aim: (isAiming: boolean) => void;
  readonly shine: (spotlight: Shining | null) => void;
  /** Brings the active row into view. */
  readonly revealActive: () => void;
  /** Opens or closes around a row; settles once that is shown. Gives why it could not be done, or null. */
  readonly open: (row: number, what: OpenWhat) => Promise<Failure | null>;
  /** The row that the active one is shown under; null: there is none. */
  readonly findAbove: () => Promise<number | null>;
  /** The row whose name begins with what is typed; null: none does. `isNext`: the active one comes last. */
  readonly typed: (typed: TypedInTree) => Promise<number | null>;
};

/** A newer organisation is there by then. */
const againMs = 1000;

export function createOrganisationStore(call: Call): StoreApi<OrganisationStore> {
  return createStore<OrganisationStore>()((set, get) => {
    let inView: InView = { first: 0, last: 0 };
    let isOpen = false;
    /** What is shown has to be asked for again, whatever is held. */
    let isDue = false;
    let isFilling = false;
    const waiting: (() => void)[] = [];
    /** Grows when rows are opened or closed: an answer from before shows others. `shownOpened`: that of what is held. */
    let opened = 0;
    let shownOpened = 0;
    let closed: number | null = null;
    /** Grows when all is forgotten. */
    let era = 0;
    let entering = 0;
    const above = createAbove(call, (names) => set({ above: names }));

    const next = () => {
      const { shown, windows } = get();
      return isDue || shown === null ? viewAsk(inView) : nextAsk(windows, inView, shown);
    };
    const settle = () => {
      for (const resolve of waiting.splice(0)) resolve();
    };
    /** One question at a time, each about what is in view by then. */
    const fill = async () => {
      if (isFilling) return;
      isFilling = true;
      for (let ask = next(); isOpen && ask !== null; ask = next()) {
        isDue = false;
        const { active, shown, spotlight } = get();
        const follow = followed(get(), inView);
        const asked = { opened, era, first: inView.first };
        const ids = [follow.active, follow.first].filter((id): id is UserId => id !== null);
        const answer = await call('organisation.rows', { ...ask, follow: ids, ...spotlightOf(spotlight) });
        if (asked.era !== era || asked.opened !== opened) {
          isDue = true;
          continue;
        }
        if (!answer.ok) {
          if (answer.failure.kind === 'cancelled') refresh();
          else set({ failure: answer.failure });
          break;
        }
        if (answer.value.asOf !== get().asOf) {
          // The thread that knew the moment was lost, and another one began.
          void get().enter(follow.active, 'near');
          break;
        }
        const isNews = answer.value.snapshot !== shown?.snapshot;
        const isStill = active === get().active;
        // Of another snapshot the row that was made active since may be another one.
        if (isNews && !isStill) isDue = true;
        const isLost = isStill && answer.value.places[0] === null && closed === null;
        const isOther = shownOpened !== opened;
        set(answered(get(), answer.value, inView, { follow, active, first: asked.first, isOther, closed }));
        shownOpened = opened;
        closed = null;
        above.of(personOf(get().active?.data), isNews);
        if (answer.value.isOutdated) refresh();
        settle();
        const { missing, isEntering } = get();
        // Who was not in it may have come.
        if (isNews && missing !== null && !isEntering) void get().enter(missing, 'near');
        // They report to somebody else now, or are gone.
        if (isLost && follow.active !== null) void get().enter(follow.active, 'near');
      }
      isFilling = false;
      settle();
    };
    const shownAgain = (): Promise<void> => {
      isDue = true;
      const isShown = new Promise<void>((resolve) => waiting.push(resolve));
      void fill();
      return isShown;
    };
    const refresh = everySecond(async () => {
      if (isOpen) await shownAgain();
    });
    const isStillMissing = (turn: number) => turn === entering && get().missing !== null;
    /** Each row says something else by it. */
    const shine = (spotlight: Shining | null) => {
      const isOther = spotlight !== get().spotlight;
      set({ spotlight, isAiming: false, matches: null });
      if (!isOther) return;
      opened += 1;
      if (isOpen) void shownAgain();
    };
    const reveal = (row: number, at: RevealAt) => set({ reveal: { nth: get().reveal.nth + 1, row, at } });

    return {
      ...noTree,
      enter: async (id, at = 'middle') => {
        const isOpening = !isOpen;
        isOpen = true;
        entering += 1;
        const turn = entering;
        const isOver = () => turn !== entering;
        const arrive = (change: Partial<Tree>) => set({ ...change, isEntering: false });
        set({ goneTo: id, isEntering: true });
        const look = await call('organisation.look', { id, isOpening, asOf: get().asOf });
        if (isOver()) return;
        if (!look.ok) return arrive({ failure: look.failure });
        const { totals, active, isThere } = look.value;
        set({ missing: isThere ? null : id, goneTo: isThere ? active : id, failure: null });
        if (active === null)
          return arrive({ totals, shown: { snapshot: 0, total: 0 }, windows: new Map(), active: null, above: [] });
        const path = await call('organisation.open', { id: active, what: 'path' });
        if (isOver()) return;
        if (!path.ok) return arrive({ failure: path.failure });
        opened += 1;
        const row = path.value.row ?? 0;
        const half = Math.ceil((inView.last - inView.first) / 2);
        inView = { first: Math.max(0, row - half), last: row + half };
        set({ active: { row, data: undefined } });
        await shownAgain();
        if (isOver()) return;
        reveal(get().active?.row ?? row, at);
        arrive({});
        // They may be in the one that is there in a moment: somebody who was just fetched is not in this one.
        if (!isThere && look.value.isOutdated) setTimeout(() => isStillMissing(turn) && get().enter(id, at), againMs);
      },
      turnTo: (asOf) => {
        if (asOf === get().asOf) return false;
        opened += 1;
        set({ asOf });
        return true;
      },
      lookAt: (seen) => {
        inView = seen;
        if (isOpen && get().shown !== null) void fill();
      },
      refresh: () => {
        if (isOpen) refresh();
      },
      leave: () => {
        isOpen = false;
        entering += 1;
        set({ goneTo: null, isEntering: false });
        void call('organisation.leave', { id: personOf(get().active?.data) });
      },
      forget: () => {
        era += 1;
        entering += 1;
        above.of(null, false);
        set(noTree);
      },
      activate: (row, isGoneTo = false) => {
        const data = rowAt(get().windows, row);
        // A walk ends the arrival: the visit is left where it led.
        set({ active: { row, data }, missing: null, isEntering: false, ...(isGoneTo && { goneTo: personOf(data) }) });
        above.of(personOf(data), false);
        reveal(row, 'near');
      },
      keep: (visitKey, change) => set({ left: leftWith(get().left, visitKey, change) }),
      showMapColour: (mapColour) => {
        set({ mapColour });
        shine(null);
      },
      aim: (isAiming) => set({ isAiming }),
      shine,
      revealActive: () => {
        const { active } = get();
        if (active !== null) reveal(active.row, 'middle');
      },
      open: async (row, what) => {
        const data = rowAt(get().windows, row);
        if (data === undefined) return null;
        const answer = await call('organisation.open', { id: personOf(data), what });
        if (!answer.ok) return answer.failure;
        opened += 1;
        if (what === 'close' || what === 'close-below') closed = row;
        await shownAgain();
        return null;
      },
      findAbove: async () => {
        const held = rowAbove(get());
        const id = personOf(get().active?.data);
        return held !== null || id === null ? held : rowOfLeader(call, id);
      },
      typed: (typed) => rowTyped(call, get, typed),
    };
  });
}
