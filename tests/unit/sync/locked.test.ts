/** Another program that writes to the local copy holds the sync up for as long as it does, and no longer. */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from 'vitest';
import { recordOf, treeOf } from './organisation-server.ts';
import { answeringAs, openPlaced, type Placed } from './placed.ts';

const people = treeOf(300, 8);
let app: Placed;
let other: DatabaseSync | null = null;
afterEach(async () => {
  other?.close();
  other = null;
  await app.close();
});

const lock = () => {
  other = new DatabaseSync(app.file);
  other.exec('BEGIN IMMEDIATE');
};

it.each([
  ['one by one', undefined],
  ['in one list', () => [...people].map(([id, reportees]) => recordOf(id, reportees))],
])('a sync %s goes on by itself once the other program is done', async (_, list) => {
  let isLocked = false;
  const lockOnce = () => {
    if (!isLocked) lock();
    isLocked = true;
  };
  app = openPlaced({
    answer: answeringAs(people),
    ...(list && { list }),
    beforeStoring: async () => {
      if (app.asked.length > 100) lockOnce();
    },
  });
  // Nobody waits here for real.
  app.store.database.exec('PRAGMA busy_timeout = 0');
  if (list) {
    await app.start([]);
    lockOnce();
    app.sync.begin();
  } else await app.start(['p0']);
  const held = await app.until(({ status }) => status === 'paused');
  expect(held.why).toEqual({ kind: 'database', trouble: 'locked' });
  const asked = [app.asked.length, app.listsAsked()];
  await app.clock.pass(10 * 60_000);
  expect(app.sync.state()).toMatchObject({ status: 'paused', why: { kind: 'database', trouble: 'locked' } });
  expect([app.asked.length, app.listsAsked()]).toEqual(asked);

  other?.exec('ROLLBACK');
  await app.until(({ status }) => status === 'done');
  expect(app.sync.state()).toMatchObject({ fetched: 300, failed: 0, why: null });
  expect(await app.problems()).toEqual([]);
});

it('it can be told to stop, to go on and to close while it is held up', async () => {
  app = openPlaced({ answer: answeringAs(people), beforeStoring: async () => void (other === null && lock()) });
  app.store.database.exec('PRAGMA busy_timeout = 0');
  await app.start(['p0']);
  await app.until(({ status }) => status === 'paused');
  app.sync.stop();
  await app.clock.pass(60_000);
  expect(app.sync.state()).toMatchObject({ status: 'stopped', why: null });
  app.sync.begin();
  await app.until(({ status }) => status === 'paused');
  other?.exec('ROLLBACK');
  app.sync.begin();
  await app.until(({ status }) => status === 'done');
});
