/** The thread of the status check: it starts with the first question, ends a minute after it was left, and may take too much memory. */
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { longestChecked } from '../../../contract/bounds.ts';
import { accept } from '../../../electron/check/list-keeping.ts';
import type { StartWorker } from '../../../electron/thread/start-thread.ts';
import { anything, type Checked, type CheckedOptions, openChecked, saidOf } from '../check/checked.ts';
import { createFakeClock } from '../fake-clock.ts';
import { unwrap } from '../sync/synced.ts';
import { countThreads } from '../thread/counted-threads.ts';
import { workerInPlace } from '../thread/worker-in-place.ts';

const minute = 60_000;
let checked: Checked | null = null;
const { threads, counting } = countThreads('check');

async function open(start: StartWorker, options: CheckedOptions = {}) {
  threads.started = 0;
  checked = await openChecked({ ...options, startWorker: counting(start) });
  return checked;
}
afterEach(async () => {
  await checked?.directory.close();
  checked = null;
  expect(threads.running).toBe(0);
});

describe('the thread of the check', () => {
  it('starts with the first list and ends a minute after it was left; what was shown is held again', async () => {
    const clock = createFakeClock();
    const { begin, rows, checks } = await open(workerInPlace, { clock });
    unwrap(await checks.kept());
    expect(threads.started).toBe(0);
    const { id } = await begin('u-10001\n');
    expect([threads.started, threads.running]).toEqual([1, 1]);
    await clock.pass(10 * minute);
    expect(threads.running).toBe(1);
    checks.leave();
    await clock.pass(minute - 1);
    // Asked of a thread that had ended, this would start another.
    await rows(id);
    expect(threads.started).toBe(1);
    await clock.pass(minute);
    // The port of its thread closes in its own time.
    await expect.poll(() => threads.running).toBe(0);
    expect((await rows(id)).map(saidOf)).toEqual(['u-10001 | active | u-10001 | id']);
    expect(threads.started).toBe(2);
  });

  it('that takes too much memory fails its list alone: what was kept opens again', async () => {
    const limited: StartWorker = (script, options) =>
      new Worker(script, {
        ...options,
        ...(options.resourceLimits && { resourceLimits: { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 } }),
      });
    const { begin, checks, rows } = await open(limited);
    const { id } = await begin('u-10001\n');
    const fields = (nth: number) => Array.from({ length: 12 }, (_, at) => `"f${at}":"${nth} ${at} some text"`).join();
    const list = `[${Array.from({ length: 60_000 }, (_, nth) => `{"id":"u-10001",${fields(nth)}}`).join()}]`;
    expect(list.length).toBeLessThan(longestChecked);
    expect(await checks.begin({ text: list }, { kind: 'pasted' }, accept)).toEqual({
      ok: false,
      failure: { kind: 'list-too-heavy' },
    });
    expect(unwrap(await checks.open(id)).counts.rows).toBe(1);
    expect((await rows(id, anything)).map(saidOf)).toEqual(['u-10001 | active | u-10001 | id']);
    expect(unwrap(await checks.kept()).checks.map((one) => one.id)).toEqual([id]);
    expect(threads.started).toBe(2);
  });
});
