/**
 * What a reply leaves out is not taken away: the record as it is shown has it as the last reply that spoke of it did. The
 * reply itself is kept as it came; what it leaves out is kept beside it, each value with when it was last said. So is what
 * was said to be not set: otherwise that would be forgotten, and an older value come back.
 */

import { z } from 'zod';
import { mostContacts, mostEntries } from '../../contract/bounds.ts';
import { fetchUserFields } from '../reading/fetch-user-fields.ts';
import { asUserReference } from '../reading/read-ids.ts';
import { isRecord, type JsonRecord } from '../reading/read-notes.ts';
import { asIdentifier } from '../reading/read-text.ts';
import { parseWrittenJson, WrittenNumber } from '../reading/written-json.ts';
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
  const saidAt = saidAtOf(known);
  const carry = (path: Path, value: unknown, why: Carried['why'] = 'missing') => {
    found.push({ path, value, at: saidAt(path), why });
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
  if (isRecord(primaryEmail) && sameEmails([known.data.primaryEmail])(primaryEmail) !== undefined)
    carryEmail(['primaryEmail'], known.data.primaryEmail, primaryEmail);
  const sameOf = sameEmails(Array.isArray(known.data.emails) ? known.data.emails : []);
  for (const [place, email] of (Array.isArray(emails) ? emails : []).entries()) {
    if (!isRecord(email) || emailFields.every((field) => Object.hasOwn(email, field))) continue;
    carryEmail(['emails', place], sameOf(email), email);
  }
  return found;
}

/**
 * So much of it as is kept beside a reply, and read each time the person is shown: all that the reference names, of as many e-mails
 * as are read, and the first few hundred of other fields. The replies that said the rest are kept.
 */
export function keptOf(carried: readonly Carried[]): readonly Carried[] {
  let others = 0;
  return carried.filter(({ path: [field, place] }) => {
    if (reference.has(String(field))) return typeof place !== 'number' || place < mostContacts;
    others += 1;
    return others <= mostEntries;
  });
}

/** A reply's data with what was carried over to it. Linear, as all of this is: a reply may have 100,000 fields. */
export function withCarried(data: JsonRecord, carried: readonly Carried[]): JsonRecord {
  return carried.length === 0 ? data : (put(data, carried, 0) as JsonRecord);
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

/** The same for the same path alone. */
export const pathKey = (path: Path): string => JSON.stringify(path);

/** A path as people write it: `emails[2].isVerified`. */
export function pathWords(path: Path): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}

/** When a value, or what it is a part of, was last said. */
function saidAtOf({ carried, at }: KnownRecord): (path: Path) => number {
  const said = new Map<string, Carried>();
  for (const one of carried) if (!said.has(pathKey(one.path))) said.set(pathKey(one.path), one);
  return (path) => {
    if (said.size === 0) return at;
    for (let length = 1; length <= path.length; length += 1) {
      const before = said.get(pathKey(path.slice(0, length)));
      if (before !== undefined) return before.at;
    }
    return at;
  };
}

/** Whether reading takes it for no list of direct reports, not even an empty one: a list has an id, or nothing, in it. */
function isNoList(value: unknown): boolean {
  if (value === null || value === '') return false;
  return !Array.isArray(value) || (value.length > 0 && value.every((entry) => asUserReference(entry) === null));
}

/** The first of some e-mails that is the same as another: by the record's id where both have one, else by the address in any letter case. */
function sameEmails(emails: readonly unknown[]): (other: JsonRecord) => JsonRecord | undefined {
  const byId = new Map<string, number>();
  const byAddress = new Map<string, number>();
  const byAddressAlone = new Map<string, number>();
  const note = (places: Map<string, number>, key: string | null, place: number) => {
    if (key !== null && !places.has(key)) places.set(key, place);
  };
  for (const [place, email] of emails.entries()) {
    if (!isRecord(email)) continue;
    const id = asIdentifier(email.id);
    note(byId, id, place);
    note(byAddress, foldedAddress(email), place);
    if (id === null) note(byAddressAlone, foldedAddress(email), place);
  }
  return (other) => {
    const id = asIdentifier(other.id);
    const address = foldedAddress(other);
    const places = [
      id === null ? undefined : byId.get(id),
      address === null ? undefined : (id === null ? byAddress : byAddressAlone).get(address),
    ].filter((place) => place !== undefined);
    const found = places.length === 0 ? undefined : emails[Math.min(...places)];
    return isRecord(found) ? found : undefined;
  };
}

function foldedAddress({ email }: JsonRecord): string | null {
  return typeof email === 'string' ? email.trim().toLowerCase() : null;
}

/**
 * A copy with values at their places, whose paths are followed from `depth` on. By entries, since assigning to a field called
 * `__proto__` would set no field.
 */
function put(whole: unknown, carried: readonly Carried[], depth: number): unknown {
  const byStep = Map.groupBy(carried, ({ path }) => path[depth]);
  const valueAt = (some: readonly Carried[], before: unknown): unknown => {
    const last = some.findLast(({ path }) => path.length === depth + 1);
    const parts = some.filter(({ path }) => path.length > depth + 1);
    const value = last === undefined ? before : last.value;
    return parts.length === 0 ? value : put(value, parts, depth + 1);
  };
  if (typeof carried[0]?.path[depth] === 'number') {
    const list: readonly unknown[] = Array.isArray(whole) ? whole : [];
    return list.map((entry, place) => {
      const some = byStep.get(place);
      return some === undefined ? entry : valueAt(some, entry);
    });
  }
  const fields = new Map<string, unknown>(isRecord(whole) ? Object.entries(whole) : []);
  for (const [step, some] of byStep) fields.set(String(step), valueAt(some, fields.get(String(step))));
  return Object.fromEntries(fields);
}

/** ECMAScript's "JSON.parse source text access" (V8 has it), which TypeScript's library does not know. */
function rawJson(text: string): unknown {
  return (JSON as unknown as { readonly rawJSON: (text: string) => unknown }).rawJSON(text);
}
