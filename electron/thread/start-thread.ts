/**
 * The main process's side of a thread: each question gets its answer, in the order asked. If the thread
 * dies, what was asked of it fails like a database that cannot be opened; nothing that was committed is lost. What is asked
 * of it once it is being closed is cancelled.
 */
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { type Failure, failed, type Outcome } from '../../contract/failures.ts';
import type { Log } from '../log.ts';
import { type Ask, closing, type ThreadMessage, type ThreadQuestion, type Work } from './thread-messages.ts';

export type Thread<W extends Work> = {
  readonly ask: Ask<W>;
  /** Whether it has ended by itself: whatever is asked of it fails. */
  readonly isLost: () => boolean;
  /** Ends the thread after what was asked before. Says whether the file was sound as far as it was seen. */
  readonly close: () => Promise<boolean>;
};

export type ThreadFile = {
  /** The thread's own file, as built. */
  readonly script: string | URL;
  /** For tests, to which a thread of its own makes no difference. */
  readonly startWorker?: StartWorker;
};

export type ThreadNeeds = {
  /** What it begins with. */
  readonly start: unknown;
  readonly file: ThreadFile;
  /** What it is called where threads are listed. */
  readonly name: string;
  readonly log: Log;
  /** How much memory it may take, and what whatever it was asked fails with where that is not enough. Left out: as much as there is. */
  readonly memory?: { readonly limits: ResourceLimits; readonly beyond: Failure } | undefined;
};

/** What is used of a `Worker`. */
export type ThreadWorker = Pick<Worker, 'postMessage' | 'on' | 'once' | 'ref' | 'unref'>;
export type StartWorker = (
  script: string | URL,
  options: { workerData: unknown; name: string; resourceLimits?: ResourceLimits },
) => ThreadWorker;

type Waiting = (output: Outcome<unknown>) => void;

/** As the store itself answers once it is closed. */
const closed = failed({ kind: 'cancelled' });
const lost = failed({ kind: 'database', trouble: 'cannot-open' });

export function startThread<W extends Work>({
  start,
  file: { script, startWorker = (from, options) => new Worker(from, options) },
  name: called,
  log,
  memory,
}: ThreadNeeds): Thread<W> {
  // Its work never keeps the app from ending: what is to be finished is waited for by closing.
  const worker = startWorker(script, {
    workerData: start,
    name: called,
    ...(memory && { resourceLimits: memory.limits }),
  });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isDead = false;
  let isClosing = false;
  let isTooHeavy = false;
  const gone = () => (isClosing ? closed : isTooHeavy && memory ? failed(memory.beyond) : lost);

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
    isTooHeavy = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (isTooHeavy && memory) log.info('thread out of memory', { name: called });
    else log.defect('thread', error);
    die();
  });
  worker.on('exit', die);

  const send = (name: string, input: readonly unknown[], transfer: readonly ArrayBuffer[], asker: Waiting) => {
    if (isDead || (isClosing && name !== closing)) {
      asker(gone());
      return;
    }
    last += 1;
    waiting.set(last, asker);
    const question: ThreadQuestion = { number: last, name, input };
    worker.postMessage(question, [...transfer]);
  };

  return {
    ask: (name, input, transfer = []) =>
      // The number decides whose answer it is, and so its type.
      new Promise((resolve) => send(name, input, transfer, resolve as Waiting)),
    isLost: () => isDead && !isClosing,
    close: async () => {
      if (isDead) return false;
      // From here on it is waited for, and what is asked now comes too late.
      isClosing = true;
      worker.ref();
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      const isSound = await new Promise<Outcome<unknown>>((resolve) => send(closing, [], [], resolve));
      await ended;
      return isSound.ok && isSound.value === true;
    },
  };
}
