/** A sync whose token is not at hand says so, and goes on once it is. */
import { afterEach, expect, test } from 'vitest';
import type { UserId } from '../../../contract/ids.ts';
import { freshFile, idOf } from '../storage/stored.ts';
import { treeOf } from './organisation-server.ts';
import { answeringAs, openPlaced, type Placed } from './placed.ts';

const people = treeOf(60, 5);
const running: Placed[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.close();
});

function open(options: Partial<Parameters<typeof openPlaced>[0]>): Placed {
  const app = openPlaced({ answer: answeringAs(people), ...options });
  running.push(app);
  return app;
}

test('started again without a token, what was under way is paused for want of it', async () => {
  const file = freshFile();
  // Somebody is never answered, so that it is under way when the app quits.
  const first = open({ file, answer: (id: UserId) => (id === 'p0' ? answeringAs(people)(id) : { kind: 'offline' }) });
  await first.start(['p0']);
  await first.until(({ fetched }) => fetched === 1);
  expect(first.sync.state().status).toBe('running');
  running.pop();
  await first.close();

  let canFetch = false;
  const again = open({ file, canFetch: () => canFetch });
  again.sync.resume();
  expect(again.sync.state()).toMatchObject({ status: 'paused', why: { kind: 'token-needed' }, found: 6, fetched: 1 });
  expect(again.announced.at(-1)).toMatchObject({ status: 'paused' });
  expect(again.asked).toEqual([]);
  canFetch = true;
  again.sync.tokenCame();
  await again.until(({ status }) => status === 'done');
  expect(again.sync.state()).toMatchObject({ fetched: 60, why: null });
});

test('with people to start from and no token it is paused for want of it', async () => {
  const app = open({ canFetch: () => false });
  await app.sync.startFrom([idOf('p0')]);
  expect(app.sync.state()).toMatchObject({ status: 'never', found: 1 });
  app.sync.resume();
  expect(app.sync.state()).toMatchObject({ status: 'paused', why: { kind: 'token-needed' } });
});

test.each(['pause', 'stop'] as const)('what a person told it (%s) stands', async (told) => {
  const app = open({ canFetch: () => false });
  await app.sync.startFrom([idOf('p0')]);
  const { status } = app.sync[told]();
  app.sync.resume();
  expect(app.sync.state()).toMatchObject({ status, why: null });
});

test('with nobody to start from there is nothing to pause', () => {
  const app = open({ canFetch: () => false });
  app.sync.resume();
  expect(app.sync.state()).toMatchObject({ status: 'never', why: null });
});
