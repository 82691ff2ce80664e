/** A directory thread that answers once, and dies of the second question. */
import { parentPort } from 'node:worker_threads';

let asked = 0;
parentPort?.on('message', ({ number }: { readonly number: number }) => {
  asked += 1;
  if (asked > 1) throw new Error('died of it');
  parentPort?.postMessage({ what: 'answer', number, output: { ok: true, value: 'first' } });
});
