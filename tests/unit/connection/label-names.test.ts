/** Names of teams and roles: a late answer is kept, and they are asked for again when there is reason to. */
import { expect, test } from 'vitest';
import { type Failure, failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import { createInBackground } from '../../../electron/background.ts';
import { createLabelNames } from '../../../electron/connection/label-names.ts';
import type { OpenDirectory } from '../../../electron/connection/open-directory.ts';
import type { LabelNames } from '../../../electron/reading/user-reply.ts';
import { createFakeClock } from '../fake-clock.ts';
import { strictLog } from '../storage/stored.ts';

const named: LabelNames = { roles: new Map(), teams: new Map() };

function setUp() {
  const clock = createFakeClock();
  const ending = new AbortController();
  const waiting: ((labels: Outcome<LabelNames>) => void)[] = [];
  const stored: unknown[] = [];
  let announced = 0;
  const directory = {
    ask: async (name: string, input: unknown) => {
      stored.push([name, input]);
      return succeeded(null);
    },
    store: { labelled: () => undefined },
  } as unknown as Pick<OpenDirectory, 'ask' | 'store'>;
  const labels = createLabelNames({
    api: { fetchConfig: () => new Promise((resolve) => waiting.push(resolve)) },
    directory,
    clock,
    announce: () => {
      announced += 1;
    },
    inBackground: createInBackground(strictLog),
    signal: ending.signal,
  });
  return {
    clock,
    labels,
    stored,
    end: () => ending.abort(),
    announced: () => announced,
    /** How often they were asked for. */
    asked: () => waiting.length,
    answer: async (outcome: Outcome<LabelNames>) => {
      waiting.at(-1)?.(outcome);
      await clock.pass(0);
    },
  };
}

const failing = (failure: Failure) => failed(failure);

test('a first page waits for three seconds, and an answer that comes later is kept all the same', async () => {
  const { clock, labels, answer, stored, announced } = setUp();
  let isOver = false;
  void labels.forFirstPage().then(() => {
    isOver = true;
  });
  await clock.pass(2_999);
  expect(isOver).toBe(false);
  await clock.pass(1);
  expect(isOver).toBe(true);
  expect(stored).toEqual([]);
  await clock.pass(5_000);
  await answer(succeeded(named));
  expect(stored).toEqual([['setLabels', [named]]]);
  expect(announced()).toBe(1);
});

test('a first page waits no longer than the answer takes', async () => {
  const { labels, answer } = setUp();
  const first = labels.forFirstPage();
  await answer(succeeded(named));
  await first;
});

test.each([
  ['was not to be had', { kind: 'offline' }],
  ['refused the token', { kind: 'unauthorized' }],
  ['was in haste', { kind: 'timeout', after: 'headers' }],
] as const)('are asked for again where the server %s', async (_what, failure) => {
  const { labels, answer, asked, stored } = setUp();
  labels.ask();
  await answer(failing(failure));
  labels.ask();
  expect(asked()).toBe(2);
  await answer(succeeded(named));
  expect(stored.length).toBe(1);
});

test('are not asked for twice at once, nor again within a minute of an answer', async () => {
  const { clock, labels, answer, asked } = setUp();
  labels.ask();
  labels.ask();
  expect(asked()).toBe(1);
  await answer(failing({ kind: 'not-found', id: null }));
  labels.ask();
  expect(asked()).toBe(1);
  await clock.pass(60_000);
  labels.ask();
  expect(asked()).toBe(2);
});

test('another token is always a reason, even while the one before is being tried', async () => {
  const { labels, answer, asked } = setUp();
  labels.ask();
  labels.askAnew();
  expect(asked()).toBe(1);
  await answer(failing({ kind: 'forbidden' }));
  expect(asked()).toBe(2);
  await answer(succeeded(named));
  labels.askAnew();
  expect(asked()).toBe(3);
});

test('nothing is stored once the connection is closed', async () => {
  const { labels, answer, end, stored } = setUp();
  labels.ask();
  end();
  await answer(succeeded(named));
  expect(stored).toEqual([]);
});
