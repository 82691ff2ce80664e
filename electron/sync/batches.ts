/**
 * Replies on their way to the store, a batch at a time: one that is stored alone costs several times as much. A batch goes
 * when it is full, when its first reply has waited long enough, or when the walk has nobody left to ask for without it.
 */
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import type { UserBytes } from '../reading/user-reply.ts';
import type { Grown, Missed } from '../storage/growth.ts';
import type { AskWriter } from '../storage/write-store.ts';

/** Few enough that what a person's click has to write waits some 30 ms behind them. */
const fullAt = 500;
/** The same for large replies. */
const fullAtBytes = 4 * 1024 * 1024;
const longestWaitMs = 200;
/** Replies, and their bytes, that may wait while a batch is being stored. */
const mostWaiting = 1500;
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

/** How replies are stored. */
export type Storing = {
  readonly ask: AskWriter;
  /** Whether somebody was stored since for another reason: they are not asked for, and what waits of them is older and dropped. */
  readonly isFetched: (id: UserId) => boolean;
  /** True: what waits is dropped rather than stored. */
  readonly isHalted?: () => boolean;
  /** Told after each batch. */
  readonly grown: (grown: Grown) => void;
};

export type BatchesNeeds = {
  readonly storing: Storing;
  readonly clock: Clock;
  /** Told of a batch that could not be stored; its people are still to be fetched. */
  readonly failed: (failure: Failure) => void;
};

export function createBatches({ storing, clock, failed }: BatchesNeeds): Batches {
  const { ask, isFetched, isHalted = () => false, grown } = storing;
  const replies: UserBytes[] = [];
  const missed: Missed[] = [];
  let waitingBytes = 0;
  let isStoring = false;
  let isHurried = false;
  let isTimed = false;
  const waiting = () => replies.length + missed.length;
  const isFull = () => waiting() >= fullAt || waitingBytes >= fullAtBytes;

  /** No more than a batch holds; the others go with the next. */
  const take = (): [UserBytes[], Missed[]] => {
    let count = 0;
    let bytes = 0;
    for (const reply of replies) {
      if (count === fullAt || bytes >= fullAtBytes) break;
      count += 1;
      bytes += reply.bytes.byteLength;
    }
    waitingBytes -= bytes;
    const isNewest = ({ id }: { readonly id: UserId }) => !isFetched(id);
    return [replies.splice(0, count).filter(isNewest), missed.splice(0, fullAt).filter(isNewest)];
  };

  const drop = () => {
    replies.length = 0;
    missed.length = 0;
    waitingBytes = 0;
  };

  const store = async () => {
    if (isHalted()) drop();
    if (isStoring || waiting() === 0) return;
    isStoring = true;
    const batch = take();
    if (waiting() === 0) isHurried = false;
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

  const hurry = () => {
    isHurried = true;
    void store();
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
