/** A check that is saved as a workbook and as evidence, through the calls that the page makes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { usualView } from '../../../contract/people-view.ts';
import type { Announce } from '../../../electron/announce.ts';
import { createCheckCalls } from '../../../electron/calls/check.ts';
import { createCheckEvidenceCalls } from '../../../electron/calls/check-evidence.ts';
import type { CheckList } from '../../../electron/calls/check-list.ts';
import { createExports } from '../../../electron/calls/exports.ts';
import { accept } from '../../../electron/check/list-keeping.ts';
import { type Clock, systemClock } from '../../../electron/clock.ts';
import { createEvidenceOpening } from '../../../electron/connection/evidence-thread.ts';
import { createUnfinished } from '../../../electron/export/unfinished.ts';
import { noPaper } from '../calls/no-paper.ts';
import { fileOf, madeEvidence } from '../evidence/made-evidence.ts';
import { startedFile } from '../started-file.ts';
import { strictLog } from '../storage/stored.ts';
import { unwrap } from '../sync/synced.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { workerInPlace } from '../thread/worker-in-place.ts';
import { readCells, workbookOf } from '../workbook/made-workbooks.ts';
import { readByOpenpyxl, whyNoOpenpyxl } from '../workbook/openpyxl.ts';
import { anything, type Checked, type CheckedOptions, openChecked } from './checked.ts';

const now = Date.UTC(2026, 11, 1, 11);
const deletedAt = Date.UTC(2026, 10, 28, 9, 30);
const people: NonNullable<CheckedOptions['people']> = {
  'u-10001': { name: '=HYPERLINK("x")', emails: ['ana@x.example'] },
  'u-10002': { name: '007', status: 'deleted', deletedAt, emails: ['bond@x.example'] },
};

const opened: Checked[] = [];
afterEach(async () => {
  for (const { directory } of opened.splice(0)) await directory.close();
});

async function saving(options: CheckedOptions = {}) {
  const checked = await openChecked({ people, ...options });
  opened.push(checked);
  const path = join(temporaryFolder(), 'saved');
  const told: string[] = [];
  const copied: string[] = [];
  let clock = 0;
  const toldOf = { stop: false };
  const exports = createExports({
    choosePath: async (name) => {
      told.push(name);
      return path;
    },
    unfinished: createUnfinished(join(temporaryFolder(), 'unfinished')),
    announce: (name) => {
      told.push(name);
      if (toldOf.stop) exports.stop();
    },
    // Each look at the clock takes a while, so that every part is one to tell of.
    clock: {
      monotonic: () => {
        clock += 700;
        return clock;
      },
      sleep: () => new Promise(() => undefined),
    },
    paper: noPaper,
  });
  const never = () => {
    throw new Error('not asked here');
  };
  const calls = createCheckCalls({
    current: () => checked.directory,
    list: { of: never, chosen: never } as CheckList,
    sentFiles: { send: never, refusalOf: never },
    copy: async (text) => void copied.push(text),
    exports,
    clock: { now: () => now },
    app: '0.1.0',
  });
  const open = createCheckEvidenceCalls({
    chooseFile: async () => path,
    evidence: opening(),
  });
  return { ...checked, calls: { ...calls, ...open }, toldOf, told, copied, saved: () => readFileSync(path) };
}

/** `clock`: of what is told. */
function opening(clock: Pick<Clock, 'sleep'> = systemClock, announce: Announce = () => undefined) {
  const thread = { script: startedFile('directory-thread'), startWorker: workerInPlace };
  return createEvidenceOpening({ thread, log: strictLog, clock, announce });
}

const lines = 'u-10001\nana@x.example\n\nu-10002; u-20001\n';

describe('a check as a workbook', () => {
  it('is the list with what is known of each row, and stays as it is', async () => {
    const { begin, calls, saved, told } = await saving();
    const { id } = await begin(lines);
    expect(await calls['check.save']({ id, filter: anything, format: 'xlsx' })).toMatchObject({ value: { saved: 5 } });
    expect(told[0]).toBe('status-check.xlsx');
    const [head = [], ...rows] = await readCells(saved());
    expect(head.slice(0, 4)).toEqual(['Line', 'Given', 'Status', 'Deleted on']);
    const of = (heading: string) => rows.map((row) => row[head.indexOf(heading)] ?? '');
    expect(of('Given').slice(0, 4)).toEqual(['u-10001', 'ana@x.example', '', 'u-10002']);
    expect(of('Name').slice(0, 2)).toEqual(['=HYPERLINK("x")', '=HYPERLINK("x")']);
    expect(of('Line')).toContain('3');
  });

  it('has the columns of a table, the dates as dates and the digits as they came', async ({ skip }) => {
    skip(whyNoOpenpyxl !== null, whyNoOpenpyxl ?? '');
    const { checks, calls, saved } = await saving();
    const row = (...cells: readonly string[]) =>
      `<row>${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`;
    const sheet = row('Id', 'Number') + row('u-10002', '00123') + row('u-10001', '12345678901234567890');
    const given = { bytes: Uint8Array.from(workbookOf({ sheets: { One: sheet } })), name: 'list.xlsx' };
    const { id } = unwrap(await checks.begin(given, { kind: 'file', name: 'list.xlsx' }, accept));
    await calls['check.save']({ id, filter: anything, format: 'xlsx' });
    const [head = [], ...rows] = await readByOpenpyxl(saved());
    const headings = head.map(({ value }) => value);
    expect(headings.slice(0, 4)).toEqual(['Id', 'Number', 'Status', 'Deleted on']);
    expect(rows.map((cells) => cells[1])).toEqual([
      { type: 's', value: '00123' },
      { type: 's', value: '12345678901234567890' },
    ]);
    expect(rows[0]?.[3]).toEqual({ type: 'd', value: '2026-11-28T09:30:00' });
    expect(rows[0]?.[headings.indexOf('Name')]).toEqual({ type: 's', value: '007' });
    expect(rows[1]?.[headings.indexOf('Name')]).toEqual({ type: 's', value: '=HYPERLINK("x")' });
  });

  it('is refused where a sheet has too few columns for it', async () => {
    const { checks, calls, told } = await saving();
    const row = `<row>${Array.from({ length: 16_380 }, () => '<c t="str"><v>u-10001</v></c>').join('')}</row>`;
    const given = { bytes: Uint8Array.from(workbookOf({ sheets: { One: row } })), name: 'list.xlsx' };
    const { id } = unwrap(await checks.begin(given, { kind: 'file', name: 'list.xlsx' }, accept));
    expect(await calls['check.save']({ id, filter: anything, format: 'xlsx' })).toEqual({
      ok: false,
      failure: { kind: 'workbook', trouble: 'too-many-columns' },
    });
    expect(told).toEqual([]);
  });
});

describe('people that no row means', () => {
  it('are saved and copied as people, whatever columns the list has', async () => {
    const { begin, checks, calls, saved, copied } = await saving();
    const { id } = await begin('id,cost\nu-10001,1\nu-20001,2\n');
    const part = { ...usualView.filter, text: 'u-10001 u-10002' };
    expect(unwrap(await checks.compare(id, part)).comparison).toMatchObject({ both: 1, onlyList: 1, onlyHere: 1 });
    const filter = { ...anything, show: 'only-here' as const };
    const cells = [
      [
        'Name',
        'Id',
        'E-mail',
        'Status',
        'Deleted on',
        'Days since',
        'Not found since',
        'Manager',
        'Manager’s status',
        'Checked at',
      ],
      [
        '007',
        'u-10002',
        'bond@x.example',
        'deleted',
        '2026-11-28T09:30:00.000Z',
        '3',
        '',
        '',
        '',
        '2026-03-01T12:00:00.000Z',
      ],
    ];
    expect(await calls['check.save']({ id, filter, format: 'csv' })).toMatchObject({ value: { saved: 1 } });
    const csv = parse(saved(), { bom: true }) as string[][];
    expect(csv).toEqual([cells[0], ["'007", ...(cells[1] ?? []).slice(1)]]);
    expect(await calls['check.save']({ id, filter, format: 'xlsx' })).toMatchObject({ value: { saved: 1 } });
    const [head, row] = await readCells(saved());
    expect(head).toEqual(cells[0]);
    expect(row?.slice(0, 4)).toEqual(['007', 'u-10002', 'bond@x.example', 'deleted']);
    expect(await calls['check.copy']({ id, filter, rows: { from: 0, to: 1 } })).toMatchObject({ value: { copied: 1 } });
    expect(copied.join('').split('\n')[1]).toMatch(/^'007\tu-10002\tbond@x.example\tdeleted/);
  });
});

describe('a check as evidence', () => {
  it('is opened without a directory: it is unchanged, and says what it holds', async () => {
    const { begin, calls, checks, saved, told, directory } = await saving();
    const { id } = await begin(lines);
    unwrap(await checks.name(id, 'July'));
    expect(await calls['check.evidence']({ id })).toMatchObject({ value: { saved: 5 } });
    expect(told[0]).toBe('status-check-evidence.zip');
    await directory.close();
    opened.length = 0;
    const answer = await calls['check.openEvidence'](null);
    expect(unwrap(answer)).toMatchObject({
      name: 'saved',
      verdict: {
        kind: 'unchanged',
        holds: {
          made: '2026-12-01T11:00:00.000Z',
          app: '0.1.0',
          server: 'https://api.example.com',
          check: { name: 'July', source: { kind: 'pasted' }, counts: { rows: 5, empty: 1 } },
          replies: 2,
          bytes: saved().length,
        },
      },
    });
    const text = saved().toString();
    expect(text).toContain('\n\n{"_data":{"id":"u-10002"');
    expect(text).toContain('[4,0,"u-10002"]\n[4,1," u-20001"]\n');
    expect(text.indexOf('"givenSha256":"')).toBeGreaterThan(0);
  });

  it('that was changed is told', async () => {
    const { begin, calls, saved } = await saving();
    const { id } = await begin(lines);
    await calls['check.evidence']({ id });
    const bytes = saved();
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 4, bytes.length >> 1);
    const { verify } = opening();
    expect(unwrap(await verify(fileOf(bytes))).kind).toBe('changed');
    expect(await verify(join(temporaryFolder(), 'none.zip'))).toEqual({
      ok: false,
      failure: { kind: 'bad-input', where: 'file', reason: 'malformed' },
    });
  });

  it('of many is told of as it is written, and can be stopped: nothing is left of it', async () => {
    const many = Object.fromEntries(Array.from({ length: 1200 }, (_, nth) => [`u-${10_001 + nth}`, {}]));
    const { begin, calls, toldOf, told, saved } = await saving({ people: many });
    const { id } = await begin(Object.keys(many).join('\n'));
    expect(await calls['check.evidence']({ id })).toMatchObject({ value: { saved: 1200 } });
    expect(told).toContain('export.progress');
    expect(unwrap(await calls['check.openEvidence'](null))?.verdict).toMatchObject({ holds: { replies: 1200 } });
    const before = saved();
    toldOf.stop = true;
    expect(await calls['check.evidence']({ id })).toMatchObject({ ok: true, value: { saved: null } });
    expect(saved().equals(before)).toBe(true);
  });

  it('that is opened says how far it is, and is stopped', async () => {
    const line = '[1,0,"u-1"]\n'.repeat(100_000);
    const bytes = madeEvidence(
      undefined,
      undefined,
      Array.from({ length: 40 }, () => line),
    );
    const path = fileOf(bytes);
    const told: unknown[] = [];
    // Told as often as there is a turn for it.
    const clock = { sleep: (_ms: number, signal?: AbortSignal) => systemClock.sleep(0, signal) };
    const one = opening(clock, (name, data) => {
      told.push({ name, data });
      if (told.length === 3) one.stop();
    });
    expect(await one.verify(path)).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(told.at(-1)).toMatchObject({ name: 'check.progress', data: { of: 'evidence', total: bytes.length } });
    // Another takes the place of the one that is being read.
    const [first, second] = [one.verify(path), one.verify(path)];
    expect(await first).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(unwrap(await second).kind).toBe('unchanged');
  });

  it('that another check takes the place of is given up', async () => {
    const { begin, calls } = await saving();
    const { id } = await begin(lines);
    expect(await calls['check.evidence']({ id: (id + 7) as typeof id })).toMatchObject({
      failure: { kind: 'bad-input', reason: 'not-known' },
    });
  });
});
