import { beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import type { UserBytes } from '../../../electron/reading/user-reply.ts';
import type { Grown } from '../../../electron/storage/growth.ts';
import type { AskWriter } from '../../../electron/storage/write-store.ts';
import { type Batches, createBatches } from '../../../electron/sync/batches.ts';
import { createFakeClock, type FakeClock, settled } from '../fake-clock.ts';
import { idOf } from '../storage/stored.ts';

const grown: Grown = { recorded: [], missed: [], progress: { found: 0, fetched: 0, failed: 0, notFound: 0 } };

let clock: FakeClock;
/** Sizes of the batches that were given, replies and misses. */
let given: [replies: number, missed: number][];
let store: ((outcome: Outcome<Grown>) => void)[];
let failures: Failure[];
let batches: Batches;
beforeEach(() => {
  clock = createFakeClock();
  given = [];
  store = [];
  failures = [];
  const ask = (_: string, [replies, missed]: [unknown[], unknown[]]) => {
    given.push([replies.length, missed.length]);
    return new Promise((resolve) => store.push(resolve));
  };
  batches = createBatches({
    storing: {
      // Only one piece of the work is asked for here.
      ask: ask as unknown as AskWriter,
      isFetched: () => false,
      grown: () => undefined,
    },
    clock,
    failed: (failure) => failures.push(failure),
  });
});

const add = (count: number, size = 1) => {
  for (let nth = 0; nth < count; nth += 1) {
    const bytes = new Uint8Array(size);
    const reply: UserBytes = { id: idOf(`p${nth}`), url: '', bytes, contentType: '', receivedAt: 0 };
    batches.add(reply);
  }
};
const megabyte = 1024 * 1024;
const miss = () => batches.miss({ id: idOf('gone'), failure: { kind: 'not-found', id: null }, at: 0 });
const stored = async (outcome: Outcome<Grown> = succeeded(grown)) => {
  store.shift()?.(outcome);
  await settled();
};

describe('batches', () => {
  it('go when they are full, one at a time', async () => {
    add(499);
    expect(given).toEqual([]);
    add(600);
    expect(given).toEqual([[500, 0]]);
    await stored();
    expect(given.slice(1)).toEqual([[500, 0]]);
    await stored();
    expect(given.slice(2)).toEqual([]);
    await clock.pass(200);
    expect(given.slice(2)).toEqual([[99, 0]]);
    await stored();
    expect(batches.isEmpty()).toBe(true);
  });

  it('are full and crowded by their bytes as well, counted anew for each', async () => {
    add(3, megabyte);
    expect(given).toEqual([]);
    add(1, megabyte);
    expect(given).toEqual([[4, 0]]);
    add(15, megabyte);
    expect(batches.isCrowded()).toBe(false);
    add(1, megabyte);
    expect(batches.isCrowded()).toBe(true);
    await stored();
    expect([given.slice(1), batches.isCrowded()]).toEqual([[[4, 0]], false]);
    for (let batch = 0; batch < 4; batch += 1) await stored();
    expect([given.slice(2).map(([replies]) => replies), batches.isEmpty()]).toEqual([[4, 4, 4], true]);
    add(3, megabyte);
    expect(given.length).toBe(5);
  });

  it('go on until nothing waits once they were wanted, each no larger than another', async () => {
    add(1);
    batches.hurry();
    add(300);
    for (let nth = 0; nth < 600; nth += 1) miss();
    batches.hurry();
    await stored();
    await stored();
    expect(given).toEqual([
      [1, 0],
      [300, 500],
      [0, 100],
    ]);
    await stored();
    expect(batches.isEmpty()).toBe(true);
  });

  it('go when their first reply has waited long enough, misses with them', async () => {
    add(2);
    miss();
    await clock.pass(199);
    expect(given).toEqual([]);
    await clock.pass(1);
    expect(given).toEqual([[2, 1]]);
  });

  it('go at once when they are wanted, or as soon as the one before is stored', async () => {
    batches.hurry();
    expect(given).toEqual([]);
    add(1);
    batches.hurry();
    add(2);
    batches.hurry();
    expect([given, batches.isEmpty()]).toEqual([[[1, 0]], false]);
    await stored();
    expect(given).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(batches.isEmpty()).toBe(false);
    await stored();
    expect(batches.isEmpty()).toBe(true);
  });

  it('say when so much waits that nothing more should come', async () => {
    add(500 + 1499);
    expect(batches.isCrowded()).toBe(false);
    add(1);
    expect(batches.isCrowded()).toBe(true);
    await stored();
    expect(batches.isCrowded()).toBe(false);
  });

  it('that cannot be stored are told of, and those after them go all the same', async () => {
    add(1);
    batches.hurry();
    add(3);
    batches.hurry();
    await stored(failed({ kind: 'database', trouble: 'full' }));
    expect(failures).toEqual([{ kind: 'database', trouble: 'full' }]);
    expect(given).toEqual([
      [1, 0],
      [3, 0],
    ]);
    await stored();
    expect(batches.isEmpty()).toBe(true);
  });
});
