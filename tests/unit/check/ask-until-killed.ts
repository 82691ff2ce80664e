/**
 * Checks a list and asks the server for it until everybody has answered, and says who did. Run as a process of its own, to be
 * killed. Arguments: the database's path, the number of the check (0: to begin one), how many are answered before the server falls silent.
 */
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { CheckId } from '../../../contract/check.ts';
import { forty, openChecked } from './checked.ts';

const [file = '', before = '0', most = '0'] = process.argv.slice(2);
let left = Number(most);
const app = await openChecked({
  file,
  people: before === '0' ? forty : {},
  startWorker: (script, options) => new Worker(script, options),
  answers: (id) => {
    left -= 1;
    return left < 0 ? null : { status: 'inactive', name: `Person ${id}` };
  },
});
if (before === '0') {
  const { id } = await app.begin(Object.keys(forty).join('\n'));
  await app.checks.askServer(id, 0);
  writeSync(1, `check ${id}\n`);
}
const id = (before === '0' ? 1 : Number(before)) as CheckId;
const stored = new Set<string>();
app.news.on('stored', ({ by, recorded }) => {
  for (const one of by === 'check' ? recorded : []) {
    stored.add(one.id);
    writeSync(1, `stored ${one.id}\n`);
  }
});
if (before !== '0') {
  const { counts } = await app.untilDone(id);
  writeSync(1, `asked ${app.asked.length}, inactive ${counts.answers.inactive}\n`);
  await app.directory.close();
  process.exit(0);
}
