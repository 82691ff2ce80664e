/** Why a person was found whose name does not say so. */
import type { FoundPerson, Label, PersonCard } from '../../contract/person.ts';
import { placeInText } from '../phone/search-digits.ts';
import { fold, foldWithOrigin } from './fold.ts';
import { marksOfInitials } from './initials.ts';
import { type Mark, type Meant, markWords } from './marks.ts';
import type { Query } from './query.ts';
import { localPartOf } from './words.ts';

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
    if (marked.missing.length === 0) return { field, text, marks: marked.marks };
    const [word, ...others] = words;
    const initials = word === undefined || others.length > 0 ? null : marksOfInitials(text, word);
    return initials === null ? null : { field, text, marks: initials };
  };
  const labelFor = (words: readonly string[]) => label('role', card.role, words) ?? label('team', card.team, words);
  const handle = (field: 'username' | 'email', text: string, own: string): Reason | null => {
    const marks = marksInHandle(own, typed, missing.length > 0 ? missing : query.words);
    return marks.length === 0 ? null : { field, text, marks };
  };

  if (query.address === null && card.username !== null) {
    const username = handle('username', card.username, card.username);
    if (username !== null) return username;
    const labelled = labelFor(missing);
    if (labelled !== null) return labelled;
  }
  if (query.address !== null && card.username !== null) {
    const username = begun('username', card.username, query.address);
    if (username !== null) return username;
  }
  const { emails, phones } = contacts() ?? { emails: [], phones: [] };
  const wanted = query.address;
  for (const address of emails) {
    const email = wanted === null ? handle('email', address, localPartOf(address)) : begun('email', address, wanted);
    if (email !== null) return email;
  }
  for (const number of phones) {
    const place = query.numbers.length === 0 ? null : placeInText(number, query.numbers);
    if (place !== null) return { field: 'phone', text: number, marks: [[...place]] };
  }
  for (const word of missing) {
    const one = labelFor([word]);
    if (one !== null) return one;
  }
  const piece = [typed, ...query.ids.map(fold)].find((one, nth) =>
    nth === 0 ? fold(card.id).startsWith(one) : one === fold(card.id),
  );
  return piece === undefined ? null : begun('id', card.id, piece);
}

/** The text with what was typed of its beginning marked; null where it does not begin so. */
function begun(field: Reason['field'], text: string, typed: string): Reason | null {
  const { text: folded, ends } = foldWithOrigin(text);
  if (!folded.startsWith(typed)) return null;
  const end = ends[typed.length - 1];
  return { field, text, marks: end === undefined ? [] : [[0, end]] };
}

/** Where the username or local part begins as typed, or its words do; empty where neither. */
function marksInHandle(handle: string, typed: string, words: readonly string[]): Mark[] {
  const { text, ends } = foldWithOrigin(handle);
  const end = typed === '' || !text.startsWith(typed) ? undefined : ends[typed.length - 1];
  return end === undefined ? markWords(handle, words).marks : [[0, end]];
}
