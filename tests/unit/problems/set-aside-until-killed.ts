/**
 * Sets problems aside without end, each time a few at once with another note, and prints the note once the store has answered. Run
 * as a process of its own, to be killed. Argument: the database's path.
 */
import { writeSync } from 'node:fs';
import { packedSeen } from '../../../electron/storage/problem-marks-table.ts';
import { noon, storeAt } from '../storage/stored.ts';

const { store, recovered } = storeAt(process.argv[2] ?? '');
if (recovered) throw new Error('found damaged');

const atOnce = 7;
for (let nth = 0; ; nth += 1) {
  const subjects = Array.from({ length: atOnce }, (_, place) => (nth % 40) * atOnce + place);
  const packed = packedSeen({ subjects, evidence: subjects.map(() => nth) });
  const done = store.setProblemsAside({ kind: 'alone', packed, note: String(nth), at: noon });
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  const seen = store.setProblemsSeen([{ kind: 'alone', packed }]);
  if (!seen.ok) throw new Error(JSON.stringify(seen.failure));
  writeSync(1, `${nth}\n`);
}
