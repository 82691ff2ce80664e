/**
 * Replies broken in every way a field can be: dropped, emptied, retyped, nested, renamed, doubled, swapped. What has
 * to hold is written here a second time, plainly, and not taken from the code it judges.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostContacts } from '../../../contract/bounds.ts';
import type { Outcome } from '../../../contract/failures.ts';
import { UserId } from '../../../contract/ids.ts';
import { User } from '../../../contract/user.ts';
import { contradictionsOf } from '../../../electron/reading/contradictions.ts';
import { readUser } from '../../../electron/reading/read-user.ts';
import {
  ashaId,
  benId,
  type Fields,
  referenceSample,
  unreadFields,
  userIn,
  v1,
  v1Data,
  v2,
  whereBad,
} from './samples.ts';

const stringId = UserId.parse('string');

const withPeople = () => v1({ deletedAt: 1661817298108, isDeleted: true, phones: ['+1 555 0100', { number: '7' }] });
const samples: readonly { readonly body: () => Fields; readonly asked: UserId }[] = [
  { body: referenceSample, asked: stringId },
  { body: () => v1(), asked: ashaId },
  { body: withPeople, asked: ashaId },
  { body: () => v2(), asked: ashaId },
  { body: () => v1({ isActive: false }), asked: ashaId },
];

/** Values that have made readers of JSON stumble. */
const awkward: readonly unknown[] = JSON.parse(String.raw`[
  null, true, false, 0, 1, -1, 0.5, 1e308, -1e308, 1631817298, 1631817298108, 9007199254740993, "", " ", "0", "true",
  "FALSE", "null", "\u0000", "\ud800", "\udc00x", "\u202eabc", "1631817298108", "2021-09-16T18:34:58+0530", "..", "../x",
  "__proto__", "constructor", "x@y", "9763CAA1-CEF3-497F-B3B2-F551456B2831", [], [[]], [null], {}, {"id": null},
  {"__proto__": {"isDeleted": true, "id": "x"}}, {"toString": 1, "valueOf": null, "length": 5},
  {"id": "x", "name": "y"}, {"email": "z@z", "id": 5}, [{"id": "x"}, {"email": {}}], ["a@b", 5, {}]
]`);

type Mutation = {
  readonly place: number;
  readonly kind: 'drop' | 'replace' | 'list' | 'wrap' | 'rename' | 'double' | 'swap';
  readonly value: unknown;
};

type Slot = { readonly holder: Fields | unknown[]; readonly key: string };

/** Every place in a value that holds something, in a fixed order. */
const slotsIn = (value: unknown): Slot[] => {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Fields | unknown[];
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...slotsIn((holder as Fields)[key])]);
};

const put = ({ holder, key }: Slot, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

/** Through JSON, which keeps an own `__proto__` an own field. */
const copyOf = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

const mutate = (body: Fields, mutation: Mutation): void => {
  const slots = slotsIn(body);
  const slot = slots[mutation.place % Math.max(slots.length, 1)];
  if (slot === undefined) return;
  const was = (slot.holder as Fields)[slot.key];
  const other = slots[(mutation.place * 7 + 3) % slots.length];
  if (mutation.kind === 'drop') {
    if (Array.isArray(slot.holder)) slot.holder.splice(Number(slot.key), 1);
    else delete slot.holder[slot.key];
  } else if (mutation.kind === 'replace') put(slot, copyOf(mutation.value));
  else if (mutation.kind === 'list') put(slot, [was]);
  else if (mutation.kind === 'wrap') put(slot, { value: was, id: copyOf(mutation.value) });
  else if (mutation.kind === 'rename') {
    if (Array.isArray(slot.holder)) return;
    delete slot.holder[slot.key];
    put({ holder: slot.holder, key: `${slot.key}X` }, was);
  } else if (mutation.kind === 'double') {
    if (Array.isArray(slot.holder)) slot.holder.push(copyOf(was));
    else put({ holder: slot.holder, key: `_${slot.key}` }, copyOf(was));
  } else if (other !== undefined) put(slot, copyOf((other.holder as Fields)[other.key]));
};

const mutations = fc.array(
  fc.record<Mutation>({
    place: fc.nat({ max: 997 }),
    kind: fc.constantFrom('drop', 'replace', 'list', 'wrap', 'rename', 'double', 'swap'),
    value: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...awkward) }, fc.jsonValue({ maxDepth: 2 })),
  }),
  { minLength: 1, maxLength: 6 },
);

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plainId = (value: unknown): string | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  if (typeof value !== 'string') return null;
  const text = value.replace(/\p{Cf}/gu, '').trim();
  if (text.length > 128 || text.startsWith('.') || !/^[A-Za-z0-9._~-]+$/.test(text)) return null;
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : text;
};

const plainFlag = (value: unknown): boolean | 'unreadable' => {
  if (value === true || value === false) return value;
  if (typeof value === 'string' && value.trim().toLowerCase() === 'true') return true;
  if (typeof value === 'string' && value.trim().toLowerCase() === 'false') return false;
  return 'unreadable';
};

const checkId = (data: Fields, asked: UserId | null, outcome: Outcome<User>): void => {
  const id = plainId(data.id);
  if (id !== null) {
    if (asked !== null && id !== asked) expect(whereBad(outcome)).toBe('another-id');
    else expect(userIn(outcome).id).toBe(id);
    return;
  }
  const userFields = new Set(
    Object.keys(v1Data()).filter((key) => !['data', 'onboardingData', 'profile'].includes(key)),
  );
  if (asked === null || !Object.keys(data).some((key) => userFields.has(key))) {
    expect(whereBad(outcome)).toBe('id');
    return;
  }
  expect(userIn(outcome).id).toBe(asked);
  expect(unreadFields(userIn(outcome))).toContain('id');
};

const checkStatus = (data: Fields, user: User): void => {
  const isDeleted = plainFlag(data.isDeleted);
  const isActive = plainFlag(data.isActive);
  const unread = unreadFields(user);
  expect(unread.includes('isDeleted')).toBe(isDeleted === 'unreadable');
  expect(unread.includes('isActive')).toBe(isActive === 'unreadable');
  if (isDeleted === true) expect(user.status).toBe('deleted');
  else if (isDeleted === 'unreadable') expect(user.status).toBe(user.deletedAt === null ? 'unknown' : 'deleted');
  else if (isActive === 'unreadable') expect(user.status).toBe('unknown');
  else expect(user.status).toBe(isActive ? 'active' : 'inactive');
  if ([undefined, null, 0, '', ' ', '0'].includes(data.deletedAt as never)) expect(user.deletedAt).toBeNull();
};

/** Ids among the reportees and addresses among the e-mails are all there, and everything else is counted. */
const checkNothingLost = (data: Fields, user: User): void => {
  if (Array.isArray(data.reportees)) {
    const ids = data.reportees.map((entry) => plainId(isObject(entry) ? entry.id : entry));
    expect(user.reports).toEqual([...new Set(ids.filter((id) => id !== null))]);
    expect(user.notIds.length > 0).toBe(ids.includes(null));
  }
  const addresses = new Set(
    user.emails.flatMap((it) => [it.address.trim().toLowerCase(), it.normalized?.toLowerCase()]),
  );
  for (const email of [...(Array.isArray(data.emails) ? data.emails : []), data.primaryEmail]) {
    const address = isObject(email) ? email.email : email;
    if (typeof address === 'string' && /^[!-~]+$/.test(address)) expect(addresses).toContain(address.toLowerCase());
  }
};

const check = (body: Fields, asked: UserId | null): void => {
  const before = JSON.stringify(body);
  const outcome = readUser(body, asked);
  expect(JSON.stringify(body)).toBe(before);
  const data = Object.hasOwn(body, '_data') ? body._data : undefined;
  if (!isObject(data)) {
    expect(['envelope', 'data', 'errors']).toContain(whereBad(outcome));
    return;
  }
  checkId(data, asked, outcome);
  if (!outcome.ok) return;
  const user = outcome.value;
  expect(User.parse(user)).toEqual(user);
  expect(structuredClone(user)).toEqual(user);
  expect(user.name.trim()).not.toBe('');
  for (const { field, expected, came } of user.unread) {
    expect(field.length > 0 && expected.length > 0 && came.length > 0 && came.length <= 80).toBe(true);
  }
  expect(user.emails.filter((it) => it.isPrimary).length).toBeLessThanOrEqual(1);
  checkStatus(data, user);
  checkNothingLost(data, user);
  expect(new Set(contradictionsOf(user)).size).toBe(contradictionsOf(user).length);
};

describe('over 20,000 broken replies', () => {
  it('never throws, loses no id, gives no wrong status, and always fits the contract', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), mutations, fc.boolean(), ({ body, asked }, changes, isAsked) => {
        const broken = body();
        for (const change of changes) mutate(broken, change);
        check(broken, isAsked ? asked : null);
      }),
      { numRuns: 12_000 },
    );
  });

  it('one broken field costs that field alone', () => {
    const names = ['name', 'nameFrom'];
    const times = ['createdAt', 'updatedAt', 'deletedAt', 'dob', 'emails'];
    /** What a field may change besides the field of its own name. */
    const reaches: Record<string, readonly string[]> = {
      displayName: names,
      firstName: names,
      middleName: names,
      lastName: names,
      username: names,
      timezone: ['dob'],
      createdAt: times,
      updatedAt: times,
      deletedAt: [...times, 'status'],
      isActive: ['status'],
      isDeleted: ['status'],
      availabilityStatus: ['availability'],
      emails: times,
      primaryEmail: times,
      primaryPhone: ['phones'],
      reportees: ['reports', 'notIds'],
    };
    const fields = Object.keys(v1Data()).filter((field) => field !== 'id');
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.oneof(fc.constantFrom(...awkward), fc.jsonValue({ maxDepth: 3 })),
        fc.constantFrom(v1, v2),
        (field, value, sample) => {
          const whole = userIn(readUser(sample(), ashaId));
          const broken = userIn(readUser(sample({ [field]: value }), ashaId));
          const mayDiffer = new Set([field, 'unread', 'others', ...(reaches[field] ?? [])]);
          for (const key of Object.keys(whole)) {
            if (!mayDiffer.has(key)) expect([key, broken[key as keyof User]]).toEqual([key, whole[key as keyof User]]);
          }
          for (const unread of broken.unread) expect(unread.field.startsWith(field)).toBe(true);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('answers any JSON at all', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom(null, ashaId),
        fc.boolean(),
        (value, asked, isWrapped) => {
          const outcome = readUser(isWrapped ? { _data: value } : value, asked);
          if (outcome.ok) expect(User.parse(outcome.value)).toEqual(outcome.value);
          else expect(outcome.failure.kind).toBe('bad-reply');
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe('hostile replies', () => {
  const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  const nestedObjects = (depth: number) => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

  it('nested 100,000 deep in every field are read', () => {
    for (const deep of [nested(100_000), nestedObjects(100_000)]) {
      for (const field of [...Object.keys(v1Data()), 'unknown']) {
        const user = userIn(readUser({ ...v1({ [field]: deep }), _errors: deep }, ashaId));
        expect(user.id).toBe(ashaId);
        expect(User.safeParse(user).success).toBe(true);
      }
      const inside = {
        emails: [deep, { email: deep }],
        phones: [deep, { phone: deep }],
        reportees: [deep, { id: deep }],
      };
      expect(User.safeParse(userIn(readUser(v1(inside), ashaId))).success).toBe(true);
      expect(whereBad(readUser(deep, ashaId))).toBe('envelope');
      expect(whereBad(readUser({ _data: deep }, ashaId))).toBe(Array.isArray(deep) ? 'data' : 'id');
    }
  });

  it('cannot give a field through a prototype', () => {
    const text = `{"_data": {"__proto__": {"isDeleted": true, "isActive": true, "username": "eve"}, "id": "${ashaId}"}}`;
    const user = userIn(readUser(JSON.parse(text), ashaId));
    expect(user).toMatchObject({ status: 'unknown', username: null, isDeleted: null });
    expect(user.others.map((it) => it.field)).toEqual(['__proto__']);
    expect(whereBad(readUser(JSON.parse(`{"__proto__": {"_data": {"id": "${ashaId}"}}}`), ashaId))).toBe('envelope');
    expect(({} as Fields).isDeleted).toBeUndefined();
  });

  it('with 100,000 unknown fields, or names of fields 100,000 long, stay small', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, index]));
    const user = userIn(readUser(v1({ ...many, ['\u202e'.repeat(100_000)]: 1 }), ashaId));
    expect(user.others).toHaveLength(101);
    expect(user.others.at(-1)?.json).toBe('99901 more fields, in the raw reply');
    const [other] = userIn(readUser(v1({ ['\u202e'.repeat(100_000)]: 1 }), ashaId)).others;
    expect(other?.field.length).toBeLessThanOrEqual(120);
    expect(other?.field).not.toContain('\u202e');
  });

  it('with 100,000 reports, e-mails and phones lose no report, and name what of the others is cut', () => {
    const numbers = Array.from({ length: 100_000 }, (_, index) => index);
    const user = userIn(
      readUser(
        v1({
          reportees: numbers.map((n) => `u${n}`).concat('u5', '!', '!'),
          emails: numbers.map((n) => ({ id: `${n}`, email: 'shared@x' })),
          primaryEmail: { id: '99999', email: 'shared@x' },
          phones: numbers.map((n) => `+${n}`),
        }),
        ashaId,
      ),
    );
    expect(user.reports).toHaveLength(100_000);
    expect(user.notIds).toEqual(['!']);
    expect(user.emails).toHaveLength(mostContacts);
    expect(user.emails[0]).toMatchObject({ id: '99999', isPrimary: true, isListed: true });
    expect(user.phones).toHaveLength(mostContacts);
    expect(user.cut).toEqual([
      { field: 'emails', what: 'entries', kept: mostContacts, of: 100_000 },
      { field: 'phones', what: 'entries', kept: mostContacts, of: 100_000 },
    ]);
  });

  it('with another user inside keep to the one that was asked for', () => {
    const user = userIn(readUser(v1({ id: null, data: { id: benId }, profile: { id: benId } }), ashaId));
    expect(user.id).toBe(ashaId);
  });
});
