/**
 * What the organisation costs, beside other ways to the same, in one run: laid out, read, asked, held by its thread, drawn, and
 * looked at while a sync is under way. Each part runs in a process of its own, so that none stands in another's memory.
 * Usage: node scripts/run.mjs tests/bench/organisation.ts [people…] [part…]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from './figures.ts';

/** `layout` needs no database, and `syncing` fills one of its own. */
const parts = ['layout', 'reading', 'asked', 'thread', 'frames', 'syncing'] as const;
type Part = (typeof parts)[number];
const usualSizes = [10_000, 100_000, 1_000_000];
const leastPeople = 1000;
const ofOneFile: readonly Part[] = ['reading', 'asked', 'thread', 'frames'];

const usage = `Usage: npm run bench -- organisation [people…] [${parts.join('|')}…]`;

process.exitCode = await benchOrganisation(process.argv.slice(2));

async function benchOrganisation(args: readonly string[]): Promise<number> {
  const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const words = args.filter((arg) => !/^\d+$/.test(arg));
  const isPart = (word: string): word is Part => (parts as readonly string[]).includes(word);
  if (!words.every(isPart) || sizes.some((people) => people < leastPeople)) {
    console.error(`${usage}\nAt least ${leastPeople} people.`);
    return 2;
  }
  const wanted = words.length === 0 ? parts : parts.filter((part) => words.includes(part));
  console.log(
    `Node ${process.version}, SQLite ${process.versions.sqlite}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  );
  sayLoad('before');
  let worst = 0;
  for (const people of sizes.length > 0 ? sizes : usualSizes) worst ||= await benchSize(people, wanted);
  sayLoad('after');
  return worst;
}

async function benchSize(people: number, wanted: readonly Part[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-organisation-'));
  const file = join(folder, 'copy', 'people.db');
  const run = (script: string, ...args: readonly string[]) => runAlone(script, [String(people), ...args]);
  let worst = 0;
  try {
    if (wanted.includes('layout')) worst ||= await run('organisation-map');
    if (wanted.some((part) => ofOneFile.includes(part))) worst ||= await run('organisation-people', file);
    for (const part of ofOneFile) {
      if (worst === 0 && wanted.includes(part)) worst = await run(`organisation-${part}`, file);
    }
    if (wanted.includes('syncing')) worst ||= await run('organisation-syncing');
  } finally {
    rmSync(folder, { recursive: true });
  }
  return worst;
}

async function runAlone(script: string, args: readonly string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, `${script}.ts`), ...args],
    { stdio: 'inherit' },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0 ? 0 : 1;
}

function sayLoad(when: string): void {
  console.log(`Load average ${when}: ${loadavg().map(format).join(', ')}`);
}
