/**
 * `npm run bench`: the figures of docs/performance.md, one part after the other, each in a process of its own so that
 * none stands in another's memory. `npm run bench -- crawl 10000` prints one part; arguments after its name go to it.
 * `npm run bench -- table --against REF` measures a part beside an older commit (`against.ts`).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAgainst } from './against.ts';

const parts: readonly string[] = [
  'local-copy',
  'search',
  'search-paint',
  'table',
  'check',
  'crawl',
  'scale',
  'hostile',
  'organisation',
  'organisation-map',
];
const usage = `Usage: npm run bench -- [PART [arguments]] [--against REF [--runs 5]]\nParts: ${parts.join(', ')}`;

process.exitCode = await bench();

async function bench(): Promise<number> {
  const asked = readArguments();
  if (asked === null) return refused('There is no such option.');
  const { wanted, args, against, runs } = asked;
  if (wanted !== undefined && !parts.includes(wanted)) return refused('There is no such part.');
  if (!/^[1-9]\d?$/.test(runs)) return refused('How many runs is a number from 1 to 99.');
  if (against !== undefined) {
    if (wanted === undefined) return refused('Which part is measured against another commit has to be said.');
    const root = join(import.meta.dirname, '../..');
    return benchAgainst({ root, part: wanted, args, ref: against, rounds: Number(runs) });
  }
  let worst = 0;
  for (const part of wanted === undefined ? parts : [wanted]) {
    if (wanted === undefined) console.log(`\n=== ${part} ===`);
    const script = join(import.meta.dirname, `${part}.ts`);
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
      stdio: 'inherit',
    });
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) worst = 1;
  }
  return worst;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { against: { type: 'string' }, runs: { type: 'string', default: '5' } },
      allowPositionals: true,
    });
    const [wanted, ...args] = positionals;
    return { wanted, args, against: values.against, runs: values.runs };
  } catch {
    return null;
  }
}

function refused(why: string): number {
  console.error(`${why}\n${usage}`);
  return 2;
}
