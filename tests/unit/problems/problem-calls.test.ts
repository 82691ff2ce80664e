/** The calls of problems, as the page makes them: what is told, when, and what is copied and saved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { calls as contract } from '../../../contract/calls.ts';
import type { MeantProblems } from '../../../contract/problems.ts';
import { createInBackground } from '../../../electron/background.ts';
import { createExports } from '../../../electron/calls/exports.ts';
import { createProblemCalls } from '../../../electron/calls/problems.ts';
import { systemClock } from '../../../electron/clock.ts';
import { restored } from '../../../electron/export/cells.ts';
import type { ProblemsStore } from '../../../electron/problems/problems-store.ts';
import { createWorkbench } from '../../../electron/problems/workbench.ts';
import { createNews } from '../../../electron/storage/news.ts';
import type { Ask } from '../../../electron/thread/thread-messages.ts';
import { noPaper } from '../calls/no-paper.ts';
import { createFakeClock } from '../fake-clock.ts';
import { idOf, noon, strictLog } from '../storage/stored.ts';
import { writerInPlace } from '../storage/whole-store.ts';
import { unwrap } from '../sync/synced.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { readCells } from '../workbook/made-workbooks.ts';
import { deleted, heaviest, openProblemStore, openProblems, primaryOf, reports } from './problem-store.ts';

let closing = new AbortController();
beforeEach(() => {
  closing = new AbortController();
});
afterEach(() => closing.abort());

function open() {
  const placed = openProblemStore();
  const { store, problems, say } = placed;
  const clock = createFakeClock(noon);
  const news = createNews(strictLog);
  const told: unknown[] = [];
  let asked = 0;
  const askOverview = (async (name: keyof ProblemsStore, input: readonly unknown[]) => {
    if (name === 'problemsFresh') asked += 1;
    return (problems[name] as (...given: readonly unknown[]) => unknown)(...input);
  }) as Ask<ProblemsStore>;
  const workbench = createWorkbench({
    ...{ askOverview, askWriter: writerInPlace(store) },
    ...{ clock, news, inBackground: createInBackground(strictLog), signal: closing.signal },
    announce: (name, data) => void told.push([name, data]),
  });
  const folder = temporaryFolder();
  const state = { clipboard: '', saved: '' };
  const handlers = createProblemCalls({
    current: () => ({ workbench }),
    copy: async (text) => {
      state.clipboard = text;
    },
    exports: createExports({
      choosePath: async (name) => {
        state.saved = join(folder, name);
        return state.saved;
      },
      unfinished: { note: async () => async () => undefined },
      announce: () => undefined,
      paper: noPaper,
      clock: systemClock,
    }),
  });
  return {
    ...placed,
    clock,
    told,
    timesAsked: () => asked,
    state,
    handlers,
    /** Records people, and tells it as the app does. */
    store: (people: Parameters<typeof say>[0]) => {
      const recorded = say(people);
      news.tell('stored', { by: 'sync', recorded, missed: [] });
    },
  };
}

const organisation = {
  top: reports('gone'),
  gone: { name: '=SUM(1)', ...deleted(), ...reports('one', 'two') },
  one: { name: '007', emails: [primaryOf('one@x.example')] },
  two: { name: 'Two' },
};
const all = { kind: 'left-behind', of: openProblems } as const;

it('tells how many are new some seconds after writing has calmed down, once, and only where it is another', async () => {
  const { store, clock, told, handlers, timesAsked } = open();
  expect(await handlers['problems.fresh'](null)).toEqual({ ok: true, value: null });
  store(organisation);
  // As long as something is stored every few seconds, nothing is counted.
  for (let nth = 0; nth < 5; nth += 1) {
    await clock.pass(3000);
    store({ two: { name: `Two ${nth}` } });
  }
  expect(timesAsked()).toBe(0);
  await clock.pass(10_000);
  expect(told).toEqual([['problems.changed', { version: 1, fresh: 3 }]]);
  expect(await handlers['problems.fresh'](null)).toEqual({ ok: true, value: { version: 1, fresh: 3 } });
  store({ two: { name: 'Two again' } });
  await clock.pass(10_000);
  expect([told.length, timesAsked()]).toEqual([1, 2]);
});

it('tells a change within a second while the page shows problems, and not more often', async () => {
  const { store, clock, told, handlers, timesAsked } = open();
  store(organisation);
  const overview = contract['problems.overview'].output.parse(unwrap(await handlers['problems.overview'](null)));
  expect(overview).toMatchObject({ fresh: 3, version: 1 });
  await clock.pass(10_000);
  told.length = 0;
  const before = timesAsked();
  for (let nth = 0; nth < 9; nth += 1) {
    store({ gone: { ...organisation.gone, ...reports('one', 'two', `p${nth}`) }, [`p${nth}`]: {} });
    await clock.pass(100);
  }
  await clock.pass(100);
  expect(timesAsked() - before).toBe(1);
  expect(told).toHaveLength(1);
  await handlers['problems.leave'](null);
  store({ gone: { ...organisation.gone, ...reports('one') } });
  await clock.pass(4000);
  expect(told).toHaveLength(1);
  await clock.pass(2000);
  expect(told).toHaveLength(2);
});

it('sets aside, takes back and undoes, and tells it at once', async () => {
  const { store, told, handlers, count } = open();
  store(organisation);
  await handlers['problems.overview'](null);
  told.length = 0;
  const done = unwrap(await handlers['problems.setAside']({ ...all, note: 'moves' }));
  expect(done).toMatchObject({ count: 2 });
  expect(told).toEqual([['problems.changed', { version: 2, fresh: 1 }]]);
  expect(await handlers['problems.undo']({ change: done.change ?? 0 })).toMatchObject({ value: { count: 2 } });
  expect(count('left-behind')).toMatchObject({ count: 2, aside: 0 });
  expect(await handlers['problems.undo']({ change: done.change ?? 0 })).toEqual({
    ok: false,
    failure: { kind: 'cancelled' },
  });
  await handlers['problems.looked']({ kinds: ['left-behind', 'left-behind'] });
  expect(count('left-behind').fresh).toBe(0);
  expect(await handlers['problems.takeBack'](all)).toMatchObject({ value: { count: 0, change: null } });
});

it('copies and saves what a filter leaves, or what is chosen, with everything a row says; as text that stays text', async () => {
  const { store, handlers, state, rows } = open();
  store(organisation);
  expect(await handlers['problems.copy']({ ...all, sort: { by: 'name', descending: true } })).toMatchObject({
    value: { copied: 2 },
  });
  const lines = state.clipboard
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  expect(lines).toHaveLength(3);
  const nameAt = lines[0]?.indexOf('Name') ?? -1;
  expect(lines.slice(1).map((line) => line[nameAt])).toEqual(['Two', "'007"]);

  expect(await handlers['problems.save']({ ...all, sort: heaviest, format: 'csv' })).toMatchObject({
    value: { saved: 2 },
  });
  expect(state.saved).toMatch(/problems-left-behind\.csv$/);
  const saved: Record<string, string>[] = parse(readFileSync(state.saved), { bom: true, columns: true });
  expect(saved[0]).toMatchObject({
    Problem: 'Reports to somebody who has left',
    Name: "'007",
    Id: 'one',
    'E-mail': 'one@x.example',
    Status: 'active',
    Since: new Date(noon).toISOString(),
    'Their ids': 'gone',
    'Nearest manager': 'Person top',
    'Nearest manager’s id': 'top',
    'Evidence received': new Date(noon).toISOString(),
    New: 'new',
    Note: '',
  });
  expect(restored(saved[0]?.People ?? '')).toBe('=SUM(1)');

  const [one] = rows('left-behind');
  const some: MeantProblems = { kind: 'left-behind', of: { subjects: [one?.subject ?? 0, 9999] } };
  await handlers['problems.setAside']({ ...some, note: '=1+1' });
  expect(await handlers['problems.save']({ ...some, sort: heaviest, format: 'xlsx' })).toMatchObject({
    value: { saved: 1 },
  });
  const [head = [], line = []] = (await readCells(readFileSync(state.saved))) as string[][];
  expect(line[head.indexOf('Note')]).toBe('=1+1');
  expect(line[head.indexOf('Name')]).toBe('007');
});

it('saves many in parts, and each once', async () => {
  const { store, handlers, state } = open();
  const many = Array.from({ length: 450 }, (_, nth) => [`p${nth}`, {}] as const);
  store({ gone: { ...deleted(), reports: many.map(([id]) => idOf(id)) }, ...Object.fromEntries(many) });
  expect(await handlers['problems.save']({ ...all, sort: heaviest, format: 'csv' })).toMatchObject({
    value: { saved: 450 },
  });
  const saved: Record<string, string>[] = parse(readFileSync(state.saved), { bom: true, columns: true });
  expect(new Set(saved.map(({ Id }) => Id)).size).toBe(450);
  expect(await handlers['problems.copy']({ kind: 'cycle', of: openProblems, sort: heaviest })).toMatchObject({
    value: { copied: 0 },
  });
});
