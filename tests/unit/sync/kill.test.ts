/** A process that is killed at any moment of a sync, and started again, ends with the same directory as one that is not. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { reply } from '../../fault-server/faults.ts';
import { startedFile } from '../started-file.ts';
import { freshFile } from '../storage/stored.ts';
import {
  listText,
  type OrganisationServer,
  type People,
  recordOf,
  startOrganisationServer,
  treeOf,
} from './organisation-server.ts';
import { openSynced } from './synced.ts';

const lanes = 2;
const killsPerLane = 50;

/** A tree with a ring, somebody who does not exist, and two who are listed twice. */
const people: People = new Map([...treeOf(400, 5), ['p399', ['p80', 'nobody-1']], ['p398', ['p397', 'p397', 'p1']]]);
const json = { 'content-type': 'application/json' };
/** Every third is left out of the list, and every seventh of the others is not given whole. */
const list = reply(
  200,
  json,
  listText(
    [...people].flatMap(([id, reportees], nth) => {
      const { bio, ...thin } = recordOf(id, reportees);
      return nth % 3 === 0 ? [] : [nth % 7 === 0 ? thin : { ...thin, bio }];
    }),
  ),
);

it(`loses nobody and fetches nobody twice, killed ${lanes * killsPerLane} times`, { timeout: 240_000 }, async () => {
  const runs = await Promise.all(Array.from({ length: lanes }, (_, lane) => killRepeatedly(lane)));
  const kills = runs.flatMap(({ kills }) => kills);
  expect(kills).toHaveLength(lanes * killsPerLane);
  expect(kills.flatMap(({ trouble }) => trouble)).toEqual([]);
  // Otherwise the kills came too early or too late to say anything.
  expect(kills.filter(({ stored }) => stored > 0 && stored < 400).length).toBeGreaterThan(kills.length * 0.3);
  const finished = runs.flatMap((run) => run.finished);
  expect(finished.length).toBeGreaterThanOrEqual(lanes);
  for (const directory of finished) expect(directory).toEqual(runs[0]?.undisturbed);
});

type Kill = { readonly stored: number; readonly trouble: readonly string[] };

/** Begins a new directory whenever one is finished; every other one's server gives a list. */
async function killRepeatedly(lane: number) {
  const undisturbed = await undisturbedDirectory();
  const kills: Kill[] = [];
  const finished: unknown[] = [];
  for (let round = 0; kills.length < killsPerLane; round += 1) {
    const server = await startOrganisationServer({ people, ...((round + lane) % 2 === 0 && { list }) });
    const file = freshFile();
    let isDone = false;
    while (!isDone) {
      // Spread evenly without being regular: multiples of the golden ratio.
      const share = ((lane * 1000 + kills.length * 7 + round + 1) * 0.618033988749895) % 1;
      const before = storedIn(file);
      const asked = new Map(before.map((id) => [id, server.asked.get(id)]));
      const isSpared = kills.length >= killsPerLane;
      const run = await runOnce(server, file, isSpared ? null : share);
      isDone = run.isDone;
      const again = before.filter((id) => server.asked.get(id) !== asked.get(id));
      const trouble = [run.error, again.length > 0 ? `fetched again: ${again.join(' ')}` : ''].filter(Boolean);
      if (run.isKilled) kills.push({ stored: storedIn(file).length, trouble });
      else if (trouble.length > 0) throw new Error(trouble.join('; '));
    }
    finished.push(await contentsOf(file, server));
    await server.close();
  }
  return { kills, finished, undisturbed };
}

/** `share`: of the way through that it is killed; null: never. */
function runOnce(server: OrganisationServer, file: string, share: number | null) {
  const script = fileURLToPath(startedFile('sync-until-killed'));
  const child = spawn(process.execPath, [script, server.origin, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let error = '';
  const killAfter = (ms: number) => setTimeout(() => child.kill('SIGKILL'), ms);
  // By what it does and not by time, since the machine may be busy; some while it still starts.
  if (share !== null && share < 0.1) killAfter(share * 2000);
  else if (share !== null) {
    const within = (share * 97) % 1;
    void server.seen(server.requests() + 1 + Math.floor(within * 150)).then(() => killAfter(((share * 1009) % 1) * 12));
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += /Error/.test(text) ? text : '';
  });
  return new Promise<{ isDone: boolean; isKilled: boolean; error: string }>((resolve) => {
    child.on('close', (_, signal) => {
      resolve({ isDone: said.includes('done'), isKilled: signal === 'SIGKILL', error });
    });
  });
}

/** Who is stored whole, by a copy of the files: the first to look at what a kill left is the next run. */
function storedIn(file: string): string[] {
  if (!existsSync(file)) return [];
  const copy = freshFile();
  mkdirSync(dirname(copy), { recursive: true });
  for (const part of ['', '-wal']) if (existsSync(file + part)) cpSync(file + part, copy + part);
  const database = new DatabaseSync(copy);
  try {
    if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sync'").get() === undefined) return [];
    const rows = database.prepare('SELECT i.id FROM people p JOIN ids i ON i.key = p.key WHERE p.is_whole = 1').all();
    return (rows as { id: string }[]).map(({ id }) => id);
  } finally {
    database.close();
  }
}

async function undisturbedDirectory(): Promise<unknown> {
  const server = await startOrganisationServer({ people });
  const app = await openSynced({ origin: server.origin });
  await app.sync.addIds('p0');
  await app.done();
  await app.end();
  const contents = await contentsOf(app.file, server);
  await server.close();
  return contents;
}

/** All that is known, without what depends on when and in which order it came to be known. */
async function contentsOf(file: string, server: OrganisationServer): Promise<unknown> {
  const requests = server.requests();
  const app = await openSynced({ origin: server.origin, file });
  const { store, sync } = app;
  const ids = app.stored();
  const { status, found, fetched, failed, notFound } = sync.state();
  const recordOfText = (text = '') => {
    const body = JSON.parse(text) as { _data?: unknown };
    return body._data ?? body;
  };
  const contents = {
    ids,
    progress: { status, found, fetched, failed, notFound },
    counts: store.counts(),
    replies: ids.map((id) => recordOfText(store.raw(id as never)?.text)),
    summaries: ids.map((id) => store.summaryOf(id as never)),
    lines: ids.map((id) => store.linesToTop(id as never).map(({ end }) => end)),
    found: ids.map((id) => store.find({ text: `user-${id}`, status: null, limit: 1 }).map(({ card }) => card.id)),
    problems: (await app.problems()).map(({ kind }) => kind),
    check: new DatabaseSync(file, { readOnly: true }).prepare('PRAGMA quick_check').get(),
    asked: server.requests() - requests,
  };
  await app.end();
  return contents;
}
