/** The calls of a status check, over the thread of an open directory: what is brought, and what is copied and saved. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { longestChecked, longestFilePart, longestMessage } from '../../../contract/bounds.ts';
import { calls as contract } from '../../../contract/calls.ts';
import { usualView } from '../../../contract/people-view.ts';
import { createTokenGuard } from '../../../electron/account/token-leak-check.ts';
import { createCheckCalls } from '../../../electron/calls/check.ts';
import { createCheckList } from '../../../electron/calls/check-list.ts';
import { createExports } from '../../../electron/calls/exports.ts';
import { createSentFiles } from '../../../electron/calls/sent-files.ts';
import { createSentTexts } from '../../../electron/calls/sent-texts.ts';
import { systemClock } from '../../../electron/clock.ts';
import { restored } from '../../../electron/export/cells.ts';
import { anything, type Checked, type CheckedOptions, forty, openChecked, saidOf } from '../check/checked.ts';
import { unwrap } from '../sync/synced.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { workbookOf } from '../workbook/made-workbooks.ts';
import { noPaper } from './no-paper.ts';

const token = 'a-token-that-nobody-may-paste';
let checked: Checked | null = null;
afterEach(async () => {
  await checked?.directory.close();
  checked = null;
});

async function open(options: CheckedOptions = {}) {
  checked = await openChecked(options);
  const { directory } = checked;
  const folder = temporaryFolder();
  const state = { clipboard: '', chosen: null as string | null };
  const guard = createTokenGuard(() => [token]);
  const sentFiles = createSentFiles(guard);
  const calls = createCheckCalls({
    current: () => directory,
    list: createCheckList({
      texts: createSentTexts(guard),
      sentFiles,
      readClipboard: async () => state.clipboard,
      chooseFile: async () => state.chosen,
    }),
    sentFiles,
    copy: async (text) => {
      state.clipboard = text;
    },
    exports: createExports({
      choosePath: async (name) => join(folder, name),
      unfinished: { note: async () => async () => undefined },
      announce: () => undefined,
      paper: noPaper,
      clock: systemClock,
    }),
    clock: { now: () => new Date(2026, 2, 3, 8).getTime() },
    app: '0.1.0',
  });
  const begin = async (from: Parameters<(typeof calls)['check.begin']>[0]['from']) => {
    const overview = unwrap(await calls['check.begin']({ from }));
    const { rows } = unwrap(await calls['check.rows']({ id: overview.id, filter: anything, offset: 0, limit: 100 }));
    return { ...overview, rows };
  };
  return { calls, begin, state, folder, directory };
}

describe('a list is brought', () => {
  it('as a text, from the clipboard, and as people who are selected', async () => {
    const { begin, state, directory } = await open();
    expect((await begin({ kind: 'search', text: 'u-10001↵u-10002' })).rows.map(saidOf)).toHaveLength(2);
    state.clipboard = 'p3@x.example';
    const clipped = await begin({ kind: 'clipboard' });
    expect([clipped.source, clipped.rows.map(saidOf)]).toEqual([
      { kind: 'clipboard' },
      ['p3@x.example | active | u-10003 | primary-email'],
    ]);
    const { snapshot } = unwrap(await directory.views.window({ view: usualView, offset: 0, limit: 5, follow: [] }));
    const selected = await begin({ kind: 'selection', people: { snapshot, which: 'all' } });
    expect(selected.rows.map(({ person }) => person?.id)).toEqual(Object.keys(forty));
  });

  it('as a file in parts, and as one that is chosen, whatever its encoding', async () => {
    const { calls, begin, state, folder } = await open();
    const bytes = Buffer.from('\ufeffu-10001\r\nŽofie\r\n', 'utf16le');
    const first = unwrap(await calls['check.sendFile']({ sent: null, part: Uint8Array.from(bytes.subarray(0, 7)) }));
    await calls['check.sendFile']({ ...first, part: Uint8Array.from(bytes.subarray(7)) });
    const sent = await begin({ kind: 'file', ...first, name: 'list.txt' });
    expect([sent.source, sent.rows.map(({ given }) => given)]).toEqual([
      { kind: 'file', name: 'list.txt' },
      ['u-10001', 'Žofie'],
    ]);
    expect(await calls['check.begin']({ from: { kind: 'file', ...first, name: 'list.txt' } })).toMatchObject({
      failure: { kind: 'bad-input', where: 'file', reason: 'not-known' },
    });
    expect(unwrap(await calls['check.chooseFile'](null))).toBeNull();
    state.chosen = join(folder, 'chosen.csv');
    writeFileSync(state.chosen, bytes);
    expect(unwrap(await calls['check.chooseFile'](null))).toMatchObject({
      source: { kind: 'file', name: 'chosen.csv' },
    });
    state.chosen = folder;
    expect(await calls['check.chooseFile'](null)).toMatchObject({ failure: { where: 'file', reason: 'malformed' } });
  });

  it('and refused by its size, with how large it is', async () => {
    const { calls, state, folder } = await open();
    const part = new Uint8Array(longestFilePart);
    let sent: number | null = null;
    let answer = unwrap(await calls['check.sendFile']({ sent, part }));
    let length = part.byteLength;
    for (; length + part.byteLength <= longestChecked; length += part.byteLength) {
      sent = answer.sent;
      answer = unwrap(await calls['check.sendFile']({ sent, part }));
    }
    const bytes = length + part.byteLength;
    const beyond = await calls['check.sendFile']({ sent: answer.sent, part });
    expect(beyond).toMatchObject({ failure: { kind: 'list-too-large', bytes, most: { bytes: longestChecked } } });
    expect((await calls['check.begin']({ from: { kind: 'file', sent: answer.sent, name: 'a' } })).ok).toBe(false);
    state.chosen = join(folder, 'large');
    writeFileSync(state.chosen, new Uint8Array(longestChecked + 1));
    expect(await calls['check.chooseFile'](null)).toMatchObject({
      failure: { kind: 'list-too-large', bytes: longestChecked + 1 },
    });
  });

  it('and refused where the access token is in it, over two parts and in UTF-16 too', async () => {
    const { calls, state, folder } = await open();
    const refusal = { failure: { kind: 'bad-input', where: 'file', reason: 'holds-token' } };
    const parts = [`u-1\n${token.slice(0, 9)}`, `${token.slice(9)}\n`].map((text) => Buffer.from(text));
    const first = unwrap(await calls['check.sendFile']({ sent: null, part: Uint8Array.from(parts[0] ?? []) }));
    expect(await calls['check.sendFile']({ ...first, part: Uint8Array.from(parts[1] ?? []) })).toMatchObject(refusal);
    expect((await calls['check.begin']({ from: { kind: 'file', ...first, name: 'a' } })).ok).toBe(false);
    state.chosen = join(folder, 'wide');
    writeFileSync(state.chosen, Buffer.from(`${'u-1\n'.repeat(100_000)}${token}`, 'utf16le'));
    expect(await calls['check.chooseFile'](null)).toMatchObject(refusal);
    state.clipboard = `see ${token}`;
    expect(await calls['check.begin']({ from: { kind: 'clipboard' } })).toMatchObject(refusal);
    state.chosen = join(folder, `${token}.txt`);
    writeFileSync(state.chosen, 'u-1\n');
    expect(await calls['check.chooseFile'](null)).toMatchObject(refusal);
  });

  it('and refused where the access token is in a workbook, whose bytes do not show it, and nothing of it is kept', async () => {
    const { calls, state, folder } = await open();
    const row = (text: string) => `<row><c t="str"><v>${text}</v></c><c><v>1</v></c></row>`;
    state.chosen = join(folder, 'list.xlsx');
    for (const made of [{ One: row('u-10001') + row(`see ${token}`) }, { [token]: row('u-10001') }]) {
      writeFileSync(state.chosen, workbookOf({ sheets: made }));
      expect(await calls['check.chooseFile'](null)).toMatchObject({
        failure: { kind: 'bad-input', where: 'file', reason: 'holds-token' },
      });
      expect(unwrap(await calls['check.kept'](null))).toEqual({ checks: [], last: null });
    }
  });
});

const people = {
  ...forty,
  'u-10001': { name: 'Ana Silva', reports: ['u-10002'] },
  'u-10002': { name: '=cmd|evil', status: 'deleted', deletedAt: new Date(2026, 1, 27, 23).getTime() },
  'u-10003': { emails: ['team@x.example'] },
  'u-10004': { emails: ['team@x.example'] },
} as const;
const table = 'id,Cost centre,Formula\nu-10002,0042,=1+1\nteam@x.example,12345678901234567890,"a\nb"\n,,\nu-10002,,\n';

describe('a list that was checked', () => {
  it('is saved with its own columns as they came and what is known behind them, and nothing of it is a formula', async () => {
    const { calls, begin, folder } = await open({ people });
    const { id } = await begin({ kind: 'pasted', text: table });
    expect(unwrap(await calls['check.save']({ id, filter: anything, format: 'csv' }))).toEqual({ saved: 4 });
    const text = readFileSync(join(folder, 'status-check.csv'), 'utf8');
    const [head = [], ...rows] = parse(text, { bom: true }) as string[][];
    expect(head.slice(0, 3)).toEqual(['id', 'Cost centre', 'Formula']);
    const cells = rows.map((row) => row.map(restored));
    expect(cells.map((row) => row.slice(0, 3))).toEqual([
      ['u-10002', '0042', '=1+1'],
      ['team@x.example', '12345678901234567890', 'a\nb'],
      ['', '', ''],
      ['u-10002', '', ''],
    ]);
    const at = (nth: number, name: string) => cells[nth]?.[head.indexOf(name)];
    expect(['Status', 'Deleted on', 'Days since', 'Name', 'Manager', 'Matched by'].map((name) => at(0, name))).toEqual([
      'deleted',
      new Date(2026, 1, 27, 23).toISOString(),
      '4',
      '=cmd|evil',
      'Ana Silva',
      'id',
    ]);
    expect([at(1, 'Status'), at(1, 'Id')]).toEqual(['ambiguous', 'u-10003; u-10004']);
    expect([at(2, 'Status'), at(3, 'Status'), at(3, 'Same as line')]).toEqual(['', 'deleted', '2']);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@]/);
  });

  it('is copied as it is filtered, or a part of that', async () => {
    const { calls, begin, state } = await open({ people });
    const { id } = await begin({ kind: 'pasted', text: 'u-10001\nu-10002\nu-10003\n\n' });
    const copy = async (filter: typeof anything, rows: { from: number; to: number } | null) => {
      state.clipboard = '';
      const { copied } = unwrap(await calls['check.copy']({ id, filter, rows }));
      return [copied, ...state.clipboard.split('\n').map((line) => line.split('\t').slice(0, 3).join(' '))];
    };
    expect(await copy({ ...anything, show: 'gone' }, null)).toEqual([1, 'Line Given Status', '2 u-10002 deleted', '']);
    expect(await copy(anything, { from: 2, to: 4 })).toEqual([2, 'Line Given Status', '3 u-10003 active', '4  ', '']);
    expect(await copy({ ...anything, show: 'inactive' }, null)).toEqual([0, '']);
  });
});

it('one message has room for as many rows as are asked for, however long all that is in them is', async () => {
  const wide = '界'.repeat(5000);
  const long = Object.fromEntries(
    Array.from({ length: 120 }, (_, nth) => [
      `u-${10_001 + nth}`,
      { name: `${wide}${nth}`, username: wide, emails: ['team@x.example'], reports: [`u-${10_002 + nth}`] },
    ]),
  );
  const { calls, begin } = await open({ people: long });
  const { id, rows } = await begin({
    kind: 'pasted',
    text: Array.from({ length: 100 }, (_, nth) => `${wide} ${nth} team@x.example u-${10_001 + nth}`).join('\n'),
  });
  const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  expect(rows).toHaveLength(100);
  const answer = { version: 1, offset: 0, rows, total: 100, isLacking: false };
  expect(sizeOf(contract['check.rows'].output.parse(answer))).toBeLessThan(longestMessage);
  const shared = await begin({ kind: 'pasted', text: `${'team@x.example\n'.repeat(100)}` });
  expect(shared.rows[0]?.candidates?.count).toBe(120);
  expect(sizeOf(shared.rows)).toBeLessThan(longestMessage);
  const candidates = unwrap(await calls['check.candidates']({ id: shared.id, place: 0 }));
  expect([candidates.count, candidates.first.length]).toEqual([120, 20]);
  expect((await calls['check.open']({ id })).ok).toBe(false);
});
