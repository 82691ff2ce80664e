/**
 * What a reply leaves out is not taken away: the record as it is shown has it as the last reply that spoke of it did. The
 * reply itself is kept as it came; what it leaves out is kept beside it, each value with when it was last said. So is what
 * was said to be not set: otherwise that would be forgotten, and an older value come back.
 */

import { z } from 'zod';
import { fetchUserFields } from '../api/fetch-user-fields.ts';
import { asUserReference } from '../api/read-ids.ts';
import { isRecord, type JsonRecord } from '../api/read-notes.ts';
import { asIdentifier } from '../api/read-text.ts';
import { parseWrittenJson, WrittenNumber } from '../api/written-json.ts';
import { saysNothing } from './substance.ts';

/** Where a value stands under `_data`: a field, or the place of an e-mail in `emails` and a field of that. */
type Path = readonly (string | number)[];

/** `why`: whether the newer reply lacks the field, or has something there that cannot be read. */
export type Carried = {
  readonly path: Path;
  readonly value: unknown;
  /** When a reply that says so was last received, in milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly why: 'missing' | 'unreadable';
};

const StoredCarried = z.array(
  z.object({
    path: z.array(z.union([z.string(), z.number()])),
    value: z.unknown(),
    at: z.number(),
    why: z.enum(['missing', 'unreadable']),
  }),
);

/** A person's record as it was known, `data` with what was carried over to it already. */
export type KnownRecord = {
  readonly data: JsonRecord;
  readonly carried: readonly Carried[];
  /** When the reply it comes from was last received. */
  readonly at: number;
  /** Whether that was an entry of a list. */
  readonly isListed: boolean;
};

const reference: ReadonlySet<string> = new Set(fetchUserFields);
/** The fields of an e-mail, by the API's reference. */
const emailFields = ['id', 'createdAt', 'updatedAt', 'email', 'normalizedEmail', 'type', 'isVerified', 'user'] as const;

/**
 * What of `known` the data of a newer reply leaves out. A list is of another form: fields that the reference does not name
 * and that only the list has are not left out by Fetch User, which never had them.
 */
export function leftOut(known: KnownRecord, came: JsonRecord, isListed: boolean): Carried[] {
  const isOfList = known.isListed && !isListed;
  const found: Carried[] = [];
  const carry = (path: Path, value: unknown, why: Carried['why'] = 'missing') => {
    found.push({ path, value, at: saidAt(known, path), why });
  };
  for (const field in known.data) {
    // Who the reply is about is known from the question.
    if (field === 'id') continue;
    if (!Object.hasOwn(came, field) && isOfList && !reference.has(field)) continue;
    if (!Object.hasOwn(came, field)) carry([field], known.data[field]);
    else if (
      field === 'reportees' &&
      isNoList(came[field]) &&
      !isNoList(known.data[field]) &&
      !saysNothing(known.data[field])
    )
      carry([field], known.data[field], 'unreadable');
  }
  const carryEmail = (path: Path, before: unknown, now: JsonRecord) => {
    if (!isRecord(before)) return;
    for (const field of emailFields)
      if (!Object.hasOwn(now, field) && Object.hasOwn(before, field)) carry([...path, field], before[field]);
  };
  const { primaryEmail, emails } = came;
  if (isRecord(primaryEmail) && isSameEmail(known.data.primaryEmail, primaryEmail))
    carryEmail(['primaryEmail'], known.data.primaryEmail, primaryEmail);
  const before: readonly unknown[] = Array.isArray(known.data.emails) ? known.data.emails : [];
  for (const [place, email] of (Array.isArray(emails) ? emails : []).entries()) {
    if (!isRecord(email) || emailFields.every((field) => Object.hasOwn(email, field))) continue;
    const same = before.find((one) => isSameEmail(one, email));
    carryEmail(['emails', place], same, email);
  }
  return found;
}

/** A reply's data with what was carried over to it. */
export function withCarried(data: JsonRecord, carried: readonly Carried[]): JsonRecord {
  return carried.reduce((whole, { path, value }) => put(whole, path, value) as JsonRecord, data);
}

/** As it is stored; null: nothing. */
export function carriedText(carried: readonly Carried[]): string | null {
  if (carried.length === 0) return null;
  return JSON.stringify(carried, (_key, value: unknown) =>
    value instanceof WrittenNumber ? rawJson(value.text) : value,
  );
}

export function carriedOf(text: string | null): readonly Carried[] {
  return text === null ? [] : StoredCarried.parse(parseWrittenJson(text));
}

/** A path as people write it: `emails[2].isVerified`. */
export function pathWords(path: Path): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}

function saidAt({ carried, at }: KnownRecord, path: Path): number {
  const before = carried.find((one) => one.path.every((step, place) => step === path[place]));
  return before?.at ?? at;
}

/** Whether reading takes it for no list of direct reports, not even an empty one: a list has an id, or nothing, in it. */
function isNoList(value: unknown): boolean {
  if (value === null || value === '') return false;
  return !Array.isArray(value) || (value.length > 0 && value.every((entry) => asUserReference(entry) === null));
}

/** By the record's id where both have one, else by the address in any letter case. */
function isSameEmail(one: unknown, other: JsonRecord): boolean {
  if (!isRecord(one)) return false;
  const [own, others] = [asIdentifier(one.id), asIdentifier(other.id)];
  if (own !== null && others !== null) return own === others;
  return typeof one.email === 'string' && typeof other.email === 'string' && folded(one.email) === folded(other.email);
}

const folded = (address: string): string => address.trim().toLowerCase();

/** A copy with one value at a place. By entries, since assigning to a field called `__proto__` would set no field. */
function put(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list: readonly unknown[] = Array.isArray(whole) ? whole : [];
    return list.map((entry, place) => (place === step ? put(entry, rest, value) : entry));
  }
  const record = isRecord(whole) ? whole : {};
  return Object.fromEntries([...Object.entries(record), [step, put(record[step], rest, value)]]);
}

/** ECMAScript's "JSON.parse source text access" (V8 has it), which TypeScript's library does not know. */
function rawJson(text: string): unknown {
  return (JSON as unknown as { readonly rawJSON: (text: string) => unknown }).rawJSON(text);
}
