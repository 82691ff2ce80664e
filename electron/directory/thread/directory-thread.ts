/**
 * The main process's side of the directory's thread: each question gets its answer, in the order asked. If the thread
 * dies, what was asked of it fails like a database that cannot be opened; nothing that was committed is lost. What is asked
 * of it once it is being closed is cancelled.
 */
import { Worker } from 'node:worker_threads';
import { failed, type Outcome } from '../../../contract/failures.ts';
import type { Log } from '../../log.ts';
import { loadForWork } from './load-for-work.ts';
import type { ThreadMessage, ThreadQuestion, ThreadStart } from './thread-messages.ts';
import { type Ask, createThreadWork, type ThreadWorkNeeds, type WorkOutput } from './work.ts';

export type DirectoryThread = {
  readonly ask: Ask;
  /** Ends the thread after what was asked before. Says whether the file was sound as far as it was seen. */
  readonly close: () => Promise<boolean>;
};

export type DirectoryThreadNeeds = {
  /** Path of the database, opened and sound. */
  readonly file: string;
  /** The origin that people are fetched from. */
  readonly server?: string;
  /** The thread's own file, as built. */
  readonly script: string | URL;
  /** For tests, to which a thread of its own makes no difference. */
  readonly startWorker?: StartWorker;
  /** What it is called where threads are listed. */
  readonly name: string;
  readonly log: Log;
};

/** What is used of a `Worker`. */
export type ThreadWorker = Pick<Worker, 'postMessage' | 'on' | 'once' | 'ref' | 'unref'>;
export type StartWorker = (script: string | URL, options: { workerData: ThreadStart; name: string }) => ThreadWorker;

type Waiting = (output: Outcome<unknown>) => void;

/** As the store itself answers once it is closed. */
const closed = failed({ kind: 'cancelled' });
const lost = failed({ kind: 'database', trouble: 'cannot-open' });

export function startDirectoryThread({
  file,
  server,
  script,
  name: called,
  startWorker = (from, options) => new Worker(from, options),
  log,
}: DirectoryThreadNeeds): DirectoryThread {
  const start: ThreadStart = { file, server };
  // Its work never keeps the app from ending: what is to be finished is waited for by closing.
  const worker = startWorker(script, { workerData: start, name: called });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isDead = false;
  let isClosing = false;
  const gone = () => (isClosing ? closed : lost);

  const heard: { readonly [W in ThreadMessage['what']]: (message: Extract<ThreadMessage, { what: W }>) => void } = {
    answer: ({ number, output }) => settle(number, output),
    info: ({ event, fields }) => log.info(event, fields),
    defect: ({ event, error, reference }) => void log.defect(event, error, reference),
  };
  function settle(number: number, output: Outcome<unknown>) {
    const asker = waiting.get(number);
    waiting.delete(number);
    asker?.(output);
  }
  const die = () => {
    isDead = true;
    for (const number of [...waiting.keys()]) settle(number, gone());
  };
  worker.on('message', (message: ThreadMessage) => (heard[message.what] as (one: ThreadMessage) => void)(message));
  worker.on('messageerror', (error) => log.defect('thread.message', error));
  worker.on('error', (error) => {
    log.defect('thread', error);
    die();
  });
  worker.on('exit', die);

  const ask: Ask = (name, input, transfer = []) =>
    new Promise((resolve) => {
      // The number decides whose answer it is, and so its type.
      const answered = resolve as Waiting;
      if (isDead || (isClosing && name !== 'close')) {
        answered(gone());
        return;
      }
      last += 1;
      waiting.set(last, answered);
      const question: ThreadQuestion = { number: last, name, input };
      worker.postMessage(question, [...transfer]);
    });

  return {
    ask,
    close: async () => {
      if (isDead) return false;
      // From here on it is waited for, and what is asked now comes too late.
      isClosing = true;
      worker.ref();
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      const isSound = await ask('close', []);
      await ended;
      return isSound.ok && isSound.value;
    },
  };
}

/** The same work without a thread, for tests that look at what it does and not at where. */
export function workInPlace(needs: ThreadWorkNeeds): DirectoryThread {
  const work = createThreadWork(needs);
  const ask: Ask = async (name, input) => {
    await loadForWork(name, input);
    return (work[name] as (...given: readonly unknown[]) => unknown)(...input) as WorkOutput<typeof name>;
  };
  return {
    ask,
    close: async () => {
      const isSound = await ask('close', []);
      return isSound.ok && isSound.value;
    },
  };
}
