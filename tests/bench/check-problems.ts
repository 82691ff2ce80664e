/**
 * What problems cost in the thread that finds them: all of them at once, what the page asks after that, and once more after something was
 * written.
 */
import { problemKinds } from '../../contract/problem-kinds.ts';
import { createProblemsStore } from '../../electron/problems/problems-store.ts';
import type { DirectoryStore } from '../unit/storage/whole-store.ts';
import { heading, print, taken, timed } from './figures.ts';
import { unwrap } from './organisation-people.ts';

const filter = { which: 'open', role: null, team: null, text: '', below: null } as const;

/** `most`: milliseconds that finding all may take. */
export function measureProblems(store: DirectoryStore, most: number): void {
  heading('problems');
  // A store of its own each time: nothing is kept of what the one before found.
  const findAll = () => unwrap(createProblemsStore(store.storeFile).problemsOverview());
  const before = process.memoryUsage.rss();
  const all = taken(findAll);
  const problems = createProblemsStore(store.storeFile);
  const overview = unwrap(problems.problemsOverview());
  const found = overview.kinds.reduce((sum, { count }) => sum + count, 0);
  print({
    what: 'found',
    value: all.wall,
    unit: 'ms',
    note: `${found.toLocaleString('en')} in all; at most ${most} ms`,
  });
  print({ what: 'found: processor time', value: all.processor, unit: 'ms' });
  print({ what: 'memory', value: (process.memoryUsage.rss() - before) / 1e6, unit: 'MB' });
  print({ what: 'the overview again', value: taken(() => unwrap(problems.problemsOverview())).wall, unit: 'ms' });
  const [largest] = overview.kinds.toSorted((one, other) => other.count - one.count);
  const kind = largest?.kind ?? problemKinds[0];
  for (const by of ['weight', 'name', 'since'] as const) {
    const asked = { kind, filter, sort: { by, descending: true }, offset: 0, limit: 100 };
    // The last order is kept.
    const value = timed(() => unwrap(problems.problemRows(asked)));
    print({
      what: `100 rows by ${by}`,
      value,
      unit: 'ms',
      note: `of ${largest?.count.toLocaleString('en')}: ${kind}`,
    });
  }
  const seen = taken(() => unwrap(store.setProblemsSeen(unwrap(problems.seenProblems(problemKinds)))));
  print({ what: 'all looked at, and kept', value: seen.wall, unit: 'ms' });
  print({ what: 'found beside what was seen', value: taken(findAll).wall, unit: 'ms' });
}
