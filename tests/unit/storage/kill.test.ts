/** Killing the process at any moment of writing loses nobody who was reported stored, and damages nothing. */
import { spawn } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startedFile } from '../started-file.ts';
import { freshFile, idOf, idsIn, storeAt } from './stored.ts';

const lanes = 2;
const killsPerLane = 55;
const killsPerFile = 5;

describe('a process killed while it writes', () => {
  it(`loses nobody it had reported, ${lanes * killsPerLane} times over`, { timeout: 240_000 }, async () => {
    const all = await Promise.all(Array.from({ length: lanes }, (_, lane) => killRepeatedly(lane)));
    const kills = all.flat();
    expect(kills).toHaveLength(lanes * killsPerLane);
    expect(kills.filter(({ trouble }) => trouble !== null)).toEqual([]);
    // Otherwise the kills came too early to say anything.
    expect(kills.filter(({ reported }) => reported > 0).length).toBeGreaterThan(kills.length * 0.7);
  });
});

type Kill = { readonly reported: number; readonly trouble: string | null };

/** Begins a new file every few kills, so that the making of the tables is killed too. */
async function killRepeatedly(lane: number): Promise<Kill[]> {
  const kills: Kill[] = [];
  let file = '';
  let expected: number[] = [];
  for (let nth = 0; nth < killsPerLane; nth += 1) {
    if (nth % killsPerFile === 0) {
      file = freshFile();
      expected = [];
    }
    // The first of a file is killed by time from its start, the others once they write.
    const killed = await killOne(file, expected.length, nth % killsPerFile === 0, lane * 1000 + nth);
    expected.push(...killed.numbers);
    kills.push({ reported: killed.numbers.length, trouble: killed.error || reopened(file, expected) });
  }
  return kills;
}

function killOne(file: string, first: number, early: boolean, seed: number) {
  // Spread evenly without being regular: multiples of the golden ratio.
  const share = (seed * 0.618033988749895) % 1;
  const child = spawn(
    process.execPath,
    [fileURLToPath(startedFile('write-until-killed')), file, String(first * 1000), seed % 2 === 0 ? '20' : '1000'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  let error = '';
  let isDoomed = false;
  const killAfter = (ms: number) => {
    if (!isDoomed) setTimeout(() => child.kill('SIGKILL'), ms);
    isDoomed = true;
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    // Some way into its writing, by what it says and not by time: the machine may be busy with other things. The
    // moment within a batch is left to chance.
    if (said.split('\n').length > 2 + share * 12) killAfter(((share * 100) % 1) * 6);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += /Error/.test(text) ? text : '';
  });
  if (early) killAfter(60 + share * 200);
  return new Promise<{ numbers: number[]; error: string }>((resolve) => {
    child.on('close', () => {
      // A line that was not finished was not reported.
      const lines = said.slice(0, said.lastIndexOf('\n') + 1).split('\n');
      const numbers = lines.filter((line) => /^\d/.test(line)).flatMap((line) => line.split(' ').map(Number));
      resolve({ numbers, error });
    });
  });
}

/** What is wrong with what the killed process left; null where all is well. */
function reopened(file: string, expected: readonly number[]): string | null {
  const { store, recovered } = storeAt(file);
  try {
    if (recovered) return 'found damaged';
    const check = new DatabaseSync(file, { readOnly: true });
    const said = check.prepare('PRAGMA quick_check').get()?.quick_check;
    check.close();
    if (said !== 'ok') return String(said);
    const missing = expected.filter((number) => {
      const id = idOf(`person-${number}`);
      return store.user(id)?.user.name !== `Ann Number${number}` || store.raw(id) === null;
    });
    if (missing.length > 0) return `missing: ${missing.join(' ')}`;
    // What a batch left is whole: whoever is known is found, listed and counted.
    const last = expected.at(-1);
    if (last !== undefined && store.find({ status: null, text: `number${last}`, limit: 1 }).length === 0)
      return 'not found';
    return idsIn(file).length === store.peopleCount() ? null : 'lists another number than it counts';
  } finally {
    store.close();
  }
}
