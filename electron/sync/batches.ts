/**
 * Replies on their way to the store, a batch at a time: one that is stored alone costs several times as much. A batch goes
 * when it is full, when its first reply has waited long enough, or when the walk has nobody left to ask for without it.
 */
import type { Failure } from '../../contract/failures.ts';
import type { UserBytes } from '../api/reply.ts';
import type { Clock } from '../clock.ts';
import type { Grown, Missed } from '../directory/growth.ts';
import type { Ask } from '../directory/thread/work.ts';

/** Few enough that what a person's click has to write waits some 30 ms at most behind them. */
const fullAt = 500;
const longestWaitMs = 200;
/** Replies that may wait while a batch is being stored. */
const mostWaiting = 1500;
/** The same of their bytes, for replies that are all as large as one may be. */
const fullAtBytes = 4 * 1024 * 1024;
const mostWaitingBytes = 16 * 1024 * 1024;

export type Batches = {
  readonly add: (reply: UserBytes) => void;
  readonly miss: (missed: Missed) => void;
  /** Stores what there is as soon as nothing else is being stored. */
  readonly hurry: () => void;
  /** Nothing waits and nothing is being stored. */
  readonly isEmpty: () => boolean;
  /** So much waits that nothing more should be asked for. */
  readonly isCrowded: () => boolean;
};

export type BatchesNeeds = {
  readonly ask: Ask;
  readonly clock: Clock;
  /** Told after each batch. */
  readonly grown: (grown: Grown) => void;
  /** Told of a batch that could not be stored; its people are still to be fetched. */
  readonly failed: (failure: Failure) => void;
};

export function createBatches({ ask, clock, grown, failed }: BatchesNeeds): Batches {
  let replies: UserBytes[] = [];
  let missed: Missed[] = [];
  let waitingBytes = 0;
  let isStoring = false;
  let isHurried = false;
  let isTimed = false;
  const waiting = () => replies.length + missed.length;
  const isFull = () => waiting() >= fullAt || waitingBytes >= fullAtBytes;

  const store = async () => {
    if (isStoring || waiting() === 0) return;
    isStoring = true;
    isHurried = false;
    const batch: [UserBytes[], Missed[]] = [replies, missed];
    replies = [];
    missed = [];
    waitingBytes = 0;
    const stored = await ask(
      'recordReplies',
      batch,
      batch[0].map(({ bytes }) => bytes.buffer),
    );
    isStoring = false;
    if (stored.ok) grown(stored.value);
    else failed(stored.failure);
    if (isHurried || isFull()) void store();
  };

  const added = () => {
    if (isFull()) void store();
    if (!isTimed && waiting() > 0) {
      isTimed = true;
      void clock.sleep(longestWaitMs).then(() => {
        isTimed = false;
        hurry();
      });
    }
  };
  const hurry = () => {
    isHurried = true;
    void store();
  };

  return {
    add: (reply) => {
      replies.push(reply);
      waitingBytes += reply.bytes.byteLength;
      added();
    },
    miss: (one) => {
      missed.push(one);
      added();
    },
    hurry,
    isEmpty: () => !isStoring && waiting() === 0,
    isCrowded: () => waiting() >= mostWaiting || waitingBytes >= mostWaitingBytes,
  };
}
