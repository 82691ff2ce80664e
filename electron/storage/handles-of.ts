/**
 * The forms in which somebody's addresses, numbers and username are looked up. What is stored of a person and what is asked for
 * come from the same functions, so that they meet. Numbers are one as `phone/same-number.ts` says: where both have a country's
 * code the whole is compared, where one has none, the rest.
 */
import { readAddresses } from '../email/read-addresses.ts';
import { nationalOf } from '../phone/runs.ts';
import { dialled, extensionsOf } from '../phone/same-number.ts';
import { type WrittenNumber, writtenNumbersIn } from '../phone/written-numbers.ts';
import type { FiledContacts } from './filed-contacts.ts';

/** Numbers are in every file: a new kind comes last. */
export const handleKinds = ['primary-email', 'other-email', 'phone', 'username'] as const;
export type HandleKind = (typeof handleKinds)[number];

export type Handle = { readonly handle: string; readonly kind: HandleKind };

/** Longer texts are none that anybody looks up. */
const longest = 320;
/** One number with its country's code, and nothing else: read at a glance. */
const plainNumber = /^\+[1-9]\d*(?:[ .-]\d+)*$/;
/** Fewer digits are of a room or an extension, and more may be two numbers. */
const fewestPlain = 8;
const mostPlain = 14;

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

export const addressHandle = (address: string): string => `@${folded(address)}`;
export const usernameHandle = (username: string): string => `u${folded(username.trim())}`;

type ReadNumber = Pick<WrittenNumber, 'digits' | 'prefix' | 'extension'>;

function numbersIn(field: string): readonly ReadNumber[] {
  if (plainNumber.test(field)) {
    const digits = field.replace(/\D+/g, '');
    if (digits.length >= fewestPlain && digits.length <= mostPlain) return [{ digits, prefix: '+', extension: null }];
  }
  return writtenNumbersIn(field);
}

/** Whole, and as somebody dials it within the country. */
const withCode = (digits: string): readonly string[] => [`+${digits}`, `n${nationalOf(digits)}`];

function numberHandles(number: ReadNumber): readonly string[] {
  if (number.digits === '') return [];
  const ways = number.prefix === '' ? [`0${dialled(number)}`] : withCode(number.digits);
  const extensions = extensionsOf(number);
  return ways.flatMap((way) => [way, ...extensions.map((extension) => `${way}x${extension}`)]);
}

/** As which a typed number is looked up: the first form by which anybody is known counts. Empty: it is not one number. */
export function askedNumberHandles(typed: string): readonly string[] {
  const [one, ...others] = numbersIn(typed);
  if (one === undefined || others.length > 0 || one.digits === '') return [];
  const [extension] = extensionsOf(one);
  const ways =
    one.prefix === '' ? [`0${dialled(one)}`, `n${dialled(one)}`] : [`+${one.digits}`, `0${nationalOf(one.digits)}`];
  return extension === undefined ? ways : ways.map((way) => `${way}x${extension}`);
}

/** Each once; of an address that is listed twice as the primary. */
export function handlesOf({ username, emails, phones }: FiledContacts): readonly Handle[] {
  const found = new Map<string, HandleKind>();
  const add = (handle: string, kind: HandleKind) => {
    if (handle.length <= longest && !found.has(handle)) found.set(handle, kind);
  };
  for (const [nth, email] of emails.entries()) {
    for (const one of readAddresses(email)) add(addressHandle(one), nth === 0 ? 'primary-email' : 'other-email');
  }
  for (const phone of phones)
    for (const number of numbersIn(phone)) for (const one of numberHandles(number)) add(one, 'phone');
  if (username !== null && username.trim() !== '') add(usernameHandle(username), 'username');
  return Array.from(found, ([handle, kind]) => ({ handle, kind }));
}
