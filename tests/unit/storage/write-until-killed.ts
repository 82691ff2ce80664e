/**
 * Records people without end, and prints the numbers of each batch once the store has answered that it is stored.
 * Run as a process of its own, to be killed. Arguments: the database's path, the first number, the pages after which
 * the log is brought into the file (few, so that many kills fall into that).
 */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../../electron/storage/database.ts';
import { idOf, noon, replyOf, stillClock, strictLog, userOf } from './stored.ts';
import { createStore } from './whole-store.ts';

const [file = '', first = '0', pages = '1000'] = process.argv.slice(2);
const needs = { file, clock: stillClock, log: strictLog };
const opened = openDatabase(needs, (database) => {
  database.exec(`PRAGMA wal_autocheckpoint = ${Number(pages)}`);
  return createStore({ ...needs, database });
});
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const { built: store, recovered } = opened.value;
if (recovered) throw new Error('found damaged');

writeSync(1, 'open\n');
for (let next = Number(first); ; ) {
  const batch = Array.from({ length: 1 + (next % 41) }, (_, nth) => next + nth);
  next += batch.length;
  const replies = batch.map((number) =>
    replyOf(
      userOf(`person-${number}`, {
        name: `Ann Number${number}`,
        bio: 'x'.repeat((number * 7919) % 8000),
        reports: [idOf(`person-${number + 1}`), idOf(`person-${number + 20}`)],
      }),
      noon + number,
    ),
  );
  const stored = store.recordUsers(replies);
  if (!stored.ok) throw new Error(JSON.stringify(stored.failure));
  writeSync(1, `${batch.join(' ')}\n`);
}
