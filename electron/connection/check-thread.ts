/** The thread of the status check of an open directory. It is there while the page is looked at, and a minute longer. */
import type { ResourceLimits } from 'node:worker_threads';
import type { CheckStore } from '../check/check-store.ts';
import type { Clock } from '../clock.ts';
import { createPassingThread, type PassingThread } from '../thread/passing-thread.ts';
import type { Thread, ThreadNeeds } from '../thread/start-thread.ts';

const unusedMs = 60_000;

/** A list of 20 MB takes a third of it, whatever it holds. */
const limits: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };
export const checkMemory = { limits, beyond: { kind: 'list-too-heavy' } } as const satisfies ThreadNeeds['memory'];

export type CheckThread = PassingThread<CheckStore>;

export function createCheckThread(begin: () => Thread<CheckStore>, clock: Pick<Clock, 'sleep'>): CheckThread {
  return createPassingThread<CheckStore, null>({ begin, keep: async () => null, unusedMs, clock });
}
