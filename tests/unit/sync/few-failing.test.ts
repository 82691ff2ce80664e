/** A healthy server that never gives a few people costs little more for them, blames nobody else, and holds nobody up. */
import { afterEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../fake-clock.ts';
import { idOf, noon } from '../storage/stored.ts';
import { treeOf } from './organisation-server.ts';
import { cut, openThroughClient, refusal } from './through-client.ts';

const hour = 60 * 60 * 1000;
const page = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
const kinds: readonly (readonly [string, () => Response | Error])[] = [
  ['an error of its own', () => refusal(500)],
  ['an error that may pass', () => refusal(503)],
  ['a cut connection', cut],
  ['a page that is not of the API', page],
];

let app: ReturnType<typeof openThroughClient>;
afterEach(() => app.close());

/** Fails where it takes longer than anybody would believe. */
const untilDone = async () => {
  for (let minute = 0; minute < 60 && app.sync.state().status !== 'done'; minute += 1) await app.clock.pass(60_000);
  expect(app.sync.state().status).toBe('done');
};

describe.each(kinds)('a few of whom are answered with %s', (_, answer) => {
  it.each([1, 4, 8])('(%i of 300) are asked for a few times in a walk, and noted as failed', async (count) => {
    const failing = (id: string) => id.startsWith('p') && Number(id.slice(1)) >= 300 - count;
    app = openThroughClient({ people: treeOf(300, 6), instead: (id) => (failing(id) ? answer() : null) });
    await app.start(['p0']);
    await untilDone();
    expect(app.sync.state()).toMatchObject({ found: 300, fetched: 300 - count, failed: count, notFound: 0, why: null });
    expect(app.sent.length).toBeLessThanOrEqual(300 * 1.15);
    expect(app.timesAsked('p299')).toBeGreaterThan(1);
    expect((await app.problems()).map(({ kind }) => kind)).toEqual(Array<string>(count).fill('failed'));
  });

  it('are asked for once a day to keep them fresh, and everybody else is', async () => {
    const failing = (id: string) => id.startsWith('p') && Number(id.slice(1)) < 8;
    let isHealthy = true;
    app = openThroughClient({
      people: treeOf(60, 6),
      instead: (id) => (failing(id) && !isHealthy ? answer() : null),
      clock: createFakeClock(noon),
    });
    app.sync.setBudget(200);
    await app.start(['p0']);
    await untilDone();
    isHealthy = false;
    const before = app.sent.length;
    await app.clock.pass(26 * hour);
    // Once each, within the day that is counted.
    const asked = app.sent.slice(before).filter(({ id }) => id.startsWith('p'));
    for (let nth = 0; nth < 60; nth += 1) {
      const age = app.clock.now() - (app.store.user(idOf(`p${nth}`))?.fetchedAt ?? 0);
      expect(age < 25 * hour, `p${nth}`).toBe(nth >= 8);
    }
    expect(asked).toHaveLength(60);
    expect(app.sync.state()).toMatchObject({ status: 'done', fetched: 60, refresh: { usedToday: 60 } });
  });
});

describe('a server that is really gone', () => {
  it('blames nobody, and costs nobody a try, however often it goes', async () => {
    let isGone = false;
    let goesAfter = 20;
    app = openThroughClient({
      people: treeOf(300, 6),
      instead: () => {
        isGone ||= app.sent.length >= goesAfter;
        return isGone ? cut() : null;
      },
    });
    await app.start(['p0']);
    for (let times = 1; times <= 5; times += 1) {
      for (let minute = 0; minute < 10 && !isGone; minute += 1) await app.clock.pass(60_000);
      await app.clock.pass(60_000);
      expect(isGone).toBe(true);
      expect(app.sync.state()).toMatchObject({ status: 'waiting', why: { kind: 'offline' }, failed: 0 });
      goesAfter = app.sent.length + 40;
      isGone = false;
    }
    goesAfter = Number.POSITIVE_INFINITY;
    await untilDone();
    expect(app.sync.state()).toMatchObject({ fetched: 300, failed: 0 });
  });
});
