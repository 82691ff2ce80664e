/** When a request is repeated, after how long, and when it is not. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPace } from '../../../electron/pace/pace.ts';
import { createRetryBudget, waitBeforeNext } from '../../../electron/pace/retry.ts';
import { readRetryAfter } from '../../../electron/pace/retry-after.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { apiOf, idOf, quickLimits } from '../api/api-under-test.ts';
import { createFakeClock } from '../fake-clock.ts';

const backoff = { baseMs: 500, mostMs: 8_000 };
const plan = { retryAfterMs: null, patienceMs: 20_000, backoff };

describe('the wait before the next try', () => {
  test('lies anywhere between nothing and a bound that doubles, up to its most', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (r) => {
        expect(waitBeforeNext({ ...plan, tries: 1, random: () => r })).toBe(r * 500);
        expect(waitBeforeNext({ ...plan, tries: 2, random: () => r })).toBe(r * 1_000);
      }),
    );
    expect(waitBeforeNext({ ...plan, backoff: { baseMs: 500, mostMs: 600 }, tries: 2, random: () => 0.5 })).toBe(300);
  });

  test('there is none after the third try', () => {
    expect(waitBeforeNext({ ...plan, tries: 3, random: () => 0 })).toBeNull();
  });

  test("comes on top of the server's own time, unless that is longer than is waited for", () => {
    expect(waitBeforeNext({ ...plan, tries: 1, retryAfterMs: 20_000, random: () => 0.5 })).toBe(20_250);
    expect(waitBeforeNext({ ...plan, tries: 1, retryAfterMs: 20_001, random: () => 0.5 })).toBeNull();
  });
});

describe('the retry budget', () => {
  test('has ten repetitions at the start and earns one for ten requests', () => {
    const budget = createRetryBudget();
    const spendAll = () => {
      let spent = 0;
      while (budget.spend()) spent += 1;
      return spent;
    };
    expect(spendAll()).toBe(10);
    for (let i = 0; i < 9; i += 1) budget.earn();
    expect(spendAll()).toBe(0);
    for (let i = 0; i < 25; i += 1) budget.earn();
    expect(spendAll()).toBe(3);
    for (let i = 0; i < 10_000; i += 1) budget.earn();
    expect(spendAll()).toBe(10);
  });

  test('keeps a server that fails everything from getting three times the requests', async () => {
    let sent = 0;
    const clock = createFakeClock();
    const failing = () => {
      sent += 1;
      // A status that is worth another try and yet shows that somebody is there.
      return Promise.resolve(new Response(null, { status: 408 }));
    };
    const api = apiOf('https://api.example.com', {
      fetch: failing,
      clock,
      random: () => 0.5,
      pace: createPace({ clock }),
    });
    const all = Array.from({ length: 400 }, (_, i) => api.fetchUser(idOf(`u-${i}`), { priority: 'later' }));
    const outcomes = Promise.all(all);
    await clock.pass(60_000);
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ failure: { kind: 'server', status: 408 } });
    expect(sent).toBeGreaterThan(400);
    expect(sent).toBeLessThanOrEqual(400 + 10 + 40);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2030, 0, 1, 12);
  const hour = 3_600_000;
  const read = (retryAfter: string | null, date: string | null = null) => {
    const headers = new Headers();
    if (retryAfter !== null) headers.set('retry-after', retryAfter);
    if (date !== null) headers.set('date', date);
    return readRetryAfter(headers, now);
  };

  // As much as a head may hold, and more numbers than one call may have arguments.
  test('of 131,000 values is the longest', () => {
    expect(readRetryAfter({ get: (name) => (name === 'date' ? null : '1,'.repeat(131_000)) }, 0)).toBe(1_000);
  });

  test.each<readonly [string | null, number | null]>([
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7_000],
    ['1.5', 1_500],
    ['.25', 250],
    ['0.0004', 1],
    ['+5', 5_000],
    ['86400', 86_400_000],
    ['60, 120', 120_000],
    ['120,60,', 120_000],
    // Over already.
    ['-5', 0],
    ['-0.5', 0],
    // More than a day, and no moment.
    ['86401', hour],
    ['86400.5', hour],
    ['1000000', hour],
    ['999999999', hour],
    ['99999999999', hour],
    ['999999999999999999999', hour],
    ['9'.repeat(400), hour],
    // A moment, in seconds and in smaller units.
    [`${now / 1000 + 90}`, 90_000],
    [`${now / 1000 + 90.5}`, 90_500],
    [`${now + 90_000}`, 90_000],
    [`${now + 90_000}000`, 90_000],
    [`${now + 90_000}000000`, 90_000],
    [`${now / 1000 - 90}`, 0],
    [`${now / 1000 + 200_000}`, hour],
    ['Tue, 01 Jan 2030 12:00:30 GMT', 30_000],
    ['Tue, 01 Jan 2030 12:00:30 UTC', 30_000],
    ['Tue, 01 Jan 2030 13:00:30 +0100', 30_000],
    ['Tue, 01 Jan 2030 12:00:30 UT', 30_000],
    ['2030-01-01T12:00:30Z', 30_000],
    ['2030-01-01T13:00:30.500+01:00', 30_500],
    ['Tuesday, 01-Jan-30 12:00:30 GMT', 30_000],
    ['Tue Jan  1 12:00:30 2030', 30_000],
    ['Tue, 01 Jan 2030 11:00:00 GMT', 0],
    ['Wed, 02 Jan 2030 12:00:00 GMT', 86_400_000],
    ['Wed, 02 Jan 2030 12:00:01 GMT', hour],
    ['Fri, 01 Jan 2040 12:00:00 GMT', hour],
    [null, null],
    ['', null],
    [',', null],
    ['1.5.2', null],
    ['1e3', null],
    ['Infinity', null],
    ['0x10', null],
    ['120 s', null],
    ['soon', null],
    ['2030-01-01', null],
    ['Tue, 99 Jan 2030 12:00:30 GMT', null],
  ])('%j is %j ms', (value, milliseconds) => {
    expect(read(value)).toBe(milliseconds);
  });

  test("a date counts from the reply's own clock, however wrong that is", () => {
    expect(read('Thu, 01 Jan 1970 00:01:00 GMT', 'Thu, 01 Jan 1970 00:00:20 GMT')).toBe(40_000);
    expect(read('Tue, 01 Jan 2030 12:00:30 GMT', 'nonsense')).toBe(30_000);
    expect(read(`${now / 1000 - 500}`, new Date(now - 600_000).toUTCString())).toBe(100_000);
    // A clock that stands at its beginning makes no moment of a few seconds.
    expect(read('120', 'Thu, 01 Jan 1970 00:00:20 GMT')).toBe(120_000);
  });

  test('never throws and never leaves its bounds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]*$/), fc.stringMatching(/^[\x20-\x7e]*$/), (value, date) => {
        const milliseconds = read(value, date);
        expect(milliseconds === null || (milliseconds >= 0 && milliseconds <= 86_400_000)).toBe(true);
      }),
    );
  });
});

describe('a busy server', () => {
  const refusals = (status: number, headers: Record<string, string>, count: number) => {
    const sentAt: number[] = [];
    const clock = createFakeClock();
    const busy = (url: string) => {
      sentAt.push(clock.monotonic());
      return Promise.resolve(
        sentAt.length <= count
          ? new Response(status === 404 ? '{"_errors":[]}' : null, { status, headers })
          : new Response(sampleText(url.split('/').at(-1) ?? '')),
      );
    };
    const pace = createPace({ clock });
    const api = apiOf('https://api.example.com', {
      fetch: busy,
      clock,
      random: () => 0.5,
      pace,
      limits: { ...quickLimits, backoff },
    });
    return { sentAt, clock, api, pace };
  };

  test('is asked again when the time it named is over, and not before', async () => {
    const { sentAt, clock, api } = refusals(429, { 'retry-after': '10' }, 1);
    const outcome = api.fetchUser(idOf('u-1'));
    await clock.pass(10_249);
    expect(sentAt).toStrictEqual([0]);
    await clock.pass(1);
    expect(sentAt).toStrictEqual([0, 10_250]);
    expect(await outcome).toMatchObject({ ok: true });
  });

  test('stops everybody else too for that time', async () => {
    const { sentAt, clock, api } = refusals(503, { 'retry-after': '10' }, 1);
    const first = api.fetchUser(idOf('u-1'));
    await clock.pass(0);
    const second = api.fetchUser(idOf('u-2'), { priority: 'later' });
    await clock.pass(9_999);
    expect(sentAt).toStrictEqual([0]);
    await clock.pass(1_000);
    expect(sentAt).toStrictEqual([0, 10_000, 10_250]);
    expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test.each([500, 502, 504, 404])('stops everybody else also where it names a time with %i', async (status) => {
    const { sentAt, clock, api } = refusals(status, { 'retry-after': '10' }, 1);
    const first = api.fetchUser(idOf('u-1'));
    await clock.pass(0);
    const second = api.fetchUser(idOf('u-2'), { priority: 'later' });
    await clock.pass(9_999);
    expect(sentAt).toStrictEqual([0]);
    await clock.pass(1_000);
    expect(sentAt.slice(0, 2)).toStrictEqual([0, 10_000]);
    expect(await second).toMatchObject({ ok: true });
    await first;
  });

  test('that names too long a time is reported, and nobody who waits sends until then', async () => {
    const { sentAt, clock, api } = refusals(429, { 'retry-after': '60' }, 1);
    expect(await api.fetchUser(idOf('u-1'))).toStrictEqual({
      ok: false,
      failure: { kind: 'rate-limited', retryAfterSeconds: 60 },
    });
    await clock.pass(18_500);
    expect(await api.fetchUser(idOf('u-2'))).toStrictEqual({
      ok: false,
      failure: { kind: 'rate-limited', retryAfterSeconds: 42 },
    });
    expect(sentAt).toHaveLength(1);
    await clock.pass(41_500);
    expect(await api.fetchUser(idOf('u-2'))).toMatchObject({ ok: true });
  });

  test('is waited for longer by what runs in the background', async () => {
    const { sentAt, clock, api } = refusals(429, { 'retry-after': '60' }, 1);
    const outcome = api.fetchUser(idOf('u-1'), { priority: 'later' });
    await clock.pass(61_000);
    expect(await outcome).toMatchObject({ ok: true });
    expect(sentAt).toStrictEqual([0, 60_250]);
  });

  test('is asked but once where that is enough for everybody who waits', async () => {
    const { sentAt, clock, api } = refusals(502, {}, 9);
    let sent = 0;
    const once = { priority: 'later', once: true, sent: () => (sent += 1) } as const;
    expect(await api.fetchUser(idOf('u-1'), once)).toMatchObject({ failure: { kind: 'server', status: 502 } });
    expect([sentAt.length, sent]).toStrictEqual([1, 1]);
    const alone = api.fetchUser(idOf('u-2'), once);
    const joined = api.fetchUser(idOf('u-2'));
    await clock.pass(60_000);
    expect(await Promise.all([alone, joined])).toMatchObject([{ ok: false }, { ok: false }]);
    expect([sentAt.length, sent]).toStrictEqual([4, 4]);
  });

  test('is asked at once where a person comes to wait for what the background would have repeated later', async () => {
    const { sentAt, clock, api } = refusals(502, {}, 1);
    const background = api.fetchUser(idOf('u-1'), { priority: 'later' });
    await clock.pass(100);
    const person = api.fetchUser(idOf('u-1'));
    await clock.pass(0);
    expect(sentAt).toStrictEqual([0, 100]);
    expect(await Promise.all([background, person])).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test.each([
    [45, { ok: false, failure: { kind: 'rate-limited', retryAfterSeconds: 44 } }, [0]],
    [10, { ok: true }, [0, 10_000]],
  ])('told to wait %i s in the background is waited for no longer than a person waits', async (seconds, answer, at) => {
    const { sentAt, clock, api } = refusals(429, { 'retry-after': String(seconds) }, 1);
    const background = api.fetchUser(idOf('u-1'), { priority: 'later' });
    await clock.pass(1_000);
    const person = api.fetchUser(idOf('u-1'));
    await clock.pass(9_000);
    expect(sentAt).toStrictEqual(at);
    expect(await Promise.all([background, person])).toMatchObject([answer, answer]);
  });

  test('is not asked again once the asker has left', async () => {
    const { sentAt, clock, api, pace } = refusals(503, {}, 9);
    const controller = new AbortController();
    const outcome = api.fetchUser(idOf('u-1'), { signal: controller.signal });
    await clock.pass(100);
    controller.abort();
    expect(await outcome).toStrictEqual({ ok: false, failure: { kind: 'cancelled' } });
    await clock.pass(60_000);
    expect(sentAt).toHaveLength(1);
    expect(clock.sleepers()).toBe(0);
    expect(pace.state()).toMatchObject({ active: 0, waiting: 0 });
  });
});
