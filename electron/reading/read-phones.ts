/**
 * Reads `phones` and `primaryPhone`, of which the reference says only "strings" and "null": strings, numbers and
 * objects with a field that plainly holds a number are read, the primary first, each number once. Of more than anybody has
 * the first are kept, and the list is named as cut.
 */

import { boundedText, isBounded } from '../../contract/bounded-text.ts';
import { longestNumber, longestWord, mostContacts } from '../../contract/bounds.ts';
import type { Phone } from '../../contract/user.ts';
import { isRecord, type JsonRecord, type Notes } from './read-notes.ts';
import { asLine, isBlank } from './read-text.ts';
import { digitsOf } from './written-json.ts';

const numberFields = [
  'phone',
  'number',
  'phoneNumber',
  'normalizedPhone',
  'normalizedNumber',
  'normalizedPhoneNumber',
  'mobile',
  'mobileNumber',
  'value',
] as const;
const typeFields = ['type', 'label', 'kind'] as const;
/** What a phone record has in common with an e-mail record and no place on screen. */
const bookkeeping = new Set<string>([...numberFields, ...typeFields, 'id', 'user', 'createdAt', 'updatedAt']);

const asNumberText = (value: unknown): string | null => {
  const text = typeof value === 'string' ? asLine(value).trim() : digitsOf(value);
  if (text === null) return null;
  return isBlank(text) || !isBounded(text, longestNumber) ? null : text;
};

const typeOf = (record: JsonRecord): string | null => {
  for (const field of typeFields) {
    const value = record[field];
    if (typeof value === 'string' && !isBlank(value)) return boundedText(asLine(value), longestWord);
  }
  return null;
};

/** Of all that is kept, in UTF-16 units. */
const mostLetters = 12_000;

const readPhone = (value: unknown, field: string, notes: Notes): Phone | null => {
  if (!isRecord(value)) {
    const number = asNumberText(value);
    return number === null ? null : { number, type: null, isPrimary: false };
  }
  for (const name of numberFields) {
    const number = asNumberText(value[name]);
    if (number === null) continue;
    for (const key in value) if (!bookkeeping.has(key)) notes.other(`${field}.${key}`, value[key]);
    return { number, type: typeOf(value), isPrimary: false };
  }
  return null;
};

/** Numbers are the same whatever spaces, brackets and dashes part them; letters and `,;*#` lead in an extension. */
const sameAs = (number: string): string => {
  const telling = number.replace(/[^\p{L}\p{Nd},;*#]/gu, '').toLowerCase();
  return telling === '' ? number : telling;
};

/** What is not a phone is listed as unread; a `primaryPhone` of a shape nobody has described is kept among the others. */
export const readPhones = (listed: unknown, primary: unknown, notes: Notes): Phone[] => {
  const phones = new Map<string, Phone>();
  let letters = 0;
  const add = (phone: Phone) => {
    const key = sameAs(phone.number);
    const present = phones.get(key);
    if (present === undefined) letters += phone.number.length + (phone.type?.length ?? 0);
    phones.set(key, present === undefined ? phone : { ...present, type: present.type ?? phone.type });
  };

  const own = primary === null || primary === undefined ? null : readPhone(primary, 'primaryPhone', notes);
  if (own !== null) add({ ...own, isPrimary: true });
  else notes.other('primaryPhone', primary);

  if (listed === null || listed === undefined || listed === '') return [...phones.values()];
  const isList = Array.isArray(listed);
  const all: readonly unknown[] = isList ? listed : [listed];
  for (let index = 0; index < all.length; index += 1) {
    if (phones.size >= mostContacts || letters >= mostLetters) {
      notes.cutList('phones', phones.size, all.length);
      break;
    }
    const entry = all[index];
    const field = isList ? `phones[${index}]` : 'phones';
    const phone = readPhone(entry, field, notes);
    if (phone !== null) add(phone);
    else if (!isNothing(entry)) notes.cannotRead(field, isList ? 'a phone number' : 'a list of phone numbers', entry);
  }
  return [...phones.values()];
};

function isNothing(entry: unknown): boolean {
  return entry === null || (typeof entry === 'string' && isBlank(entry));
}
