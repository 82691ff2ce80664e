/**
 * People known so far who match a text, the one meant first: an id or an address that is exactly what was typed;
 * then active before inactive before deleted, and among those, whole words of the name before beginnings
 * before anything else.
 */
import type { UserId } from '../../../contract/ids.ts';
import type { FoundPerson, PersonCard } from '../../../contract/person.ts';
import type { User } from '../../../contract/user.ts';
import type { PersonKey } from '../person-ids.ts';
import { fold } from './fold.ts';
import type { Candidate, IndexTable } from './index-table.ts';
import { marksIn } from './marks.ts';
import { type Query, readQuery } from './query.ts';
import { dialledDigitsOf, localPartOf, wordsOf } from './words.ts';

export type FindNeeds = {
  readonly index: IndexTable;
  readonly keyOf: (id: string) => PersonKey | null;
  readonly cardOf: (key: PersonKey) => PersonCard | null;
  readonly userOf: (key: PersonKey) => User | null;
};

type Found = Candidate & { readonly tier: number };
type Because = FoundPerson['because'];

const shortestIdPrefix = 3;

export function createFind({ index, keyOf, cardOf, userOf }: FindNeeds) {
  function candidates(query: Query, limit: number): Found[] {
    const found = new Map<PersonKey, Found>();
    const add = (tier: number, some: readonly Candidate[]) => {
      for (const one of some) if (!found.has(one.key)) found.set(one.key, { ...one, tier });
    };
    for (const [tier, expression] of query.tiers.entries()) {
      add(tier, index.match(expression));
      // Further tiers could only bring people that stand below these.
      if (enough(found, limit)) break;
    }
    if (query.phone !== null) add(query.tiers.length, index.match(`phone : "${query.phone}" *`));
    const [id] = query.ids;
    if (id !== undefined && id.length >= shortestIdPrefix && !enough(found, limit)) {
      add(query.tiers.length + 1, index.byIdPrefix(id));
      if (id !== id.toLowerCase()) add(query.tiers.length + 1, index.byIdPrefix(id.toLowerCase()));
    }
    return [...found.values()];
  }

  /** Why a person was found whose name does not say so; null where none of it holds. */
  function because(key: PersonKey, id: UserId, query: Query): Because {
    const user = userOf(key);
    if (user === null) return null;
    const typed = fold(query.ids[0] ?? '');
    const email = user.emails.find(({ address }) => matchesAddress(address, query, typed));
    if (user.username !== null && query.address === null && matchesHandle(user.username, query, typed)) {
      return { field: 'username', text: user.username };
    }
    if (email !== undefined) return { field: 'email', text: email.address };
    const phone = user.phones.find(
      ({ number }) => query.phone !== null && dialledDigitsOf(number).includes(query.phone),
    );
    if (phone !== undefined) return { field: 'phone', text: phone.number };
    return fold(id).startsWith(typed) || query.ids.some((piece) => fold(piece) === fold(id))
      ? { field: 'id', text: id }
      : null;
  }

  /** At most `limit` people. An empty text finds nobody. */
  return ({ text, limit }: { readonly text: string; readonly limit: number }): FoundPerson[] => {
    const query = readQuery(text);
    const exact = query.ids.flatMap((piece) => keyOf(piece) ?? keyOf(piece.toLowerCase()) ?? []);
    const ranked = candidates(query, limit).sort(orderFor(query));
    const result: FoundPerson[] = [];
    const exactly: FoundPerson[] = [];
    for (const key of new Set([...exact, ...ranked.map(({ key }) => key)])) {
      if (result.length >= limit) break;
      const card = cardOf(key);
      if (card === null) continue;
      const marks = query.address === null ? marksIn(card.name, query.words) : [];
      const inName = marks.length > 0 && query.words.every((word) => marksIn(card.name, [word]).length > 0);
      const why = inName && !exact.includes(key) ? null : because(key, card.id, query);
      // An address is matched by its local part in the index; the rest of it is compared here.
      if (query.address !== null && why === null) continue;
      const hit = { card, marks, because: why };
      (isExact(hit, query) ? exactly : result).push(hit);
    }
    return [...exactly, ...result].slice(0, limit);
  };
}

function enough(found: ReadonlyMap<PersonKey, Found>, limit: number): boolean {
  let active = 0;
  for (const { standing } of found.values()) if (standing === 0) active += 1;
  return active >= limit;
}

function orderFor({ words }: Query): (a: Found, b: Found) => number {
  const first = words[0] ?? '';
  const typed = words.join(' ');
  const lateness = ({ sortName }: Found) => (sortName.startsWith(typed) ? 0 : sortName.startsWith(first) ? 1 : 2);
  return (a, b) =>
    a.standing - b.standing ||
    a.tier - b.tier ||
    lateness(a) - lateness(b) ||
    // Between two of one name, the one with people is looked up more often.
    Number(b.reportCount > 0) - Number(a.reportCount > 0) ||
    (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : a.key - b.key);
}

function isExact({ card, because }: FoundPerson, query: Query): boolean {
  if (because?.field === 'email') return fold(because.text) === query.address;
  return because?.field === 'id' && query.ids.some((piece) => piece === card.id || piece.toLowerCase() === card.id);
}

function matchesAddress(address: string, query: Query, typed: string): boolean {
  const folded = fold(address);
  return query.address === null ? matchesHandle(localPartOf(address), query, typed) : folded.startsWith(query.address);
}

function matchesHandle(handle: string, { words }: Query, typed: string): boolean {
  const folded = fold(handle);
  if (folded.startsWith(typed)) return true;
  const own = wordsOf(folded);
  return words.some((word) => own.some((part) => part.startsWith(word)));
}
