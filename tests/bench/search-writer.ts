/** Writes people into the database without pause, in batches, as a sync does in its thread. */
import { parentPort, workerData } from 'node:worker_threads';
import type { UserReply } from '../../electron/reading/user-reply.ts';
import { openStore } from '../unit/storage/whole-store.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';

const { file, people, batch } = workerData as { file: string; people: number; batch: number };
const organisation = organisationOf(people);
const opened = openStore({ file, clock, log });
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const { store } = opened.value;

/** Everybody gets another username each time round, so that each write changes the index. */
const changed = (reply: UserReply, round: number): UserReply => ({
  ...reply,
  sha256: `${round}${reply.sha256.slice(String(round).length)}` as typeof reply.sha256,
  text: reply.text.replace('"_errors"', `"_round":${round},"_errors"`),
  user: { ...reply.user, username: `${reply.user.username ?? 'nobody'}.${round}` },
});
const batches = Array.from({ length: 20 }, (_, nth) =>
  Array.from({ length: batch }, (_, within) => (nth * batch + within) % people).flatMap((index) => {
    const id = organisation.ids.idOf(index);
    return replyOf(id, bodyOf(organisation, index), clock.now()) ?? [];
  }),
);

let isEnding = false;
parentPort?.once('message', () => {
  isEnding = true;
});
parentPort?.postMessage('ready');
for (let written = 0; !isEnding; written += 1) {
  const replies = batches[written % batches.length] ?? [];
  const outcome = store.recordUsers(replies.map((reply) => changed(reply, 1 + Math.floor(written / batches.length))));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  await new Promise((resolve) => setImmediate(resolve));
}
store.close();
parentPort?.postMessage('ended');
