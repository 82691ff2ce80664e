/**
 * What is indexed of a person, and how text is cut into words. Scripts written without spaces are indexed by every
 * two neighbouring characters, so that any part of a name finds it.
 */
import type { Status, User } from '../../contract/user.ts';
import { addressesWithin } from '../email/read-addresses.ts';
import { dialledNumbersIn, endingsOf, shortestNumber } from '../phone/search-digits.ts';
import { hasName } from '../reading/read-name.ts';
import { articleless, joinedIn } from './compounds.ts';
import { fold, writtenOut } from './fold.ts';

// Written without spaces between the words of a name, or names are commonly looked up by a part of them.
// Pictures are looked up as such.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\u3099\u309aー々]+/gu;
const word = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu;
// The same of text that is ASCII, which most is: telling scripts apart takes longest of all that is done here.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const plain = /^[\x00-\x7f]*$/;
const plainWord = /[a-z0-9]+/gi;
// Before the first letter of all scripts written without spaces.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what is meant.
const spaced = /^[\x00-\u0dff]*$/;
/** Parts of a name that are written together or apart: hyphens of all kinds, the maqaf, the zero-width non-joiner. */
const hyphen = /[-\u2010-\u2015\u2212\uff0d\u05be\u200c.]/;
const apostrophe = /['’‘＇ʼʻ`´]/;
const hasJoint = new RegExp(`${hyphen.source}|${apostrophe.source}`);

/** The words of a folded text, in order; runs of unspaced script are words of their own. */
export function wordsOf(folded: string): string[] {
  if (plain.test(folded)) return folded.match(plainWord) ?? [];
  return (spaced.test(folded) ? folded : folded.replace(unspaced, ' $& ')).match(word) ?? [];
}

export function isUnspaced(text: string): boolean {
  return !spaced.test(text) && text.search(unspaced) === 0;
}

/** Every two neighbouring characters; the last one alone too, where the index is to be found by it. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  const pairs: string[] = [];
  for (let at = 0; at + 1 < characters.length; at += 1) pairs.push(`${characters[at]}${characters[at + 1]}`);
  return pairs;
}

export type SearchText = {
  /** The name folded, its words parted by one space: what people are sorted by and ranked with. Marked where there is none. */
  readonly sortName: string;
  /** Three columns of the index. */
  readonly name: string;
  readonly other: string;
  readonly phone: string;
  /** What the fourth is made of; role and team as they stand in the record. */
  readonly status: Status;
  readonly role: string | null;
  readonly team: string | null;
};

/** Begins the sort name of somebody who has no name: the last character there is, so that they come after everybody. */
export const namelessMark = '\u{10ffff}';

/** `status`: the one that is shown, where that is not the record's. */
export function searchTextOf(user: User, status: Status = user.status): SearchText {
  const names = new Set<string>();
  const folded = fold(user.name);
  // Of an address the local part only: a domain that all share would match everyone.
  if (user.nameFrom === 'email') addName(names, localPartOf(user.name));
  else addName(names, user.name, folded);
  for (const part of [user.displayName, user.firstName, user.middleName, user.lastName]) {
    if (part !== null && !isPartOf(user.name, part)) addName(names, part);
  }
  const handles = user.username === null ? [] : [fold(user.username)];
  for (const { address } of user.emails) {
    for (const one of addressesWithin(address)) handles.push(fold(localPartOf(one)));
  }
  const other = new Set<string>();
  for (const handle of handles) addWords(other, handle);
  // Found by the name already: a word less to index is time saved.
  for (const one of names) other.delete(one);
  // As a whole a handle stands there all the same: an address is looked up among few.
  for (const handle of handles) add(other, asHandle(handle));
  const phone = new Set<string>();
  for (const { number } of user.phones) addPhone(phone, number);
  return {
    sortName: hasName(user) ? sortNameOf(folded) : `${namelessMark} ${sortNameOf(folded)}`,
    name: [...names].join(' '),
    other: [...other].map(asToken).join(' '),
    phone: [...phone].join(' '),
    status,
    role: user.role,
    team: user.team,
  };
}

/** All that is indexed of a person as one text: where it did not change, there is nothing to index. */
export function searchTextAsOne({ name, other, phone, status, role, team }: SearchText): string {
  return [name, other, phone, status, role, team].join('\n');
}

/** A folded name, its words parted by one space. */
export function sortNameOf(folded: string): string {
  const words = wordsOf(folded);
  return words.length > 0 ? words.join(' ') : folded.trim();
}

/** A folded username or local part as the one word that it is in the index; empty where nothing of it can be. */
export function asHandle(folded: string): string {
  return folded.replace(/[^\p{L}\p{M}\p{N}!#$%&*+\-./:;<=>?@^_{|}~]+/gu, '');
}

/**
 * A word of a username or address as it stands in the index: apart from the words of names, since nearly every
 * username is a word of its own, and looking through all that begin like a name would take longest of all.
 */
export function asToken(handle: string): string {
  return `@${handle}`;
}

export function localPartOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at);
}

/** Whether the part stands in the name between spaces: "Souza" does not in "DeSouza". */
function isPartOf(name: string, part: string): boolean {
  const at = name.indexOf(part);
  if (at < 0) return false;
  const end = at + part.length;
  return (at === 0 || name[at - 1] === ' ') && (end === name.length || name[end] === ' ');
}

function addName(into: Set<string>, name: string, folded = fold(name)): void {
  const words = wordsOf(folded);
  addEach(into, words);
  for (const joined of joinedIn(words)) add(into, joined);
  const out = writtenOut(name);
  if (out !== name) addWords(into, fold(out));
  if (!hasJoint.test(name)) return;
  // "Jean-Luc" is looked up as "jeanluc", "O'Brien" as "brien".
  for (const piece of name.split(/\s+/)) {
    if (hyphen.test(piece)) {
      add(into, fold(piece).replace(/[^\p{L}\p{M}\p{N}]+/gu, ''));
      addWords(into, fold(piece.replaceAll('\u200c', ' ')));
    }
    const at = piece.search(apostrophe);
    if (at >= 0) addWords(into, fold(piece.slice(at + 1)));
  }
}

function addWords(into: Set<string>, folded: string): void {
  addEach(into, wordsOf(folded));
}

function addEach(into: Set<string>, words: readonly string[]): void {
  let before: readonly string[] | null = null;
  for (const one of words) {
    if (!isUnspaced(one)) {
      add(into, one);
      const bare = plain.test(one) ? null : articleless(one);
      if (bare !== null) add(into, bare);
      before = null;
      continue;
    }
    const characters = [...one];
    for (const pair of pairsOf(one)) add(into, pair);
    add(into, characters.at(-1) ?? '');
    // Family and given name are kept apart and typed together, in either order.
    if (before !== null) {
      add(into, `${before.at(-1)}${characters[0]}`);
      add(into, `${characters.at(-1)}${before[0]}`);
    }
    before = characters;
  }
}

/** A phone number is typed with or without its country's and its area's code. */
function addPhone(into: Set<string>, written: string): void {
  for (const dialled of dialledNumbersIn(written)) {
    if (dialled.length < shortestNumber) continue;
    add(into, dialled);
    for (const ending of endingsOf(dialled)) add(into, ending);
  }
}

/** Bounds one word, so that a reply cannot make the index grow without bound. */
const longestWord = 64;

function add(into: Set<string>, one: string): void {
  if (one !== '') into.add(one.slice(0, longestWord));
}

/** A number that changes, almost surely, when the text does. 53 bits, never 0; not for anything that must be safe. */
export function hashOf(text: string): number {
  // FNV-1a over UTF-16 units, twice from different beginnings: a library's hash would first copy the text.
  let low = 0x811c9dc5;
  let high = 0x7ee3623b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193) + 1;
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0) || 1;
}
