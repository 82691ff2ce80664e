/** vCards as ical.js reads them, and as RFC 6350 wants their lines. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { cleanAddresses } from '../../../electron/email/read-addresses.ts';
import { vcardOf } from '../../../electron/export/people-vcard.ts';
import { emailOf, noon, userOf } from '../storage/stored.ts';
import { demoRecords, recordOf } from './records.ts';

function read(text: string) {
  const card = new ICAL.Component(ICAL.parse(text));
  const all = (name: string) =>
    card.getAllProperties(name).map((property) => ({
      value: property.getFirstValue(),
      type: property.getParameter('type'),
      pref: property.getParameter('pref'),
      kind: property.type,
    }));
  return { all, value: (name: string) => card.getFirstPropertyValue(name) };
}

const encoder = new TextEncoder();
const plain = (text: string) => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc
      .array(fc.constantFrom(',', ';', '\\', '\n', '\\n', ':', '"', 'é', '李', '👩‍👧', 'a', '\r\n '), { maxLength: 40 })
      .map((parts) => parts.join('')),
  )
  .map((one) => one.toWellFormed());

/** Long enough to be folded several times, in characters of one octet and of more. */
const long = fc
  .array(fc.constantFrom('a', 'b ', 'é', '李', '👩‍👧', ',', '\n'), { maxLength: 400, size: 'max' })
  .map((parts) => parts.join(''));

describe('a vCard', () => {
  const id = '9763caa1-cef3-497f-b3b2-f551456b2831';
  const user = userOf(id, {
    name: 'Łucja Nowak',
    firstName: 'Łucja',
    middleName: 'Maria',
    lastName: 'Nowak; Lee',
    username: 'lucja',
    emails: [
      emailOf('lucja@example.com', { isPrimary: true, type: 'WORK' }),
      emailOf('l@home.example (once: lu@home.example)', { type: 'PERSONAL' }),
      emailOf('lucja@Example.com'),
      emailOf('x@y', { type: 'constructor' }),
    ],
    phones: [
      { number: '+34 91 555-01 (27)', type: 'Mobile', isPrimary: true },
      { number: 'ext. 12, ask for me', type: null, isPrimary: false },
    ],
    timezone: '+05:30',
    updatedAt: Date.UTC(2021, 8, 16, 18, 34),
    status: 'inactive',
  });
  const card = read(
    vcardOf(
      recordOf(user, {
        role: { id: 'r', name: 'Team lead', namedBy: null },
        team: { id: 't', name: 'Field; sales', namedBy: null },
      }),
    ),
  );

  it('says who the person is', () => {
    expect(card.value('version')).toBe('4.0');
    expect(card.value('uid')).toBe(`urn:uuid:${id}`);
    expect(card.value('fn')).toBe('Łucja Nowak');
    expect(card.value('n')).toEqual(['Nowak; Lee', 'Łucja', 'Maria', '', '']);
    expect(card.value('nickname')).toBe('lucja');
    expect(card.value('title')).toBe('Team lead');
    expect(card.value('org')).toEqual(['', 'Field; sales']);
    expect(card.value('categories')).toBe('inactive');
  });

  it.each([
    ['active', null, null, 'active', null],
    ['deleted', Date.UTC(2026, 7, 27, 9), null, 'deleted', 'Deleted 2026-08-27T09:00:00.000Z'],
    ['deleted', null, null, 'deleted', 'Deleted, no date'],
    ['active', null, noon, 'not found', 'Not found since 2026-03-01T12:00:00.000Z'],
    [
      ...(['deleted', Date.UTC(2026, 1, 7), noon, 'deleted'] as const),
      'Deleted 2026-02-07T00:00:00.000Z, no longer found since 2026-03-01T12:00:00.000Z',
    ],
  ] as const)('of somebody %s, deleted at %s and not found since %s', (status, deletedAt, since, category, note) => {
    const gone = read(vcardOf(recordOf(userOf('a', { status, deletedAt }), { notFoundSince: since })));
    expect([gone.value('categories'), gone.value('note')]).toEqual([category, note]);
  });

  it('says of a deletion that its date could not be read, where one came', () => {
    const unread = [{ field: 'deletedAt', expected: 'a time', came: '"soon"' }];
    const gone = read(vcardOf(recordOf(userOf('a', { status: 'deleted', deletedAt: null, unread }))));
    expect(gone.value('note')).toBe('Deleted, date not readable');
  });

  it('names an address once, and keeps the others that stand in its field', () => {
    expect(card.all('email').map(({ value }) => value)).toEqual(['lucja@example.com', 'l@home.example', 'x@y']);
    expect(card.all('note').map(({ value }) => value)).toEqual(['E-mail: l@home.example (once: lu@home.example)']);
  });

  it('names every e-mail and phone, and which goes first', () => {
    expect(card.all('email')).toMatchObject([
      { value: 'lucja@example.com', pref: '1', type: 'work' },
      { value: 'l@home.example', type: 'home' },
      { value: 'x@y' },
    ]);
    expect(card.all('email')[2]?.type).toBeUndefined();
    expect(card.all('tel')).toMatchObject([
      { value: '+34915550127', kind: 'text', type: 'cell', pref: '1' },
      { value: 'ext. 12, ask for me', kind: 'text' },
    ]);
  });

  it.each([
    ['+44 (0)20 7946 0958', ['+442079460958']],
    ['+44(0)20 7946 0958', ['+442079460958']],
    ['+49-( 0 )711 123', ['+49711123']],
    ['+1 (212) 555-0100', ['+12125550100']],
    ['+39 (0)6 1234567', ['+39061234567']],
    ['+44 20 7946 0958/59', ['+442079460958']],
    ['Tel. +49 89 12345 Dw. 12', ['+498912345 ext. 12']],
    ['+34 915550127 / 915550128', ['+34915550127', '+34915550128']],
    ['+34 915550127 915550128', ['+34915550127', '+34915550128']],
    ['020 7946 0958', ['020 7946 0958']],
    ['+1234567890123456', ['+1234567890123456']],
    ['+44 20 (0) 7946', ['+44 20 (0) 7946']],
    ['extension 4711', ['extension 4711']],
  ])('%j is one number a line, whole or as it came', (number, texts) => {
    const phones = [{ number, type: null, isPrimary: true }];
    expect(read(vcardOf(recordOf(userOf('a', { phones })))).all('tel')).toMatchObject(
      texts.map((value, nth) => ({ value, kind: 'text', pref: nth === 0 ? '1' : undefined })),
    );
  });

  it('carries the addresses that are meant', () => {
    const emails = [emailOf(' SMTP:a@x.example\u200b', { isPrimary: true }), emailOf('b@x; c@x'), emailOf('by pigeon')];
    expect(read(vcardOf(recordOf(userOf('a', { emails })))).all('email')).toMatchObject([
      { value: 'a@x.example', pref: '1' },
      { value: 'b@x' },
      { value: 'c@x' },
      { value: 'by pigeon' },
    ]);
  });

  it('gives the time zone and when it was changed', () => {
    expect(String(card.value('tz'))).toBe('+05:30');
    expect(String(card.value('rev'))).toContain('2021-09-16T18:34:00Z');
    const zoneOf = (timezone: string) => String(read(vcardOf(recordOf(userOf('a', { timezone })))).value('tz'));
    expect(zoneOf('Asia/Kolkata')).toBe('Asia/Kolkata');
    expect(zoneOf('Europe/Kyiv')).toBe('Europe/Kyiv');
    expect(zoneOf('India Standard Time')).toBe('Asia/Calcutta');
    expect(zoneOf('UTC-3')).toBe('-03:00');
    expect(zoneOf('IST')).toBe('IST');
  });

  it('says nothing of birth date and gender', () => {
    const secret = userOf(id, { dob: Date.UTC(1988, 4, 3), gender: 'female' });
    expect(vcardOf(recordOf(secret))).not.toMatch(/BDAY|GENDER|1988/);
  });

  it('carries any text whole', () => {
    fc.assert(
      fc.property(text, text, text, (name, first, address) => {
        // Such a part would be misread: it stands in the whole name alone.
        fc.pre(!first.endsWith('\\'));
        const made = read(vcardOf(recordOf(userOf('a', { name, firstName: first, emails: [emailOf(address)] }))));
        expect(made.value('fn')).toBe(plain(name));
        expect((made.value('n') as unknown as string[])[1]).toBe(plain(first));
        expect(made.all('email').map(({ value }) => value)).toEqual(cleanAddresses(address).map(plain));
      }),
      { numRuns: 1000 },
    );
  });

  it('has no line longer than 75 octets, and cuts no character', () => {
    fc.assert(
      fc.property(long, (name) => {
        const written = vcardOf(recordOf(userOf('a', { name })));
        for (const line of written.split('\r\n')) {
          expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(written.endsWith('END:VCARD\r\n')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('carries the demo directory with every blemish whole', () => {
    const records = demoRecords();
    const cards = ICAL.parse(records.map(vcardOf).join('')) as unknown as ConstructorParameters<
      typeof ICAL.Component
    >[0][];
    expect(cards).toHaveLength(records.length);
    for (const [index, one] of cards.entries()) {
      const { user } = records[index] ?? recordOf(userOf('none'));
      const made = new ICAL.Component(one);
      expect(made.getFirstPropertyValue('fn')).toBe(user.name);
      expect(made.getAllProperties('email').map((property) => property.getFirstValue())).toEqual(
        user.emails.map(({ address }) => address),
      );
      expect(made.getAllProperties('tel')).toHaveLength(user.phones.length);
    }
  });
});
