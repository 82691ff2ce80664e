/** People of every blemish as CSV, read back by a parser that is not ours. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { defused } from '../../../electron/export/cells.ts';
import { csvHead, csvOf, csvPersonOf } from '../../../electron/export/people-csv.ts';
import { emailOf, noon, userOf } from '../storage/stored.ts';
import { demoRecords, recordOf } from './records.ts';

type Row = Readonly<Record<string, string>>;

const read = (text: string): Row[] => parse(text, { bom: true, columns: true }) as Row[];

describe('people as CSV', () => {
  it('has a line for each, with status, managers, every e-mail and phone', () => {
    const user = userOf('ann', {
      name: 'Ann "Bo" Lee, Jr',
      firstName: 'Ann',
      lastName: 'Lee',
      status: 'deleted',
      isActive: null,
      isDeleted: true,
      deletedAt: Date.UTC(2024, 1, 29, 12),
      emails: [
        emailOf(' SMTP:ann@example.com\u200b', { isPrimary: true }),
        emailOf('=a@b; c@d (old: e@f)'),
        emailOf('ann@EXAMPLE.com'),
      ],
      phones: [
        { number: '+34 91 555', type: null, isPrimary: true },
        { number: '0170', type: null, isPrimary: false },
      ],
      role: 'r1',
    });
    const record = recordOf(user, {
      role: { id: 'r1', name: 'Team lead', namedBy: null },
      managers: [
        { id: userOf('bea').id, name: 'Bea' },
        { id: userOf('cem').id, name: 'Cem' },
      ],
    });
    expect(read(csvHead(false) + csvOf(null)(csvPersonOf(record)))).toEqual([
      expect.objectContaining({
        Name: 'Ann "Bo" Lee, Jr',
        'First name': 'Ann',
        'Middle name': '',
        Status: 'deleted',
        Active: '',
        Deleted: 'true',
        'Deleted at': '2024-02-29T12:00:00.000Z',
        'Not found since': '',
        Role: 'Team lead',
        Team: '',
        Manager: 'Bea; Cem',
        'Manager id': 'bea; cem',
        'E-mails': "ann@example.com; '=a@b; c@d; '=a@b; c@d (old: e@f)",
        Phones: "'+34 91 555; '0170",
        'Fetched at': '2026-03-01T12:00:00.000Z',
        Id: 'ann',
      }),
    ]);
  });

  it.each([
    ['active', 'not found'],
    ['inactive', 'not found'],
    ['unknown', 'not found'],
    ['deleted', 'deleted'],
  ] as const)('says since when the server has no longer had somebody who was %s', (status, word) => {
    const record = recordOf(userOf('ann', { status, isActive: status === 'active' }), { notFoundSince: noon + 5 });
    expect(read(csvHead(false) + csvOf(null)(csvPersonOf(record)))).toEqual([
      expect.objectContaining({
        Status: word,
        // Nobody who filters for "Active" keeps somebody who is gone.
        Active: status === 'deleted' ? 'false' : '',
        'Not found since': '2026-03-01T12:00:00.005Z',
      }),
    ]);
  });

  it('begins with the mark by which spreadsheets know UTF-8, and ends its lines as RFC 4180 says', () => {
    expect(csvHead(false).codePointAt(0)).toBe(0xfeff);
    expect((csvHead(false) + csvOf(null)(csvPersonOf(recordOf(userOf('a'))))).match(/\r\n/g)).toHaveLength(2);
  });

  it('leaves out moments that no date can hold', () => {
    const user = userOf('a', { createdAt: 1e20, updatedAt: Number.NaN, deletedAt: -1e16 });
    expect(read(csvHead(false) + csvOf(null)(csvPersonOf(recordOf(user))))).toEqual([
      expect.objectContaining({ Created: '', Updated: '', 'Deleted at': '' }),
    ]);
  });

  it('carries the demo directory with every blemish whole', () => {
    const records = demoRecords();
    const rows = read(csvHead(false) + records.map((record) => csvOf(null)(csvPersonOf(record))).join(''));
    expect(rows.map(({ Name }) => Name)).toEqual(records.map(({ user }) => defused(user.name)));
    expect(rows.map(({ Id }) => Id)).toEqual(records.map(({ user }) => user.id));
    expect(rows.map((row) => row['E-mails'])).toEqual(
      records.map(({ user }) => defused(user.emails.map(({ address }) => address).join('; '))),
    );
    expect(new Set(rows.map((row) => Object.keys(row).length))).toEqual(new Set([23]));
  });
});
