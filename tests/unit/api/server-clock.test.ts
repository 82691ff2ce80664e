/** The time is the server's where its replies say that this computer's is wrong, and does not jump with every one of them. */
import { describe, expect, it, test } from 'vitest';
import { receivedNow } from '../../../electron/clock.ts';
import { createServerClock, createServerClocks } from '../../../electron/server-clock.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { createFakeClock } from '../fake-clock.ts';
import { apiOf, idOf } from './api-under-test.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const real = Date.UTC(2026, 10, 29, 12);

/** A computer whose clock is off by so much, and may be set; time passes for it and for the server alike. */
function computer(offBy: number) {
  const passing = createFakeClock(real);
  let off = offBy;
  const clock = createServerClock({ ...passing, now: () => passing.now() + off });
  const told: number[] = [];
  clock.subscribe(() => told.push(clock.aheadMs()));
  return {
    clock,
    told,
    pass: passing.pass,
    set: (offNow: number) => {
      off = offNow;
    },
    /** A reply comes from a server whose own clock is off by so much. */
    hear: (serverOff = 0, times = 1) => {
      for (let nth = 0; nth < times; nth += 1)
        clock.heard({ serverAt: passing.now() + serverOff, heardAt: passing.monotonic() });
    },
    /** How far what is told is from the real time. */
    wrongBy: () => clock.now() - passing.now(),
  };
}

describe('a clock that is wrong', () => {
  it.each([-40 * 365 * day, -3 * day, -hour, -6 * minute, 6 * minute, 3 * day, 40 * 365 * day])(
    'by %i ms is corrected with the first reply, and told',
    (off) => {
      const { clock, hear, wrongBy, told } = computer(off);
      expect([wrongBy(), clock.aheadMs()]).toEqual([off, 0]);
      hear();
      expect([wrongBy(), clock.aheadMs(), told]).toEqual([0, off, [off]]);
    },
  );

  it('and is set right is its own again with the next reply', () => {
    const { clock, hear, set, wrongBy } = computer(-day);
    hear(0, 5);
    set(0);
    hear();
    expect([wrongBy(), clock.aheadMs()]).toEqual([0, 0]);
  });

  it('and is set while the app runs, back or forward, is corrected with the next reply', async () => {
    const { hear, set, wrongBy, pass } = computer(0);
    hear(0, 5);
    await pass(minute);
    for (const off of [-day, 2 * day, -7 * minute]) {
      set(off);
      await pass(1000);
      hear();
      expect(wrongBy()).toBe(0);
    }
  });
});

describe('a clock that is right', () => {
  it('is left alone, though servers differ by some minutes', () => {
    const { clock, hear, told } = computer(0);
    for (const off of [0, 4 * minute, -5 * minute, 5 * minute]) hear(off);
    expect([clock.aheadMs(), told]).toEqual([0, []]);
  });

  it.each([
    ['1970', -real],
    ['a date before there was Rolodesk', Date.UTC(2024, 5) - real],
    ['a date far ahead', Date.UTC(2150, 0) - real],
    ['none', Number.NaN],
  ])('is not believed to be wrong for a server that says %s', (_, off) => {
    const { clock, hear } = computer(0);
    hear(off, 30);
    expect(clock.aheadMs()).toBe(0);
  });

  it('is not doubted for one server of several behind an address, whichever answers', () => {
    const { clock, hear, told } = computer(0);
    for (let nth = 0; nth < 60; nth += 1) hear(nth % 3 === 0 ? 0 : -3 * hour);
    expect([clock.aheadMs(), told]).toEqual([0, []]);
  });

  it('is believed again at once where the wrong one of several answered first', () => {
    const { clock, hear, told } = computer(0);
    hear(-3 * hour);
    hear();
    hear(-3 * hour, 5);
    expect([clock.aheadMs(), told]).toEqual([0, [3 * hour, 0]]);
  });
});

it('a server whose clock is set right is followed, after as many replies as leave no doubt', () => {
  const { clock, hear, wrongBy } = computer(-day);
  hear(hour, 10);
  expect(wrongBy()).toBe(hour);
  hear(0, 19);
  expect(wrongBy()).toBe(hour);
  hear();
  expect([wrongBy(), clock.aheadMs()]).toEqual([0, -day]);
});

it('replies are of the server’s time once some in a row agreed', () => {
  const { clock, hear } = computer(-day);
  expect(receivedNow(clock)).toEqual({ receivedAt: real - day });
  hear(0, 2);
  expect(receivedNow(clock)).toEqual({ receivedAt: real });
  hear();
  expect(receivedNow(clock)).toEqual({ receivedAt: real, isServerTime: true });
});

it('one server’s clock is shared by all that ask it, and no other’s', () => {
  const clockOf = createServerClocks(createFakeClock(real - day));
  clockOf('https://a.example').heard({ serverAt: real, heardAt: 0 });
  expect(clockOf('https://a.example').now()).toBe(real);
  expect(clockOf('https://b.example').now()).toBe(real - day);
});

describe('what a reply tells of the time', () => {
  const id = idOf('9763caa1-cef3-497f-b3b2-f551456b2831');
  const json = 'application/json';
  const httpDate = (at: number) => new Date(at).toUTCString();
  /** How far ahead a clock that is a day behind is said to be after one reply. */
  const aheadAfter = async (
    headers: Record<string, string>,
    body: string | null = sampleText(id),
    { status = 200, ask = 'user' }: { readonly status?: number; readonly ask?: 'user' | 'list' | 'config' } = {},
  ) => {
    const clock = createServerClock(createFakeClock(real - day));
    const fetch = async () => new Response(body, { status, headers: { 'content-type': json, ...headers } });
    const api = apiOf('https://api.example.com', { fetch, clock });
    const received: number[] = [];
    if (ask === 'list')
      await api.fetchUsers({ onBatch: ({ receivedAt }) => void received.push(receivedAt), once: true });
    else if (ask === 'config') await api.fetchConfig();
    else {
      const reply = await api.fetchUser(id);
      if (reply.ok) received.push(reply.value.receivedAt);
    }
    for (const at of received) expect(at).toBe(real - day - clock.aheadMs());
    return clock.aheadMs();
  };

  test('is its Date, and counts for itself already', async () => {
    expect(await aheadAfter({ date: httpDate(real) })).toBe(-day);
    expect(await aheadAfter({ date: 'Sunday, 29-Nov-26 12:00:00 GMT' })).toBe(-day);
    expect(await aheadAfter({ date: 'Sun Nov 29 12:00:00 2026' })).toBe(-day);
  });

  test('is also that of a list, for its first people already, and of the configuration', async () => {
    const list = `{"_data":[${JSON.stringify((JSON.parse(sampleText(id)) as { _data: unknown })._data)}]}`;
    expect(await aheadAfter({ date: httpDate(real) }, list, { ask: 'list' })).toBe(-day);
    const config = '{"_data":{"roles":[{"id":"r","name":"Nurse"}]}}';
    expect(await aheadAfter({ date: httpDate(real) }, config, { ask: 'config' })).toBe(-day);
  });

  test('is so many seconds later where a cache kept it', async () => {
    expect(await aheadAfter({ date: httpDate(real - hour), age: '3600' })).toBe(-day);
    expect(await aheadAfter({ date: httpDate(real - day), age: '0' })).toBe(0);
    expect(await aheadAfter({ date: httpDate(real), age: 'old' })).toBe(0);
    expect(await aheadAfter({ date: httpDate(real), age: '-5' })).toBe(0);
  });

  test('is nothing where there is no Date, or none that can be read', async () => {
    for (const headers of [{}, { date: '' }, { date: 'now' }, { date: '1796040000' }] as Record<string, string>[])
      expect(await aheadAfter(headers)).toBe(0);
  });

  test('is not believed of a stranger', async () => {
    const date = httpDate(real);
    expect(await aheadAfter({ date, 'content-type': 'text/html' }, '<h1>Sign in</h1>')).toBe(0);
    expect(await aheadAfter({ date }, '{"message":"welcome"}')).toBe(0);
    expect(await aheadAfter({ date }, '[]')).toBe(0);
    expect(await aheadAfter({ date }, '{"error":"no"}', { ask: 'list' })).toBe(0);
    expect(await aheadAfter({ date }, '{"message":"no such page"}', { status: 404 })).toBe(0);
    expect(await aheadAfter({ date, location: 'https://elsewhere.example' }, null, { status: 302 })).toBe(0);
  });
});
