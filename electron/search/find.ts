/**
 * People known so far who match a text, the one meant first: an id, an address or a username that is exactly what was
 * typed; then active before inactive before deleted, and among those, whole words of the name before beginnings
 * before anything else; and after all of them who was found by the beginning of an id, or by a slip of the finger.
 */
import { longestHandle } from '../../contract/bounds.ts';
import type { FoundPerson, MatchCounts, PersonCard } from '../../contract/person.ts';
import { Status } from '../../contract/user.ts';
import { shortened } from '../reading/read-notes.ts';
import type { PersonIds, PersonKey } from '../sqlite/person-ids.ts';
import { nobodyOfAny } from '../sqlite/status-order.ts';
import { becauseOf, type Contacts } from './because.ts';
import { type Candidates, createCandidates } from './candidates.ts';
import { createCountMatches } from './count-matches.ts';
import { fold } from './fold.ts';
import type { IndexTable } from './index-table.ts';
import type { Labels } from './labels.ts';
import { type Marked, type Meant, markWords } from './marks.ts';
import { inOrder } from './places.ts';
import { type Query, readQuery } from './query.ts';

export type FindNeeds = {
  readonly index: IndexTable;
  readonly labels: Labels;
  /** The people an id may mean, in any spelling. */
  readonly keysOf: PersonIds['findAll'];
  /** The people that links in a text name. */
  readonly linkedIn: (text: string) => readonly string[];
  /** Cards of those who are stored. */
  readonly cardsOf: (keys: readonly PersonKey[]) => ReadonlyMap<PersonKey, PersonCard>;
  readonly contactsOf: (key: PersonKey) => Contacts | null;
};

export type Wanted = {
  readonly text: string;
  /** Of this one alone; null: of any. */
  readonly status: Status | null;
  readonly limit: number;
};

export type FoundCounted = {
  readonly found: FoundPerson[];
  readonly first: readonly FoundPerson[];
  readonly counts: MatchCounts;
};

type Asked = Omit<Wanted, 'text'> & { readonly query: Query; readonly named: ReadonlySet<PersonKey> };

export function createFind({ index, labels, keysOf, linkedIn, cardsOf, contactsOf }: FindNeeds) {
  const candidatesFor = createCandidates({ index, labels });
  const countMatches = createCountMatches({ index, labels });

  const explained = (
    key: PersonKey,
    card: PersonCard,
    isNamed: boolean,
    query: Query,
    meant: Meant,
  ): FoundPerson | null => {
    const { marks, missing } =
      query.address === null ? marked(card.name, query, meant) : { marks: [], missing: query.words };
    if (marks.length > 0 && missing.length === 0 && !isNamed && !query.asksHandle)
      return { card, marks, because: null };
    const because = becauseOf({ card, contacts: () => contactsOf(key), query, meant, missing });
    // An address is matched by its local part in the index; the rest of it is compared here.
    return query.address !== null && because === null ? null : { card, marks, because };
  };

  const peopleOf = (asked: Asked, { found, meant }: Candidates): FoundPerson[] => {
    const { query, named, status, limit } = asked;
    const keys = [...new Set([...named, ...inOrder(found, query, meant).map(({ key }) => key)])];
    const exactly: FoundPerson[] = [];
    const others: FoundPerson[] = [];
    for (let at = 0; at < keys.length && exactly.length + others.length < limit; at += limit) {
      const some = keys.slice(at, at + limit);
      const cards = cardsOf(some);
      for (const key of some) {
        const card = cards.get(key);
        if (card === undefined || (status !== null && card.status !== status)) continue;
        const hit = explained(key, card, named.has(key), query, meant);
        if (hit !== null) (isExact(hit, query) ? exactly : others).push(bounded(hit));
      }
    }
    return [...exactly, ...others].slice(0, limit);
  };

  const look = ({ text, status, limit }: Wanted) => {
    const query = readQuery(text);
    const named = new Set([...linkedIn(text), ...query.ids].flatMap(keysOf));
    const everybody: Asked = { query, named, limit, status: null };
    const candidates = candidatesFor(everybody);
    const { decided } = candidates;
    const first = peopleOf(everybody, candidates);
    // Of those who match, a status leaves some: nobody matches since a status was chosen.
    const isWhole = first.length < limit;
    const ofStatus = () => {
      if (status === null) return first;
      if (isWhole) return first.filter(({ card }) => card.status === status);
      const asked: Asked = { ...everybody, status };
      return peopleOf(asked, candidatesFor({ ...asked, decided }));
    };
    return { query, first, isWhole, decided, found: ofStatus() };
  };

  return {
    /** At most `limit` people. An empty text finds nobody. */
    find: (wanted: Wanted): FoundPerson[] => look(wanted).found,
    /** The same, and how many match. `first`: those of any status who come first. */
    findCounted: (wanted: Wanted): FoundCounted => {
      const { query, first, isWhole, decided, found } = look(wanted);
      const listed = tally(first);
      if (isWhole) return { found, first, counts: { byStatus: listed, more: false } };
      const { byStatus, more } = countMatches(query, decided);
      // Everybody who is listed matches, whatever was asked for the count.
      const shown = tally(found);
      for (const status of Status.options) {
        byStatus[status] = Math.max(byStatus[status], listed[status], shown[status]);
      }
      return { found, first, counts: { byStatus, more } };
    },
  };
}

function tally(found: readonly FoundPerson[]): Record<Status, number> {
  const counts = nobodyOfAny();
  for (const { card } of found) counts[card.status] += 1;
  return counts;
}

/** What matched may be of any length in what an older reader filed. */
function bounded(hit: FoundPerson): FoundPerson {
  const { because } = hit;
  if (because === null || because.text.length <= longestHandle) return hit;
  const text = shortened(because.text, longestHandle);
  return { ...hit, because: { ...because, text, marks: because.marks.filter(([, end]) => end < text.length) } };
}

/** Titles that somebody has not are not missing from the name. */
function marked(name: string, { words, core }: Query, meant: Meant): Marked {
  const all = markWords(name, words, meant);
  if (all.missing.length === 0 || core === null) return all;
  const bare = markWords(name, core.words, meant);
  return bare.missing.length === 0 ? { marks: all.marks, missing: [] } : all;
}

function isExact({ card, because }: FoundPerson, { ids, address, handle, asksHandle, words }: Query): boolean {
  if (because?.field === 'username' && address !== null) return fold(because.text) === address;
  if (because?.field === 'email') return fold(because.text) === address;
  if (because?.field === 'id') return ids.some((piece) => piece === card.id || piece.toLowerCase() === card.id);
  return (
    handle !== '' && (asksHandle || handle !== words[0]) && card.username !== null && fold(card.username) === handle
  );
}
