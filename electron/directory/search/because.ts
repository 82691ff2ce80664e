/** Why a person was found whose name does not say so. */
import type { FoundPerson, Label, PersonCard } from '../../../contract/person.ts';
import { fold } from './fold.ts';
import { type Meant, markWords } from './marks.ts';
import type { Query } from './query.ts';
import { dialledDigitsOf, localPartOf, wordsOf } from './words.ts';

/** What a person can be reached by, as it stands in the record. */
export type Contacts = {
  readonly username: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
};

export type Because = FoundPerson['because'];
type Reason = NonNullable<Because>;

export type Asked = {
  readonly card: PersonCard;
  /** Read where nothing of the card says why. */
  readonly contacts: () => Contacts | null;
  readonly query: Query;
  readonly meant: Meant;
  /** The words that match nothing of the name. */
  readonly missing: readonly string[];
};

/** Null where none of it holds. */
export function becauseOf({ card, contacts, query, meant, missing }: Asked): Because {
  const typed = fold(query.ids[0] ?? '');
  const label = (field: 'role' | 'team', of: Label | null, words: readonly string[]): Reason | null => {
    if (of === null || words.length === 0) return null;
    const text = of.name ?? of.id;
    const marked = markWords(text, words, meant);
    return marked.missing.length === 0 ? { field, text, marks: marked.marks } : null;
  };
  const labelFor = (words: readonly string[]) => label('role', card.role, words) ?? label('team', card.team, words);

  if (query.address === null && card.username !== null && isHandle(card.username, query, typed, missing)) {
    return reason('username', card.username);
  }
  const labelled = query.address === null ? labelFor(missing) : null;
  if (labelled !== null) return labelled;
  const { emails, phones } = contacts() ?? { emails: [], phones: [] };
  const email = emails.find((address) => isAddress(address, query, typed, missing));
  if (email !== undefined) return reason('email', email);
  const { phone } = query;
  const number = phone === null ? undefined : phones.find((one) => dialledDigitsOf(one).includes(phone));
  if (number !== undefined) return reason('phone', number);
  for (const word of missing) {
    const one = labelFor([word]);
    if (one !== null) return one;
  }
  const isId = fold(card.id).startsWith(typed) || query.ids.some((piece) => fold(piece) === fold(card.id));
  return isId ? reason('id', card.id) : null;
}

function reason(field: Reason['field'], text: string): Reason {
  return { field, text, marks: [] };
}

function isAddress(address: string, query: Query, typed: string, missing: readonly string[]): boolean {
  if (query.address !== null) return fold(address).startsWith(query.address);
  return isHandle(localPartOf(address), query, typed, missing);
}

function isHandle(handle: string, { words }: Query, typed: string, missing: readonly string[]): boolean {
  const folded = fold(handle);
  if (typed !== '' && folded.startsWith(typed)) return true;
  const own = wordsOf(folded);
  return (missing.length > 0 ? missing : words).some((word) => own.some((part) => part.startsWith(word)));
}
