/**
 * One contestant in a process of its own: what it takes to be ready, what it answers, and what it holds afterwards.
 * Arguments: the contestant, the database, a file of everybody's cards, a file with lists of texts.
 */
import { readFileSync } from 'node:fs';
import type { PersonCard } from '../../contract/person.ts';
import { timed } from './figures.ts';
import { type Contestant, contestants, type Find } from './search-contestants.ts';

export type Outcome = {
  readonly readyMs: number;
  readonly heapMb: number;
  /** For each list of texts, what became of its texts. Of a slow contestant's only the first few. */
  readonly answers: readonly (readonly Answer[])[];
};
export type Answer = {
  readonly first: PersonCard | null;
  /** Milliseconds of each time it was asked. */
  readonly ms: readonly number[];
};

const rounds = 5;
const slowMs = 100;
const fewTexts = 3;

const [name = '', database = '', json = '', textsFile = ''] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(textsFile, 'utf8')) as string[][];
const readCards = () => JSON.parse(readFileSync(json, 'utf8')) as PersonCard[];

const before = held();
let find: Find = () => [];
const readyMs = timed(() => {
  find = contestants[name as Contestant]({ database, readCards });
});
const answers = texts.map((all) => {
  const probe = () => timed(() => find(all[0] ?? ''));
  // The first answer of a kind takes longer anywhere, so it alone does not make one slow.
  const first = probe();
  const isSlow = first > slowMs && (first > 10 * slowMs || probe() > slowMs);
  return (isSlow ? all.slice(0, fewTexts) : all).map((text) => answerTo(text, isSlow ? 1 : rounds));
});
const outcome: Outcome = { readyMs, heapMb: (held() - before) / 1e6, answers };
process.send?.(outcome);
// Still wanted here, so that nothing of it was given back before.
process.exitCode = find('').length === 0 ? 0 : 1;

function answerTo(text: string, times: number): Answer {
  let first: PersonCard | null = null;
  const ms = Array.from({ length: times }, () =>
    timed(() => {
      first = find(text)[0] ?? null;
    }),
  );
  return { first, ms };
}

/** Bytes of heap and beyond that are in use. */
function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
