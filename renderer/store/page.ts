/**
 * The page that is shown and the person on it. Latest wins: a reply is applied only if the visit that asked for it
 * is still the one shown.
 */
import type { Call } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { isAway, isTokenRefused } from '../../contract/seen-of-server.ts';
import type { Page, PersonTab, ShownPage } from '../../contract/shown-page.ts';
import type { PeopleFilter, PeopleSort } from '../../contract/table.ts';
import { clockAhead } from './clock-ahead.ts';
import { filtered, usualOrder } from './gone-filters.ts';
import {
  canStep,
  currentVisit,
  type History,
  home,
  keepPlace,
  revise,
  samePlace,
  startHistory,
  stayAt,
  step,
  type VisitPlace,
  visit,
} from './history.ts';
import { idOf, type PersonState } from './person-state.ts';
import type { SliceOf } from './slice.ts';

export type PageSlice = {
  readonly history: History;
  /** What the visit shown knows of its person; null on other pages. */
  readonly person: PersonState | null;
  /** A page asked for from outside while no directory was open, or one was being opened. */
  readonly wanted: Page | null;
  readonly openPerson: (id: UserId, tab?: PersonTab) => void;
  /** Everybody, or those whom a filter leaves. */
  readonly openPeople: (filter?: Partial<PeopleFilter>) => void;
  /** Any page, from its beginning. */
  readonly openPage: (page: Page) => void;
  readonly goBack: () => void;
  readonly goForward: () => void;
  /** Gives up somebody who is being fetched: back to the page before. */
  readonly cancelOpening: () => void;
  readonly keepPlace: (visitKey: number, place: VisitPlace) => void;
  readonly showTab: (tab: PersonTab) => void;
  /** Filters or sorts the table of people otherwise, from its top. */
  readonly showTable: (change: { readonly filter?: Partial<PeopleFilter>; readonly sort?: PeopleSort }) => void;
  /** Asks the server first; what is shown stays until the answer is there. */
  readonly refreshPerson: () => void;
  /** The token is at hand that was not: what could not be fetched without it is asked for again. */
  readonly tokenCame: () => void;
  /**
   * The server is there again, or takes the token again, since then (milliseconds since 1970-01-01T00:00Z): what could not
   * be fetched without it is asked for again, once.
   */
  readonly serverCame: (since: number) => void;
  /** The person shown, anew from what is known: names around them are others now. */
  readonly reloadPerson: () => void;
  readonly retryReports: () => void;
  /** Draws the page that is shown once more, from its beginning. */
  readonly redrawPage: () => void;
  /** Goes back to where the window was before its page was loaded again, if that directory is still the one that is open. */
  readonly resume: (shown: ShownPage) => void;
  /** Forgets where one has been: another directory is open. */
  readonly resetPages: () => void;
  /** Asked for from outside, by a link: shown now, or once a directory is open. */
  readonly pageWanted: (page: Page) => void;
};

export function createPageSlice(call: Call): SliceOf<PageSlice> {
  return (set, get) => {
    let lastKey = 1;
    let lastAsk = 0;
    /** Of whom the server was asked again by itself: one whom it never answers about must not make it go on for ever. */
    let askedAgain: UserId | null = null;
    /** When the server was last missed for the page: that it was there before, as is told a moment later, is no news. */
    let missedAt = 0;

    const show = (history: History) => {
      const before = currentVisit(get().history).page;
      const { page } = currentVisit(history);
      askedAgain = null;
      // What was said of the page that is left would stand over the next one.
      get().clearNotice();
      if (before.view === 'person' && !samePlace(before, page)) void call('people.leave', null);
      if (page.view !== 'person') {
        set({ history, person: null });
        if (page.view === 'people') void get().readRecents();
        return;
      }
      set({ history, person: { state: 'loading', id: page.id } });
      void load(page.id, 'known');
    };

    const load = async (id: UserId, want: 'known' | 'fresh') => {
      lastAsk += 1;
      const ask = lastAsk;
      const answer = await call('people.open', { id, want });
      if (ask !== lastAsk) return;
      const { person } = get();
      if (person === null || idOf(person) !== id) return;
      if (!answer.ok || answer.value.trouble !== null) missedAt = Date.now() - clockAhead(get());
      if (answer.ok) {
        if (answer.value.source === 'server') askedAgain = null;
        const { history } = get();
        const { page } = currentVisit(history);
        const { id: own } = answer.value.user;
        // It may be known in another spelling than it was asked for in.
        const isRespelled = own !== id && page.view === 'person' && page.id === id;
        set({
          person: { state: 'shown', page: answer.value, refreshing: false, again: null },
          ...(isRespelled ? { history: revise(history, { page: { ...page, id: own } }) } : {}),
        });
        get().forgetPicture(own);
        get().reportPartsOutdated();
        void get().readRecents();
        get().personShown();
        return;
      }
      if (answer.failure.kind === 'cancelled') {
        if (person.state === 'shown') set({ person: { ...person, refreshing: false } });
        return;
      }
      if (person.state === 'shown') set({ person: { ...person, refreshing: false, again: answer.failure } });
      else set({ person: { state: 'failed', id, failure: answer.failure } });
    };

    const go = (page: Page) => {
      const { history } = get();
      const stayed = stayAt(history, page);
      if (stayed !== null) return set({ history: stayed });
      lastKey += 1;
      show(visit(history, page, lastKey));
    };

    return {
      history: startHistory(1),
      person: null,
      wanted: null,
      openPerson: (id, tab = 'overview') => go({ view: 'person', id, tab }),
      openPeople: (filter) => go(filter ? { view: 'people', ...filtered(usualOrder, filter) } : home),
      openPage: go,
      goBack: () => stepBy(-1),
      goForward: () => stepBy(1),
      cancelOpening: () => {
        if (get().person?.state !== 'loading') return;
        // The page that is left ends its own fetching.
        if (canStep(get().history, -1)) stepBy(-1);
        else go(home);
      },
      keepPlace: (visitKey, place) => {
        // By its key: a page that is being left says where it was when the next one is already shown.
        set({ history: keepPlace(get().history, visitKey, place) });
      },
      showTab: (tab) => {
        const { page } = currentVisit(get().history);
        if (page.view !== 'person') return;
        get().clearNotice();
        set({ history: revise(get().history, { page: { ...page, tab } }) });
      },
      showTable: ({ filter, sort }) => {
        const { page } = currentVisit(get().history);
        if (page.view !== 'people') return;
        const now = filtered(page, filter ?? {});
        const table = sort === undefined ? now.table : { ...now.table, sort };
        set({ history: revise(get().history, { page: { ...page, ...now, table }, scrollTop: 0 }) });
      },
      refreshPerson: () => {
        const { person } = get();
        if (person === null) return;
        const id = idOf(person);
        if (person.state === 'shown') set({ person: { ...person, refreshing: true } });
        else set({ person: { state: 'loading', id } });
        void load(id, 'fresh');
      },
      tokenCame: () => {
        const { person } = get();
        if (person === null) return;
        if (person.state === 'shown') {
          const lacked = [person.again, person.page.trouble].some((trouble) => trouble?.kind === 'token-needed');
          // Only what was asked to be fresh needs a token: it was wanted, and is now to be had.
          if (person.again?.kind === 'token-needed') set({ person: { ...person, again: null } });
          if (person.refreshing || lacked) get().refreshPerson();
          else void load(person.page.user.id, 'known');
          return;
        }
        if (person.state === 'failed' && person.failure.kind !== 'token-needed') return;
        set({ person: { state: 'loading', id: person.id } });
        void load(person.id, 'known');
      },
      serverCame: (since) => {
        const { person } = get();
        if (since < missedAt || person === null || person.state === 'loading' || askedAgain === idOf(person)) return;
        if (person.state === 'shown' && person.refreshing) return;
        const troubles = person.state === 'shown' ? [person.again, person.page.trouble] : [person.failure];
        const isOver = (trouble: Failure | null) => trouble !== null && (isAway(trouble) || isTokenRefused(trouble));
        if (!troubles.some(isOver)) return;
        askedAgain = idOf(person);
        get().refreshPerson();
      },
      reloadPerson: () => {
        const { person } = get();
        // A refresh that is under way brings the same, and must not be overtaken.
        if (person?.state === 'shown' && !person.refreshing) void load(person.page.user.id, 'known');
      },
      retryReports: () => {
        const { person } = get();
        if (person?.state !== 'shown') return;
        const reports = person.page.reports.map((entry) =>
          entry.state === 'failed' || entry.state === 'not-found' ? { state: 'waiting' as const, id: entry.id } : entry,
        );
        set({ person: { ...person, page: { ...person.page, reports } } });
        get().reportPartsOutdated();
        void call('people.retryReports', { id: person.page.user.id });
      },
      redrawPage: () => {
        // What is held may be what cannot be drawn.
        get().forgetProblems();
        lastKey += 1;
        show(revise(get().history, { key: lastKey }));
      },
      resume: ({ connection, page, scrollTop }) => {
        if (get().overview?.open?.connection.id !== connection) return;
        const start = startHistory(lastKey + 1);
        lastKey += 2;
        const reached = page.view === 'people' ? start : visit(start, page, lastKey);
        show(revise(reached, { page, scrollTop }));
      },
      resetPages: () => {
        lastKey += 1;
        lastAsk += 1;
        get().clearNotice();
        set({ history: startHistory(lastKey), person: null });
      },
      pageWanted: (page) => {
        if (!get().overview?.open || get().opening > 0) return set({ wanted: page });
        get().closeSearch();
        get().addAnother(false);
        go(page);
      },
    };

    function stepBy(by: 1 | -1): void {
      const { history } = get();
      const next = step(history, by);
      if (next !== history) show(next);
    }
  };
}
