/** vCards as three libraries read them that are not ours: all the same, and what is stored. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportedEmails } from '../../../electron/email/exported-emails.ts';
import { vcardOf } from '../../../electron/export/people-vcard.ts';
import type { ExportRecord } from '../../../electron/export/record.ts';
import { telephoneTexts } from '../../../electron/phone/telephone-texts.ts';
import { emailOf, userOf } from '../storage/stored.ts';
import { demoRecords, recordOf } from './records.ts';
import { type ReadCard, vcardReaders } from './vcard-readers.ts';

const pieces = [
  ',',
  ';',
  '\\',
  '\n',
  ':',
  '"',
  "'",
  '=',
  'é',
  'ß',
  '李',
  '👩‍👧',
  'שלום',
  '\u200f',
  '\t',
  ' ',
  'a',
  'Ann Lee',
];
const hostile = fc
  .oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 60, size: 'max' }).map((parts) => parts.join('')),
    fc
      .string({ unit: 'binary', maxLength: 60 })
      .map((text) => text.toWellFormed().replace(/(?![\n\t])\p{Cc}|[\u2028\u2029]/gu, '')),
  )
  .filter((text) => text !== '');
const orNone = fc.option(hostile);
const type = fc.constantFrom(null, 'WORK', 'mobile', 'Home fax', 'something else', 'constructor');

const records: fc.Arbitrary<ExportRecord> = fc
  .record({
    user: fc.record({
      status: fc.constantFrom('active' as const, 'deleted' as const),
      name: hostile,
      firstName: orNone,
      middleName: orNone,
      lastName: orNone,
      username: orNone,
    }),
    phones: fc.array(fc.record({ number: hostile, type, isPrimary: fc.boolean() }), { maxLength: 3 }),
    emails: fc.array(fc.record({ address: hostile, type, isPrimary: fc.boolean() }), { maxLength: 3 }),
    role: orNone,
    team: orNone,
  })
  .map(({ user, phones, emails, role, team }) =>
    recordOf(userOf('7', { ...user, phones, emails: emails.map(({ address, ...more }) => emailOf(address, more)) }), {
      role: role === null ? null : { id: 'r', name: role, namedBy: null },
      team: team === null ? null : { id: team, name: null, namedBy: null },
    }),
  );

const types = new Map([
  ['work', 'work'],
  ['home', 'home'],
  ['personal', 'home'],
  ['mobile', 'cell'],
  ['fax', 'fax'],
]);
/** Fields that mean the same address have their types joined. */
const typesOf = (said: string | null): readonly string[] => [
  ...new Set(
    (said ?? '')
      .toLowerCase()
      .split(' ')
      .flatMap((word) => types.get(word) ?? []),
  ),
];

const noteOf = (deletedAt: number | null) =>
  deletedAt === null ? 'Deleted, no date' : `Deleted ${new Date(deletedAt).toISOString()}`;

/** What a reader has to find; of types those above. */
function cardOf({ user, role, team }: ExportRecord): ReadCard {
  const { firstName, middleName, lastName } = user;
  const parts = [lastName, firstName, middleName, null, null].map((part) => part ?? '');
  const hasParts = (firstName !== null || lastName !== null) && !parts.some((part) => part.endsWith('\\'));
  return {
    name: user.name,
    parts: hasParts ? parts : null,
    nickname: user.username,
    phones: telephoneTexts(user).map(({ text, type: said, isPrimary }) => ({
      value: text,
      types: typesOf(said),
      isPreferred: isPrimary,
    })),
    emails: exportedEmails(user).addresses.map(({ address, type: said, isPrimary }) => ({
      value: address,
      types: typesOf(said).filter((one) => one === 'work' || one === 'home'),
      isPreferred: isPrimary,
    })),
    organisation: team === null ? null : `;${team.name ?? team.id}`,
    title: role === null ? null : (role.name ?? role.id),
    id: /^[0-9a-f-]{36}$/.test(user.id) ? `urn:uuid:${user.id}` : user.id,
    categories: user.status === 'unknown' ? null : user.status,
    note: user.status === 'deleted' ? noteOf(user.deletedAt) : null,
  };
}

describe.each(Object.entries(vcardReaders))('%s', (_, read) => {
  it('reads hostile people as they are stored', () => {
    fc.assert(
      fc.property(fc.array(records, { minLength: 1, maxLength: 3 }), (some) => {
        expect(read(some.map(vcardOf).join(''))).toEqual(some.map(cardOf));
      }),
      { numRuns: 500 },
    );
  });

  it('reads the demo directory with every blemish', () => {
    const some = demoRecords();
    expect(read(some.map(vcardOf).join(''))).toEqual(some.map(cardOf));
  });
});
