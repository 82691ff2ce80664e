/** One contestant in a process of its own: what it takes to be ready, what it answers, and what it holds afterwards. */
import { readFileSync } from 'node:fs';
import type { PersonCard } from '../../contract/person.ts';
import { median, timed } from './figures.ts';
import { type Contestant, contestants, type Find } from './search-contestants.ts';
import { type QueryClass, queriesOf, seeded } from './search-queries.ts';

export type Outcome = {
  readonly readyMs: number;
  readonly heapMb: number;
  readonly classes: readonly ClassOutcome[];
};
export type ClassOutcome = {
  readonly name: QueryClass;
  /** One for each query, in milliseconds: the median of its rounds. */
  readonly times: readonly number[];
  /** The first round alone: never asked before. */
  readonly first: readonly number[];
  readonly right: number;
  readonly wrong: readonly string[];
};

const rounds = 3;
const slow = 100;
const fewQueries = 3;

const [name = '', database = '', json = ''] = process.argv.slice(2);
const readCards = () => JSON.parse(readFileSync(json, 'utf8')) as PersonCard[];
const queries = queriesOf(readCards(), seeded(3));

const before = held();
let find: Find = () => [];
const readyMs = timed(() => {
  find = contestants[name as Contestant]({ database, readCards });
});
const classes: ClassOutcome[] = [];
for (const [name, all] of queries) {
  const probe = timed(() => find(all[0]?.text ?? ''));
  const some = probe > slow ? all.slice(0, fewQueries) : all;
  const wrong: string[] = [];
  const times = some.map(({ text, isRight }) => {
    let first: PersonCard | undefined;
    const taken = Array.from({ length: probe > slow ? 1 : rounds }, () =>
      timed(() => {
        first = find(text)[0];
      }),
    );
    if (first?.standing !== 'active' || !isRight(first)) wrong.push(`${text} → ${first?.name ?? 'nobody'}`);
    return taken;
  });
  classes.push({
    name,
    times: times.map(median),
    first: times.map(([first]) => first ?? 0),
    right: some.length - wrong.length,
    wrong,
  });
}
const outcome: Outcome = { readyMs, heapMb: (held() - before) / 1e6, classes };
process.send?.(outcome);
process.exitCode = find('').length === 0 ? 0 : 1;

/** Bytes of heap and beyond that are in use. */
function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
