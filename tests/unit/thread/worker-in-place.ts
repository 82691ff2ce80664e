/**
 * The directory's thread without a thread: the same messages over the same kind of port, copied as between threads, at a
 * tenth of what starting one costs. `thread.test.ts` and the suites that kill processes start real ones.
 */
import { MessageChannel } from 'node:worker_threads';
import { beginDirectoryWork, type DirectoryThreadStart } from '../../../electron/connection/directory-work.ts';
import { runThread } from '../../../electron/thread/run-thread.ts';
import type { StartWorker, ThreadWorker } from '../../../electron/thread/start-thread.ts';

export const workerInPlace: StartWorker = (_script, { workerData }) => {
  const { port1, port2 } = new MessageChannel();
  runThread(port1, workerData as DirectoryThreadStart, beginDirectoryWork);
  // A worker that ends says `exit`, a port `close`.
  const named = (event: string) => (event === 'exit' ? 'close' : event);
  return {
    postMessage: port2.postMessage.bind(port2),
    on: (event: string, listener: () => void) => port2.on(named(event), listener),
    once: (event: string, listener: () => void) => port2.once(named(event), listener),
    ref: () => port2.ref(),
    unref: () => port2.unref(),
  } as unknown as ThreadWorker;
};
