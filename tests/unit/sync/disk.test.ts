/** A disk that is full, or may not be written, pauses the sync with that as the reason; once it is mended it goes on. */

import { afterEach, describe, expect, it } from 'vitest';
import { idsIn } from '../storage/stored.ts';
import { recordOf, treeOf } from './organisation-server.ts';
import { answeringAs, openPlaced, type Placed } from './placed.ts';

const people = treeOf(600, 8);
const answer = answeringAs(people);

const troubles: readonly (readonly [trouble: 'full' | 'read-only', begin: string, mend: string])[] = [
  ['full', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 1000000'],
  ['read-only', 'PRAGMA query_only = 1', 'PRAGMA query_only = 0'],
];

let app: Placed;
afterEach(() => app.close());

/** A sync whose disk has this trouble as soon as so many were asked for. */
function openTroubled(begin: string, after: number, list?: () => unknown[]): void {
  let isTroubled = false;
  app = openPlaced({
    answer,
    ...(list && { list }),
    beforeStoring: async () => {
      if (!isTroubled && app.asked.length > after) app.store.database.exec(begin);
      isTroubled ||= app.asked.length > after;
    },
  });
}

/** Is paused with the trouble as the reason, stays so, and goes on once it is mended. */
async function isPausedUntil(trouble: string, mend: string): Promise<void> {
  const paused = await app.until(({ status }) => status === 'paused');
  expect(paused).toMatchObject({ why: { kind: 'database', trouble }, ratePerSecond: null, failed: 0, notFound: 0 });
  const stored = idsIn(app.file);
  const asked = app.asked.length;
  await app.clock.pass(60 * 60 * 1000);
  expect([app.asked.length, app.sync.state().status]).toEqual([asked, 'paused']);
  // Told to go on before it is mended, it says the same again.
  app.sync.begin();
  await app.clock.pass(1000);
  expect(app.sync.state()).toMatchObject({ status: 'paused', why: { kind: 'database', trouble } });
  expect(app.store.peopleCount()).toBe(stored.length);
  app.store.database.exec(mend);
  app.sync.begin();
  await app.until(({ status }) => status === 'done');
  expect(app.sync.state()).toMatchObject({ found: 600, fetched: 600, failed: 0, why: null });
  expect(app.store.peopleCount()).toBe(600);
  expect(app.asked.slice(asked).filter((id) => stored.includes(id))).toEqual([]);
}

describe.each(troubles)('a disk that is %s', (trouble, begin, mend) => {
  it('while everybody is walked', async () => {
    openTroubled(begin, 200);
    await app.start(['p0']);
    await isPausedUntil(trouble, mend);
    expect(await app.problems()).toEqual([]);
    expect(app.asked.length).toBeGreaterThan(600);
  });

  it('while the list is taken, which is then taken again', async () => {
    openTroubled(begin, 0, () => [...people].map(([id, reportees]) => recordOf(id, reportees)));
    app.store.database.exec(begin);
    app.sync.resume();
    await isPausedUntil(trouble, mend);
    expect(app.asked).toEqual([]);
    expect(app.listsAsked()).toBe(3);
  });
});
