/** There is one run at a time: what one has fetched is stored before the next looks for whom to fetch. */
import { expect, it } from 'vitest';
import { settled } from '../fake-clock.ts';
import { treeOf } from './organisation-server.ts';
import { answeringAs, openPlaced } from './placed.ts';

const people = treeOf(31, 30);
const answer = answeringAs(people);

/** A sync that has fetched everybody but p0's reports' batch, which waits to be stored. */
async function withHeldBatch() {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const app = openPlaced({ answer, beforeStoring: async () => (app.asked.length < 31 ? undefined : released) });
  await app.start(['p0']);
  while (app.asked.length < 31) await settled();
  await settled();
  return { app, release };
}

it('fetches nobody twice where it is paused and begun while a batch is being stored', async () => {
  const { app, release } = await withHeldBatch();
  app.sync.pause();
  app.sync.begin();
  await settled();
  release();
  await app.until(({ status }) => status === 'done');
  expect(app.asked).toHaveLength(31);
  expect(new Set(app.asked).size).toBe(31);
  await app.close();
});

it('is closed only once the batch of a paused run is stored', async () => {
  const { app, release } = await withHeldBatch();
  app.sync.pause();
  let isClosed = false;
  const closed = app.sync.close().then(() => {
    isClosed = true;
  });
  await settled();
  expect(isClosed).toBe(false);
  release();
  await closed;
  expect(app.store.peopleCount()).toBe(31);
  await app.close();
});
