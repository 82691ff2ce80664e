/** A server that says that it is asked too much is left alone, for as long as it says and ever longer, by the whole sync. */
import { afterEach, describe, expect, it } from 'vitest';
import { listText, recordOf, treeOf } from './organisation-server.ts';
import { cut, openThroughClient, refusal } from './through-client.ts';

const hour = 60 * 60 * 1000;
const people = treeOf(300, 6);

let app: ReturnType<typeof openThroughClient>;
afterEach(() => app.close());

const untilDone = async () => {
  for (let minute = 0; minute < 600 && app.sync.state().status !== 'done'; minute += 1) await app.clock.pass(60_000);
  expect(app.sync.state()).toMatchObject({ status: 'done', why: null });
};

it.each([429, 500, 502, 503])(
  'a day that is named with %i is waited out, and the sync says until when',
  async (status) => {
    let toldAt: number | null = null;
    app = openThroughClient({
      people,
      instead: () => {
        if (toldAt !== null || app.sent.length < 100) return null;
        toldAt = app.clock.monotonic();
        return refusal(status, { 'retry-after': String(20 * 3600) });
      },
    });
    await app.start(['p0']);
    await app.clock.pass(hour);
    const before = app.sent.length;
    expect(app.sync.state()).toMatchObject({
      status: 'waiting',
      why: { kind: 'rate-limited' },
      lookAgainAt: app.clock.now() + 19 * hour,
    });
    await app.clock.pass(19 * hour - 1);
    expect(app.sent.length).toBe(before);
    await untilDone();
    expect(app.sync.state()).toMatchObject({ fetched: 300, failed: 0 });
  },
);

describe.each([
  ['nothing to wait for', { 'retry-after': '0' }, 20],
  ['a time that is past', { 'retry-after': new Date(0).toUTCString() }, 20],
  ['no time', {}, 20],
])('a server that limits everything and names %s', (_, headers, most) => {
  it('is asked ever more rarely, and walked on when it answers', async () => {
    let isLimiting = false;
    app = openThroughClient({
      people,
      instead: () => {
        isLimiting ||= app.sent.length === 100;
        return isLimiting ? refusal(429, headers) : null;
      },
    });
    await app.start(['p0']);
    await app.clock.pass(10 * 60_000);
    // Whoever was under way when it began.
    const before = app.sent.length;
    expect(before).toBeLessThanOrEqual(100 + 100);
    expect(app.sync.state().status).toBe('waiting');
    await app.clock.pass(2 * hour);
    expect(app.sent.length - before).toBeLessThanOrEqual(most);
    isLimiting = false;
    await app.clock.pass(hour);
    await untilDone();
    expect(app.sync.state()).toMatchObject({ fetched: 300, failed: 0 });
  });
});

it('people for whom it is always one request too many do not keep the others waiting for ever', async () => {
  const isLimited = (id: string) => ['p250', 'p299'].includes(id);
  app = openThroughClient({ people, instead: (id) => (isLimited(id) ? refusal(429) : null) });
  await app.start(['p0']);
  await untilDone();
  expect(app.sync.state()).toMatchObject({ fetched: 298, failed: 2 });
});

describe('a list', () => {
  const elements = [...people].map(([id, reportees]) => recordOf(id, reportees));
  const whole = () => new Response(listText(elements), { headers: { 'content-type': 'application/json' } });

  it.each([
    ['busy and limited', [refusal(503), refusal(429)]],
    ['not to be had', [cut(), cut()]],
  ])('that is %s twice is taken all the same', async (_, answers) => {
    const left = [...answers];
    app = openThroughClient({ people, list: () => left.shift() ?? whole() });
    await app.start(['p0']);
    await untilDone();
    expect(app.sent.map(({ id }) => id)).toEqual(['users', 'users', 'users']);
  });

  it('of a server that is gone is waited for, however long', async () => {
    let isGone = true;
    app = openThroughClient({
      people,
      instead: () => (isGone ? cut() : null),
      list: () => (isGone ? cut() : whole()),
    });
    await app.start(['p0']);
    await app.clock.pass(5 * hour);
    expect(app.sync.state()).toMatchObject({ status: 'waiting', task: 'listing', fetched: 0 });
    isGone = false;
    await untilDone();
    expect(app.sync.state()).toMatchObject({ fetched: 300, failed: 0, listTrouble: null });
    expect([...people.keys()].filter((id) => app.timesAsked(id) > 0)).toEqual([]);
  });
});
