/**
 * The page of a person that one window has open: the local copy first where it will do, the server where it is wanted, and
 * the local copy again, marked with its age, where the server cannot be had. It follows what is stored while it is open.
 */

import { mostEntries } from '../../contract/bounds.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage, ReportEntry } from '../../contract/person.ts';
import type { Caller } from '../announce.ts';
import type { InBackground } from '../background.ts';
import { type Clock, isFresh } from '../clock.ts';
import type { Pictures } from '../picture/pictures.ts';
import { isTransient } from '../storage/is-transient.ts';
import type { News, NewsTable, Stored } from '../storage/news.ts';
import type { Recorder } from '../storage/recorder.ts';
import { createAroundPage } from './around-page.ts';
import { createArrivedReports } from './arrived-reports.ts';
import type { FetchPerson } from './fetch-person.ts';
import { createFollowing, type Followed } from './following.ts';
import { createReachLoader } from './load-reach.ts';
import { assemblePage, type PageBasis, type PageNeeds, type PageSource, reportEntries } from './page.ts';
import { createPagePictures, lackingPictures } from './page-pictures.ts';
import { createReportParts } from './report-parts.ts';
import { beginVisit, type SyncUnderWay, type Visit } from './visit.ts';

/** A page younger than this opens without asking the server. */
const pageFreshMs = 300_000;
/** A direct report's card younger than this is not fetched again with its manager's page. */
const cardFreshMs = 60 * 60_000;
/** How many cards a page refreshes, and how many pictures it asks for: what can be seen without much scrolling. */
const seenAPage = 80;

/** What all pages of a connection share. */
export type OpenPageNeeds = {
  readonly basis: PageBasis;
  readonly fetchPerson: FetchPerson;
  readonly recorder: Pick<Recorder, 'opened'>;
  readonly pictures: Pictures;
  readonly clock: Clock;
  readonly news: News;
  readonly sync: SyncUnderWay;
  readonly inBackground: InBackground;
};

export type OpenPage = {
  readonly open: (id: UserId, want: 'known' | 'fresh') => Promise<Outcome<PersonPage>>;
  /** A part of a long list of direct reports; who is lacking in it is fetched while the page is open. */
  readonly reports: (asked: ParsedInput<'people.reports'>) => CallOutput<'people.reports'>;
  /** Fetches again the direct reports whose last answer was a failure. */
  readonly retryReports: (id: UserId) => void;
  /** Ends the fetching for the page that was open, and what it follows. The window may open another. */
  readonly leave: () => void;
};

export function createOpenPage(needs: OpenPageNeeds, { window, announce }: Caller): OpenPage {
  const { basis, recorder, pictures, clock, news, sync, inBackground } = needs;
  const { store, canFetch, failures } = basis;
  const { fetchPictures, fetchCover } = createPagePictures({ store, pictures, announce });
  let visit: Visit | null = null;
  const around = createAroundPage(store);
  /** How the page that is open was come by, for telling it once more. */
  let told: PageSource | null = null;

  const fetchAndStore = (id: UserId, how: Omit<Parameters<FetchPerson>[1], 'window'>) =>
    needs.fetchPerson(id, { ...how, window });
  const parts = createReportParts(basis);
  const arrived = createArrivedReports({ store, parts, announce });
  const { reading, readyFor } = createReachLoader(store);
  const pageNeeds: PageNeeds = { ...basis, reading, totalsOf: parts.totals };
  const page = (id: UserId, source: PageSource): PersonPage | null => assemblePage(pageNeeds, id, source);

  const isOld = (fetchedAt: number): boolean => !isFresh(fetchedAt, clock.now(), cardFreshMs);

  const tellAgain = async (what: Followed) => {
    const shown = visit;
    if (shown === null) return;
    if (what === 'counts') return arrived.tell(shown.manager, shown.take(), true);
    await readyFor(shown.manager);
    const again = visit !== shown || told === null ? null : page(shown.manager, told);
    if (again === null) return;
    shown.take();
    around.tell(again);
    arrived.toldPage(again);
    announce('person.refreshed', again);
  };
  const following = createFollowing({ clock, inBackground, tell: tellAgain });

  /** Somebody was stored or missed for another reason: the page may wait for some of it, or say what does not hold any more. */
  const stored = ({ by, recorded, missed }: Stored) => {
    parts.changed();
    if (by === window || visit === null) return;
    // Not of everybody who is missed: one that is wanted for a page later is asked for then.
    for (const { id, failure } of missed) if (visit.isLeft(id)) failures.set(id, failure);
    const { manager, signal } = visit;
    const ids = [...recorded, ...missed].map(({ id }) => id);
    const turned = around.turned(ids);
    // With the reply of a manager it changes who somebody reports to.
    const isClaimed = recorded.some(({ change }) => change?.begun.includes(manager) || change?.ended.includes(manager));
    const isAll = isClaimed || ids.includes(manager) || !turned.every(around.isReport);
    visit.note(turned);
    const come = visit.synced(ids);
    following.want(isAll ? 'page' : 'counts');
    if (come.length > 0) inBackground('pictures', () => fetchPictures(come.slice(0, seenAPage), signal));
  };
  const unfetched = ({ id, failure }: NewsTable['unfetched']) => {
    if (visit?.isLeft(id) !== true) return;
    failures.set(id, failure);
    visit.note([id]);
    following.want('counts');
  };
  const syncChanged = () => {
    if (visit !== null && sync.growing() === null && canFetch()) inBackground('cards', visit.fetchLeft);
  };
  const ends: (() => void)[] = [];
  const follow = () => {
    if (ends.length > 0) return;
    ends.push(
      news.on('stored', stored),
      news.on('unfetched', unfetched),
      news.on('syncChanged', syncChanged),
      // Much around its person may be known now.
      news.on('completed', () => following.want('page')),
    );
  };

  const startVisit = (id: UserId): Visit => {
    follow();
    visit?.end();
    told = null;
    around.tell(null);
    visit = beginVisit({
      manager: id,
      fetchCard: async (report, signal): Promise<ReportEntry | null> => {
        const card = store.cards([report]).get(report);
        // The sync may have been faster.
        if (card === undefined || isOld(card.fetchedAt)) {
          const failure = await fetchAndStore(report, { signal, priority: 'later' });
          if (failure?.kind === 'cancelled') return null;
        }
        inBackground('picture', () => fetchPictures([report], signal));
        return reportEntries(basis, id, [report])[0] ?? null;
      },
      isUnderWay: sync.isUnderWay,
      entriesOf: (ids) => reportEntries(basis, id, ids),
      arrived: (manager, entries) =>
        inBackground('reports', () => arrived.tell(manager, entries, following.countsAreDue())),
      clock,
    });
    following.begin(visit.signal);
    return visit;
  };

  /**
   * Starts fetching what the page lacks; what is missing comes before what is merely old. Whom the sync fetches anyway is
   * left to it, but for those on screen, who are not to wait until it gets to them.
   */
  const complete = (shown: PersonPage, { signal, fetchCards, leaveToSync }: Visit): void => {
    around.tell(shown);
    arrived.toldPage(shown);
    const waiting = shown.reports.flatMap((entry) => (entry.state === 'waiting' ? [entry.id] : []));
    const old = shown.reports
      .slice(0, seenAPage)
      .flatMap((entry) =>
        entry.state === 'known' && entry.id !== shown.user.id && isOld(entry.card.fetchedAt) ? [entry.id] : [],
      );
    const growing = sync.growing();
    const own = growing === null ? waiting.length : growing === 'listing' ? 0 : seenAPage;
    leaveToSync(waiting.slice(own));
    if (canFetch()) inBackground('cards', () => fetchCards([...waiting.slice(0, own), ...old]));
    inBackground('pictures', () => fetchPictures(lackingPictures(shown).slice(0, seenAPage), signal));
    inBackground('cover', () => fetchCover(shown, signal));
  };

  /** Brings an old local page up to date behind the reader's back, and tells the page if it is still open. */
  const refreshBehind = async (id: UserId, open: Visit): Promise<void> => {
    const trouble = await fetchAndStore(id, { signal: open.signal, priority: 'now' });
    await readyFor(id);
    if (open.signal.aborted) return;
    told = { source: trouble === null ? 'server' : 'local', trouble };
    const refreshed = page(id, told);
    if (refreshed === null) return;
    announce('person.refreshed', refreshed);
    complete(refreshed, open);
  };

  return {
    open: async (asked, want) => {
      let id = asked;
      let open = startVisit(id);
      const stored = store.user(id);
      const isYoung = stored !== null && isFresh(stored.fetchedAt, clock.now(), pageFreshMs);
      let trouble: Failure | null = null;
      let source: 'server' | 'local' = 'local';
      if (stored === null || want === 'fresh') {
        trouble = await fetchAndStore(id, { signal: open.signal, priority: 'now' });
        if (trouble === null) source = 'server';
        else if (stored === null || trouble.kind === 'cancelled') return failed(trouble);
        // The server may spell the id otherwise, which is how it is stored then.
        id = store.idAsStored(asked);
        if (id !== asked && !open.signal.aborted) open = startVisit(id);
      }
      recorder.opened(id);
      // What failed for a passing reason may go well now: opening the page is asking again.
      for (const report of store.user(id)?.user.reports ?? []) {
        const failure = failures.get(report);
        if (failure !== undefined && isTransient(failure)) failures.delete(report);
      }
      await readyFor(id);
      if (open.signal.aborted) return failed({ kind: 'cancelled' });
      told = { source, trouble };
      const shown = page(id, told);
      if (shown === null) return failed({ kind: 'not-found', id });
      complete(shown, open);
      if (source === 'local' && trouble === null && !isYoung && canFetch())
        inBackground('refresh', () => refreshBehind(id, open));
      return succeeded(shown);
    },
    reports: (asked) => {
      const answer = parts.part(asked);
      const open = visit;
      if (open === null || open.manager !== asked.id) return answer;
      const waiting = answer.entries.flatMap((entry) => (entry.state === 'waiting' ? [entry.id] : []));
      if (sync.growing() === 'listing') open.leaveToSync(waiting);
      else if (canFetch()) inBackground('cards', () => open.fetchCards(waiting));
      const lacking = answer.entries.flatMap((entry) =>
        entry.state === 'known' && entry.card.picture === null ? [entry.id] : [],
      );
      inBackground('pictures', () => fetchPictures(lacking.slice(0, seenAPage), open.signal));
      return answer;
    },
    retryReports: (id) => {
      if (visit === null || visit.manager !== id) return;
      const reports = store.user(id)?.user.reports ?? [];
      const known = store.cards(reports);
      const again = reports.filter((report) => failures.has(report) || !known.has(report)).slice(0, mostEntries);
      const { fetchCards } = visit;
      if (canFetch()) inBackground('cards', () => fetchCards(again));
      else arrived.tell(id, reportEntries(basis, id, again), true);
    },
    leave: () => {
      visit?.end();
      visit = null;
      told = null;
      following.begin(null);
      for (const end of ends.splice(0)) end();
    },
  };
}
