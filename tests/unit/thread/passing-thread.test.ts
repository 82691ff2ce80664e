import { beforeEach, describe, expect, it } from 'vitest';
import { type Outcome, succeeded } from '../../../contract/failures.ts';
import { createPassingThread, type PassingThread } from '../../../electron/thread/passing-thread.ts';
import type { Thread } from '../../../electron/thread/start-thread.ts';
import { createFakeClock, type FakeClock, settled } from '../fake-clock.ts';

/** Says which thread it is, and counts what it was asked. */
type Counting = {
  readonly ask: () => Outcome<string>;
  readonly kept: () => Outcome<number>;
};

const unusedMs = 60_000;
let clock: FakeClock;
let begun: (number | null)[];
let closed: number[];
/** Waited for before anything is given to keep. */
let keeping: Promise<unknown>;
let isSound: boolean;
/** Threads that died by themselves. */
let lost: Set<number>;
let passing: PassingThread<Counting>;

function begin(kept: number | null): Thread<Counting> {
  const number = begun.push(kept);
  let asked = kept ?? 0;
  const ask = async (name: keyof Counting) => {
    if (name === 'kept') await keeping;
    else asked += 1;
    return succeeded(name === 'kept' ? asked : `${number}: ${asked}`);
  };
  return {
    ask: ask as Thread<Counting>['ask'],
    isLost: () => lost.has(number),
    close: async () => {
      closed.push(number);
      return isSound;
    },
  };
}

beforeEach(() => {
  clock = createFakeClock();
  begun = [];
  closed = [];
  keeping = Promise.resolve();
  isSound = true;
  lost = new Set();
  passing = createPassingThread<Counting, number>({
    begin,
    keep: async (ask) => {
      const kept = await ask('kept', []);
      return kept.ok ? kept.value : null;
    },
    unusedMs,
    clock,
  });
});
const ask = async () => {
  const answer = await passing.ask('ask', []);
  return answer.ok ? answer.value : answer.failure.kind;
};

describe('a thread that is there while it is needed', () => {
  it('starts with the first question, and is one however many there are', async () => {
    expect(begun).toEqual([]);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['1: 1', '1: 2', '1: 3']);
    expect(begun).toEqual([null]);
  });

  it('ends a minute after it was left, and the next begins with what it gave to keep', async () => {
    passing.enter();
    await ask();
    await ask();
    passing.leave();
    await clock.pass(unusedMs - 1);
    expect(closed).toEqual([]);
    await clock.pass(1);
    expect(closed).toEqual([1]);
    expect(await ask()).toBe('2: 3');
    expect(begun).toEqual([null, 2]);
  });

  it('stays while somebody needs it, until it is left', async () => {
    await ask();
    passing.leave();
    await clock.pass(unusedMs / 2);
    passing.enter();
    await clock.pass(unusedMs * 2);
    await ask();
    await clock.pass(unusedMs * 2);
    expect(closed).toEqual([]);
    passing.leave();
    passing.leave();
    expect(clock.sleepers()).toBe(1);
    await clock.pass(unusedMs);
    expect(closed).toEqual([1]);
  });

  it('ends a minute after what was asked late, once it was left', async () => {
    passing.enter();
    await ask();
    passing.leave();
    await clock.pass(unusedMs / 2);
    await ask();
    await clock.pass(unusedMs - 1);
    expect(closed).toEqual([]);
    await clock.pass(1);
    expect(closed).toEqual([1]);
    // Nor does one stay that a late question began.
    await ask();
    await clock.pass(unusedMs);
    expect(closed).toEqual([1, 2]);
  });

  it('ends although it was left while there was none', async () => {
    passing.leave();
    await clock.pass(unusedMs);
    for (const closedThen of [[1], [1, 2]]) {
      passing.enter();
      await ask();
      passing.leave();
      await clock.pass(unusedMs);
      passing.leave();
      await clock.pass(unusedMs);
      expect(closed).toEqual(closedThen);
    }
  });

  it('is begun again where it was lost, with what was kept before', async () => {
    passing.enter();
    await ask();
    passing.leave();
    await clock.pass(unusedMs);
    passing.enter();
    await ask();
    expect(passing.isThere()).toBe(true);
    lost.add(2);
    expect(passing.isThere()).toBe(false);
    expect([await ask(), await ask()]).toEqual(['3: 2', '3: 3']);
    expect(begun).toEqual([null, 1, 1]);
    // Why it was lost is not known: the file may be why.
    expect(await passing.close()).toBe(false);
  });

  it('lets what is asked while it ends wait for what it gives to keep, in its order', async () => {
    let give = (_: unknown) => {};
    keeping = new Promise((resolve) => {
      give = resolve;
    });
    await ask();
    passing.leave();
    await clock.pass(unusedMs);
    const answers = [ask(), ask()];
    await settled();
    expect(begun).toEqual([null]);
    give(null);
    expect(await Promise.all(answers)).toEqual(['2: 2', '2: 3']);
    expect(closed).toEqual([1]);
  });

  it('is one at a time, however often it is opened and left', async () => {
    for (let opening = 1; opening <= 100; opening += 1) {
      expect(await ask()).toBe(`${opening}: ${opening}`);
      expect(begun.length - closed.length).toBe(1);
      passing.leave();
      await clock.pass(unusedMs);
    }
    expect(closed).toHaveLength(100);
    expect(clock.sleepers()).toBe(0);
  });

  it('begins with nothing where the one before gave nothing to keep, since it was lost', async () => {
    keeping = Promise.reject(new Error('lost')).catch(() => undefined);
    passing.leave();
    await clock.pass(unusedMs);
    expect(begun).toEqual([]);
    expect(await ask()).toBe('1: 1');
  });
});

describe('closing', () => {
  it('ends what there is, and cancels what is asked from then on', async () => {
    await ask();
    const late = ask();
    const closing = passing.close();
    expect([await late, await ask()]).toEqual(['cancelled', 'cancelled']);
    expect([await closing, closed]).toEqual([true, [1]]);
  });

  it('starts nothing, and lets no minute run on', async () => {
    passing.leave();
    expect(await passing.close()).toBe(true);
    expect([begun, clock.sleepers()]).toEqual([[], 0]);
  });

  it('waits for one that is ending', async () => {
    let give = (_: unknown) => {};
    keeping = new Promise((resolve) => {
      give = resolve;
    });
    await ask();
    passing.leave();
    await clock.pass(unusedMs);
    let isClosed = false;
    const closing = passing.close().then(() => {
      isClosed = true;
    });
    await settled();
    expect(isClosed).toBe(false);
    give(null);
    await closing;
    expect(closed).toEqual([1]);
  });

  it('says that the file was not sound where any of them found so', async () => {
    isSound = false;
    await ask();
    passing.leave();
    await clock.pass(unusedMs);
    isSound = true;
    await ask();
    expect(await passing.close()).toBe(false);
  });
});
