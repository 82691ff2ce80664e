/** What the sync was told of somebody, and has not stored yet, is dropped once a page was told something newer of them. */
import { afterEach, expect, it } from 'vitest';
import { repliesIn, tellText } from '../storage/replied.ts';
import { idOf } from '../storage/stored.ts';
import { replyText } from './organisation-server.ts';
import { openPlaced, type Placed } from './placed.ts';

let app: Placed;
afterEach(() => app.close());

const boss = idOf('boss');
const older = replyText('boss', ['ann']);
const newer = replyText('boss', ['ben']);
const people = new Map([
  ['ann', replyText('ann', [])],
  ['ben', replyText('ben', [])],
]);

/** The sync gets this answer about boss, and a page stores something newer before the sync stores it. */
async function overtaken(answer: 'given' | 'not-found', page: () => void) {
  app = openPlaced({
    answer: (id) => {
      if (id !== boss) return people.get(id) ?? { kind: 'not-found', id };
      app.news.tell('fetched', { id: boss });
      page();
      return answer === 'given' ? older : { kind: 'not-found', id };
    },
  });
  await app.start(['boss', 'ann']);
  await app.until(({ status }) => status === 'done');
}

it('an older reply writes no row, and changes nobody', async () => {
  await overtaken('given', () => tellText(app.store, 'boss', newer, { at: app.clock.now() }));
  expect(repliesIn(app.store, 'boss').map(({ text }) => text)).toEqual([newer]);
  expect(app.store.user(boss)?.user.reports).toEqual(['ben']);
  expect(app.sync.state()).toMatchObject({ fetched: 3, failed: 0, notFound: 0 });
});

it('a "not found" that is older than a reply marks nobody', async () => {
  await overtaken('not-found', () => tellText(app.store, 'boss', newer, { at: app.clock.now() }));
  expect(app.store.counts()['not-found']).toBe(0);
  expect(await app.problems()).toEqual([]);
});

it('a reply that is older than a "not found" does not end it', async () => {
  await overtaken('given', () => {
    tellText(app.store, 'boss', older, { at: app.clock.now() });
    app.store.recordNotFound(boss, app.clock.now());
  });
  expect(app.store.counts()['not-found']).toBe(1);
});
