/** People as CSV and as copied text, as LibreOffice reads them: less the apostrophes, each cell is what is stored. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportedEmails } from '../../../electron/email/exported-emails.ts';
import { csvLine, restored, tabbedLine } from '../../../electron/export/cells.ts';
import { csvHead, csvOf, csvPersonOf } from '../../../electron/export/people-csv.ts';
import type { ExportRecord } from '../../../electron/export/record.ts';
import { asLine, isBlank } from '../../../electron/reading/read-text.ts';
import { emailOf, idOf, userOf } from '../storage/stored.ts';
import { type Reading, readByLibreOffice, whyNotRead } from './libreoffice.ts';
import { moments, numbers, values } from './lookalikes.ts';
import { recordOf } from './records.ts';

if (whyNotRead !== null) console.warn(whyNotRead);
beforeEach(({ skip }) => skip(whyNotRead !== null, whyNotRead ?? ''));

const english: Reading = { separator: ',', language: 1033, special: true };
const readings: readonly (readonly [string, Reading])[] = [
  ['as it does unless told otherwise', { ...english, special: false }],
  ['detecting English numbers', english],
  ['detecting German numbers', { ...english, language: 1031 }],
  ['detecting French numbers', { ...english, language: 1036 }],
  ['detecting Japanese numbers', { ...english, language: 1041 }],
];

const languages = ['en', 'de', 'fr', 'fi', 'ru', 'tr', 'ar-EG', 'fa', 'hi', 'th', 'ja', 'ja-u-ca-japanese', 'zh', 'ko'];
const moment = Date.UTC(2024, 2, 1, 13, 5);
/** What looks like a number, a date, an amount or a truth value somewhere. */
const lookalikes = [
  ...numbers,
  ...moments,
  ...values,
  ...['=1+1', '=A1', '@SUM(A1)', "'007", "'", "''", "'t Hooft", '  Ann', 'Ann  ', '"Bo" Lee', '"', 'a,b'],
  ...[
    '9763caa1-cef3-497f-b3b2-f551456b2831',
    '12345678-1234-1234-1234-123456789012',
    '1e5@example.com',
    'Bob|=1',
    'x; 007',
  ],
  ...languages.flatMap((language) => [
    ...(['full', 'long', 'medium', 'short'] as const).map((dateStyle) =>
      new Intl.DateTimeFormat(language, { dateStyle }).format(moment),
    ),
    new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(moment),
    new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(moment),
    new Intl.NumberFormat(language).format(-1234.5),
    new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(1234.5),
    new Intl.NumberFormat(language, { style: 'percent' }).format(0.5),
  ]),
];

describe.each(readings)('LibreOffice, %s,', (_, reading) => {
  it('reads every text as it is stored', async () => {
    const file = lookalikes.map((text) => csvLine([{ verbatim: 'x' }, text])).join('');
    const read = await readByLibreOffice(file, reading);
    expect(read.map(([, cell]) => restored(cell?.text ?? ''))).toEqual(lookalikes);
    expect(read.filter(([, cell]) => cell?.isText !== true)).toEqual([]);
  });
});

/** Lines as the reader of replies gives them, of what is hostile to spreadsheets. */
const line = fc
  .oneof(
    fc.constantFrom(...lookalikes),
    fc.array(fc.constantFrom(...'=+-@#\'"|;,.:/ 0123Ee٣½éß李'), { maxLength: 10 }).map((some) => some.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  .map(asLine)
  .filter((text) => !isBlank(text));

const hostile: fc.Arbitrary<ExportRecord> = fc
  .record({
    id: line,
    name: line,
    firstName: line,
    lastName: line,
    username: line,
    all: fc.array(line, { maxLength: 3 }),
  })
  .map(({ id, name, all, ...names }) =>
    recordOf(
      userOf(id, {
        ...names,
        ...{ name, middleName: name, timezone: name, availability: name },
        phones: all.map((number) => ({ number, type: null, isPrimary: false })),
        emails: all.map((address) => emailOf(address)),
        reports: all.map(idOf),
        createdAt: moment,
      }),
      {
        role: { id: name, name: null, namedBy: null },
        team: { id: 't', name, namedBy: null },
        managers: all.map((text) => ({ id: idOf(text), name: text })),
      },
    ),
  );

describe('LibreOffice', () => {
  it('reads hostile people as they are stored, and what is no text as what it is', async () => {
    const records = fc.sample(hostile, { seed: 7, numRuns: 300 });
    const [heads = [], ...rows] = await readByLibreOffice(
      csvHead(false) + records.map((record) => csvOf(null)(csvPersonOf(record))).join(''),
      english,
    );
    expect(rows).toHaveLength(records.length);
    for (const [nth, row] of rows.entries()) {
      const { user, role, team, managers } = records[nth] ?? recordOf(userOf('none'));
      const cells = new Map(heads.map(({ text }, column) => [text, row[column]]));
      const texts = Object.fromEntries([...cells].map(([head, cell]) => [head, restored(cell?.text ?? '')]));
      const list = (some: readonly string[]) => some.join('; ');
      const emails = exportedEmails(user);
      expect(texts).toMatchObject({
        Name: user.name,
        'First name': user.firstName,
        'Middle name': user.middleName,
        'Last name': user.lastName,
        Username: user.username,
        Availability: user.availability,
        Role: role?.id,
        Team: team?.name,
        Manager: list(managers.map(({ name }) => name)),
        'Manager id': list(managers.map(({ id }) => id)),
        'E-mails': list([...emails.addresses.map(({ address }) => address), ...emails.remarks]),
        Phones: list(user.phones.map(({ number }) => number)),
        'Time zone': user.timezone,
        Created: '2024-03-01T13:05:00.000Z',
        Id: user.id,
      });
      expect(cells.get('Id')?.isText).toBe(true);
      expect(cells.get('Name')?.isText).toBe(true);
      expect(cells.get('Direct reports')).toEqual({ text: String(user.reports.length), isText: false });
    }
  });

  it('reads copied rows as they are stored', async () => {
    const pasted = lookalikes.map((text) => tabbedLine([{ verbatim: 'x' }, text])).join('');
    const read = await readByLibreOffice(pasted, { ...english, separator: '\t' });
    expect(read.map(([, cell]) => restored(cell?.text ?? ''))).toEqual(lookalikes);
    expect(read.filter(([, cell]) => cell?.isText !== true)).toEqual([]);
  });
});
