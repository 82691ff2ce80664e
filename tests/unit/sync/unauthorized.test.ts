/** 401 is of the server or of something before it: nobody is marked for it, and the token is offered again every five minutes. */
import { afterEach, describe, expect, it } from 'vitest';
import { nobody } from '../../../electron/connection/check-server.ts';
import { createFakeClock } from '../fake-clock.ts';
import { noon } from '../storage/stored.ts';
import { treeOf } from './organisation-server.ts';
import { openThroughClient, refusal } from './through-client.ts';

const minute = 60_000;
const hour = 60 * minute;
const people = treeOf(400, 4);

let app: ReturnType<typeof openThroughClient>;
afterEach(() => app.close());

const until = async (status: string) => {
  for (let nth = 0; nth < 60 && app.sync.state().status !== status; nth += 1) await app.clock.pass(1_000);
  expect(app.sync.state().status).toBe(status);
};

describe.each([
  ['of the API', () => refusal(401)],
  ['of a gateway', () => new Response('<h1>401</h1>', { status: 401, headers: { 'content-type': 'text/html' } })],
  ['without a body', () => new Response(null, { status: 401 })],
])('a 401 %s', (_whose, answer) => {
  it('pauses the sync and marks nobody; it goes on by itself once the token is taken', async () => {
    let isRefused = false;
    app = openThroughClient({
      people,
      instead: () => {
        isRefused ||= app.sent.length === 150;
        return isRefused ? answer() : null;
      },
    });
    await app.start(['p0']);
    await until('paused');
    expect(app.sync.state()).toMatchObject({ why: { kind: 'unauthorized' }, failed: 0, notFound: 0 });
    expect(await app.problems()).toEqual([]);
    const pausedAt = app.clock.monotonic();
    const before = app.sent.length;
    await app.clock.pass(hour);
    const looks = app.sent.slice(before);
    // Each asks for nobody, and for somebody who is known, since it may be only nobody who is refused.
    expect(looks).toHaveLength(24);
    expect(looks.every(({ id }, nth) => (id === nobody) === (nth % 2 === 0))).toBe(true);
    const times = looks.filter(({ id }) => id === nobody).map(({ at }) => at);
    expect(times.every((at, nth) => Math.abs(at - pausedAt - (nth + 1) * 5 * minute) <= 2_000)).toBe(true);
    isRefused = false;
    await app.clock.pass(5 * minute);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 400, fetched: 400, failed: 0, notFound: 0, why: null });
  });

  it('while people are kept fresh marks nobody either', async () => {
    let isRefused = false;
    app = openThroughClient({ people, instead: () => (isRefused ? answer() : null), clock: createFakeClock(noon) });
    await app.start(['p0']);
    await until('done');
    isRefused = true;
    await app.clock.pass(25 * hour);
    expect(app.sync.state()).toMatchObject({ status: 'paused', why: { kind: 'unauthorized' }, fetched: 400 });
    expect(await app.problems()).toEqual([]);
    isRefused = false;
    await app.clock.pass(6 * minute);
    expect(app.sync.state()).toMatchObject({ status: 'done', why: null });
  });
});

it('a 401 that is said of one person alone is noted of them, and everybody else is fetched', async () => {
  const isRefused = (id: string) => id === 'p399' || id === nobody;
  app = openThroughClient({ people, instead: (id) => (isRefused(id) ? refusal(401) : null) });
  await app.start(['p0']);
  await until('done');
  expect(app.sync.state()).toMatchObject({ found: 400, fetched: 399, failed: 1, notFound: 0, why: null });
  expect(await app.problems()).toMatchObject([
    { kind: 'failed', id: 'p399', failure: { kind: 'unauthorized', isOfOne: true } },
  ]);
  const before = app.timesAsked('p399');
  await app.clock.pass(hour);
  expect(app.timesAsked('p399')).toBe(before);
});

it('a server that refuses only nobody with a 401 takes the token', async () => {
  let isRefused = false;
  app = openThroughClient({ people, instead: (id) => (isRefused || id === nobody ? refusal(401) : null) });
  await app.start(['p0']);
  await until('done');
  isRefused = true;
  await app.clock.pass(25 * hour);
  expect(app.sync.state()).toMatchObject({ status: 'paused', why: { kind: 'unauthorized' } });
  isRefused = false;
  await app.clock.pass(6 * minute);
  expect(app.sync.state()).toMatchObject({ status: 'done', why: null });
});
