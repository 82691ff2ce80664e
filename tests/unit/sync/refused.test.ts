/** 403 is said of one person whom the token may not read, and of everybody by servers that so refuse a token that was revoked. */
import { afterEach, describe, expect, it } from 'vitest';
import { askersAtOnce } from '../../../electron/sync/walk.ts';
import { createFakeClock } from '../fake-clock.ts';
import { noon } from '../storage/stored.ts';
import { listText, recordOf, treeOf } from './organisation-server.ts';
import { openThroughClient, refusal } from './through-client.ts';

const hour = 60 * 60 * 1000;
const people = treeOf(400, 4);

let app: ReturnType<typeof openThroughClient>;
afterEach(() => app.close());

const until = async (status: string) => {
  for (let minute = 0; minute < 60 && app.sync.state().status !== status; minute += 1) await app.clock.pass(60_000);
  expect(app.sync.state().status).toBe(status);
};

describe('a token that is refused with 403 half-way', () => {
  it('pauses the sync with one message, loses nothing, and another one makes it go on', async () => {
    let isRevoked = false;
    app = openThroughClient({
      people,
      instead: () => {
        isRevoked ||= app.sent.length === 150;
        return isRevoked ? refusal(403) : null;
      },
    });
    await app.start(['p0']);
    await until('paused');
    const told = app.announced.map(({ status, why }) => `${status} ${why?.kind}`);
    expect(told.filter((state, nth) => state !== told[nth - 1])).toEqual(['running undefined', 'paused forbidden']);
    expect(app.sync.state()).toMatchObject({ why: { kind: 'forbidden' }, failed: 0, notFound: 0 });
    expect(app.sent.length).toBeLessThanOrEqual(150 + 2 * askersAtOnce);
    expect(await app.problems()).toEqual([]);
    await app.clock.pass(2 * hour);
    expect(app.sync.state().status).toBe('paused');
    isRevoked = false;
    const before = app.sent.length;
    app.sync.tokenCame();
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 400, fetched: 400, failed: 0, why: null });
    // The list, and whoever was not stored.
    expect(app.sent.length - before).toBeLessThanOrEqual(400 - 100);
  });

  it('pauses it too while people are kept fresh, and marks nobody', async () => {
    let isRevoked = false;
    app = openThroughClient({ people, instead: () => (isRevoked ? refusal(403) : null), clock: createFakeClock(noon) });
    await app.start(['p0']);
    await until('done');
    isRevoked = true;
    await app.clock.pass(30 * hour);
    expect(app.sync.state()).toMatchObject({ status: 'paused', why: { kind: 'forbidden' }, fetched: 400 });
    expect(await app.problems()).toEqual([]);
    expect(app.sync.state().refresh.usedToday).toBeLessThanOrEqual(40);
  });

  it('pauses it where it may read nobody from the start', async () => {
    app = openThroughClient({ people, instead: () => refusal(403) });
    await app.start(Array.from({ length: 50 }, (_, nth) => `p${nth}`));
    await until('paused');
    expect(app.sync.state()).toMatchObject({ why: { kind: 'forbidden' }, found: 50, failed: 0 });
  });
});

describe('people whom the token may not read', () => {
  const wide = treeOf(300, 150);

  it.each([1, 19, 20, 60])('(%i in a row) are noted, and the others are fetched', async (count) => {
    const isRefused = (id: string) => Number(id.slice(1)) >= 100 && Number(id.slice(1)) < 100 + count;
    let isBarred = true;
    app = openThroughClient({ people: wide, instead: (id) => (isBarred && isRefused(id) ? refusal(403) : null) });
    await app.start(['p0']);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 300, fetched: 300 - count, failed: count, why: null });
    expect(app.sent.length).toBeLessThanOrEqual(300 * 1.15);
    for (let nth = 100; nth < 100 + count; nth += 1) expect(app.timesAsked(`p${nth}`)).toBe(1);
    // Another token may be allowed to.
    isBarred = false;
    app.sync.tokenCame();
    await app.clock.pass(60_000);
    expect(app.sync.state()).toMatchObject({ status: 'done', fetched: 300, failed: 0 });
  });

  it('(all who are left, the last of the walk) are noted', async () => {
    app = openThroughClient({ people: wide, instead: (id) => (Number(id.slice(1)) >= 260 ? refusal(403) : null) });
    await app.start(['p0']);
    await until('done');
    expect(app.sync.state()).toMatchObject({ fetched: 260, failed: 40, why: null });
  });

  it('(the only one) is noted', async () => {
    app = openThroughClient({ people, instead: () => refusal(403) });
    await app.start(['p0']);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 1, fetched: 0, failed: 1 });
  });

  it('(all but those in the list of everybody) are noted: that says nothing of the token', async () => {
    const elements = [...people].slice(0, 300).map(([id, reportees]) => recordOf(id, reportees));
    app = openThroughClient({
      people,
      instead: () => refusal(403),
      list: () => new Response(listText(elements), { headers: { 'content-type': 'application/json' } }),
    });
    await app.start(['p0']);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 400, fetched: 300, failed: 100, why: null });
  });
});

it('a token that only was not at hand makes nobody be asked for again who was refused', async () => {
  app = openThroughClient({ people: treeOf(5, 4), instead: (id) => (id === 'p3' ? refusal(403) : null) });
  await app.start(['p0']);
  await until('done');
  const { file, clock } = app;
  await app.close();
  app = openThroughClient({ people: treeOf(5, 4), file, clock });
  app.sync.tokenCame();
  await clock.pass(60_000);
  expect(app.timesAsked('p3')).toBe(0);
});
