/** Assembles everything a person's page shows from what is stored, in one go and without asking anybody. */
import { mostEntries } from '../../contract/bounds.ts';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage, ReportEntry, ReportTotals } from '../../contract/person.ts';
import type { PictureTrouble } from '../../contract/picture.ts';
import { addressTrouble } from '../picture/pictures.ts';
import { contradictionsOf } from '../reading/contradictions.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import { fitPage } from './fit-page.ts';
import type { ReachReading } from './load-reach.ts';
import { reachOf } from './reach.ts';

const tokenNeeded: Failure = { kind: 'token-needed' };

/** How many peers a page names. */
const peersShown = 50;

/** How many of a loop it names. */
const loopShown = 12;

/** What every page of a connection is told from. */
export type PageBasis = {
  readonly store: DirectoryReads;
  /** Its origin. */
  readonly server: string;
  /** Why people could not be fetched, until they can; by id. Kept for this run only: a reason to look again later. */
  readonly failures: Map<UserId, Failure>;
  /** False while there is no token to ask with. */
  readonly canFetch: () => boolean;
};

export type PageNeeds = PageBasis & {
  /** Null until it is loaded; see load-reach.ts. */
  readonly reading: () => ReachReading | null;
  /** Of a list that is longer than a page may hold. */
  readonly totalsOf: (id: UserId) => ReportTotals | null;
};

export type PageSource = {
  readonly source: 'server' | 'local';
  readonly trouble: Failure | null;
};

/** Null where nothing is stored of the person. */
export function assemblePage(needs: PageNeeds, id: UserId, { source, trouble }: PageSource): PersonPage | null {
  const { store } = needs;
  const stored = store.user(id);
  const card = store.cards([id]).get(id);
  if (stored === null || card === undefined) return null;
  const { user, fetchedAt, notFoundSince, carried } = stored;
  const { reports: listed, duplicateReports: _, notIds, ...shown } = user;
  const first = listed.slice(0, mostEntries);
  const page = fitPage({
    user: shown,
    reach: reachOf(user, needs.server, needs.reading()),
    card,
    cover: user.coverImageUrl === null ? null : (store.pictureOf(user.coverImageUrl) ?? null),
    pictureTroubles: {
      profile: pictureTroubleOf(needs, user.profileImageUrl),
      cover: pictureTroubleOf(needs, user.coverImageUrl),
    },
    source,
    fetchedAt,
    trouble,
    notFoundSince,
    lines: store.linesToTop(id),
    leftBehind: store.leftBehindOf(id),
    loop: store.loopOf(id, loopShown),
    reports: reportEntries(needs, id, first, notIds.slice(0, mostEntries - first.length)),
    summary: store.summaryOf(id),
    peers: store.peersOf(id, peersShown),
    beside: store.besideOf(id),
    contradictions: contradictionsOf(user, carried),
    carried: [...carried],
    statusHistory: store.statusHistory(id),
    notFoundHistory: store.notFoundHistory(id),
  });
  const isAll = page.reports.length === listed.length + notIds.length;
  return { ...page, reportTotals: isAll ? null : needs.totalsOf(id) };
}

function pictureTroubleOf({ store, server }: PageNeeds, url: string | null): PictureTrouble | null {
  return url === null ? null : (addressTrouble(url, { server, hosts: [] }) ?? store.pictureTroubleOf(url));
}

/**
 * One entry for each id that the manager lists, in order, then what was no id. Somebody the server did not find, in this run or an earlier
 * one, is not asked for with every page; who is neither known, nor not found, nor failed is waiting.
 */
export function reportEntries(
  { store, failures, canFetch }: Pick<PageNeeds, 'store' | 'failures' | 'canFetch'>,
  manager: UserId,
  ids: readonly UserId[],
  notIds: readonly string[] = [],
): ReportEntry[] {
  const cards = store.cards(ids);
  return [
    ...ids.map((id): ReportEntry => {
      const card = cards.get(id);
      if (card !== undefined) return { state: 'known', id, card, isTheirs: store.isManagerOf(manager, id) };
      const since = store.notFoundSince(id);
      if (since !== null) return { state: 'not-found', id, since };
      // Without a token nobody is on the way, so nobody is waited for.
      const failure = canFetch() ? failures.get(id) : tokenNeeded;
      return failure === undefined ? { state: 'waiting', id } : { state: 'failed', id, failure };
    }),
    ...notIds.map((text): ReportEntry => ({ state: 'not-an-id', text })),
  ];
}
