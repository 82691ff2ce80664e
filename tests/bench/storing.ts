/** Reading and storing users: with and without reading them field by field, beside keeping parsed JSON in a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserReply } from '../../electron/reading/user-reply.ts';
import { type DirectoryStore, openStore } from '../unit/storage/whole-store.ts';
import { against, heading, median, print, processorTime, timed } from './figures.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';

const people = 2000;
const rounds = 7;
const batch = 200;

export function benchStoring(): void {
  heading(
    `Reading and storing ${people.toLocaleString('en')} users, in batches of ${batch}; median of ${rounds} rounds, a person`,
  );
  const organisation = organisationOf(people);
  const bodies = Array.from({ length: people }, (_, index) => ({
    id: organisation.ids.idOf(index),
    text: bodyOf(organisation, index),
  }));
  const read = () => bodies.flatMap(({ id, text }) => replyOf(id, text, clock.now()) ?? []);
  const replies = read();
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const times = {
    read: [0],
    store: [0],
    busy: [0],
    both: [0],
    again: [0],
    changed: [0],
    plainParse: [0],
    plainFile: [0],
  };
  for (const list of Object.values(times)) list.pop();
  for (let round = 0; round < rounds; round += 1) {
    times.read.push(timed(read));
    withStore(folder, (store) => {
      times.busy.push(processorTime(() => times.store.push(timed(() => record(store, replies)))));
    });
    withStore(folder, (store) => {
      times.both.push(timed(() => record(store, read())));
      times.again.push(timed(() => record(store, replies)));
      const changed = replies.map((reply) => ({
        ...reply,
        sha256: reply.sha256.replace(/^./, 'x') as typeof reply.sha256,
      }));
      times.changed.push(timed(() => record(store, changed)));
    });
    let kept: Record<string, unknown> = {};
    times.plainParse.push(
      timed(() => {
        kept = Object.fromEntries(bodies.map(({ id, text }) => [id, (JSON.parse(text) as { _data: unknown })._data]));
      }),
    );
    times.plainFile.push(timed(() => writeFileSync(join(folder, 'people.json'), JSON.stringify(kept))));
  }
  rmSync(folder, { recursive: true });
  const each = (list: readonly number[]) => (median(list) * 1000) / people;
  const plain = each(times.plainParse) + each(times.plainFile);
  print({ what: 'plain: parse, no validation, all into one JSON file', value: plain, unit: 'µs' });
  print({ what: 'read with validation and hash (nothing stored)', value: each(times.read), unit: 'µs' });
  print({
    what: 'store what was read before (no validation)',
    value: each(times.store),
    unit: 'µs',
    note: against(each(times.store), plain),
  });
  print({ what: 'of which processor time', value: each(times.busy), unit: 'µs' });
  print({
    what: 'read with validation, and store',
    value: each(times.both),
    unit: 'µs',
    note: against(each(times.both), plain),
  });
  print({ what: 'store again, nothing changed', value: each(times.again), unit: 'µs' });
  print({ what: 'store again, everything changed', value: each(times.changed), unit: 'µs' });
}

function withStore(folder: string, work: (store: DirectoryStore) => unknown): void {
  const file = join(folder, 'copy', 'people.db');
  rmSync(join(folder, 'copy'), { recursive: true, force: true });
  const opened = openStore({ file, clock, log });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  work(opened.value.store);
  opened.value.store.close();
}

export function record(store: DirectoryStore, replies: readonly UserReply[], atOnce = batch): void {
  for (let at = 0; at < replies.length; at += atOnce) {
    const outcome = store.recordUsers(replies.slice(at, at + atOnce));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  }
}
