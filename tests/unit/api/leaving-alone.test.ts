/** What callers see of a server that cannot be had: the background fails at once, a person is let through. */
import { describe, expect, test } from 'vitest';
import { watchClient } from '../../../electron/api/watched-client.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { createFakeClock } from '../fake-clock.ts';
import { apiOf, idOf, quickLimits } from './api-under-test.ts';

const offline = { ok: false, failure: { kind: 'offline' } };

function setUp(random = () => 0) {
  const clock = createFakeClock();
  let isUp = true;
  let status = 200;
  const sent: string[] = [];
  const fetch = (url: string) => {
    const id = url.split('/').at(-1) ?? '';
    sent.push(id);
    if (!isUp) return Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED'));
    return Promise.resolve(new Response(sampleText(id), { status }));
  };
  const limits = { ...quickLimits, backoff: { baseMs: 500, mostMs: 8_000 } };
  const api = apiOf('https://api.example.com', { fetch, clock, random, pace: createPace({ clock }), limits });
  const later = (id: string) => api.fetchUserBytes(idOf(id), { priority: 'later' });
  return {
    clock,
    api,
    sent,
    later,
    failAll: async (...ids: readonly string[]) => {
      const outcomes = Promise.all(ids.map(later));
      await clock.pass(0);
      for (const outcome of await outcomes) expect(outcome).toStrictEqual(offline);
    },
    goDown: () => {
      isUp = false;
    },
    comeUp: () => {
      isUp = true;
    },
    answer: (next: number) => {
      status = next;
    },
  };
}

test('offline, a thousand background requests send three, and all of them fail as offline', async () => {
  const { api, later, goDown, sent, clock } = setUp();
  goDown();
  const all = Promise.all(Array.from({ length: 1_000 }, (_, i) => later(`u-${i}`)));
  await clock.pass(0);
  // Those that were under way together when the first ones failed had been sent.
  expect(sent.length).toBeLessThanOrEqual(8);
  for (const outcome of await all) expect(outcome).toStrictEqual(offline);
  expect(api.circuit.state()).toMatchObject({
    state: 'open',
    why: { kind: 'offline' },
    lookAgainAt: clock.now() + 5_000,
  });
});

test('a person is let through, sends once, and with an answer the background runs again', async () => {
  const { api, later, failAll, goDown, comeUp, sent, clock } = setUp();
  goDown();
  await failAll('a', 'b', 'c');
  sent.length = 0;
  expect(await api.fetchUser(idOf('p'))).toStrictEqual(offline);
  expect(await later('d')).toStrictEqual(offline);
  await clock.pass(1_000);
  expect(sent).toStrictEqual(['p']);
  comeUp();
  expect(await api.fetchUser(idOf('p'))).toMatchObject({ ok: true });
  expect(await later('d')).toMatchObject({ ok: true });
});

test('when it is time one background request looks, and its answer lets the others go', async () => {
  const { api, later, failAll, goDown, comeUp, sent, clock } = setUp();
  goDown();
  await failAll('a', 'b', 'c');
  sent.length = 0;
  comeUp();
  let isTime = false;
  void api.circuit.untilLookAgain(new AbortController().signal).then(() => {
    isTime = true;
  });
  await clock.pass(4_999);
  expect(isTime).toBe(false);
  await clock.pass(1);
  expect(isTime).toBe(true);
  const [first, second] = await Promise.all([later('x'), later('y')]);
  expect([first?.ok, second]).toStrictEqual([true, offline]);
  expect(await later('y')).toMatchObject({ ok: true });
  expect(sent).toStrictEqual(['x', 'y']);
});

test.each(['now', 'later'] as const)(
  'requests (%s) that wait to try again do not once the circuit is open',
  async (priority) => {
    const { api, goDown, sent, clock } = setUp(() => 0.5);
    goDown();
    const all = Promise.all(['a', 'b', 'c'].map((id) => api.fetchUserBytes(idOf(id), { priority })));
    await clock.pass(4_000);
    expect(await all).toStrictEqual([offline, offline, offline]);
    expect(sent).toStrictEqual(['a', 'b', 'c']);
  },
);

test('a refusal of what not every server offers says nothing of the server', async () => {
  const { api, answer } = setUp();
  answer(500);
  for (let i = 0; i < 10; i += 1) {
    await api.fetchConfig();
    await api.fetchUsers({ onBatch: () => undefined });
  }
  expect(api.circuit.state()).toStrictEqual({ state: 'closed' });
  for (let i = 0; i < 5; i += 1) await api.fetchUser(idOf('u'));
  expect(api.circuit.state()).toMatchObject({ state: 'open', why: { kind: 'server', status: 500 } });
});

test('a watched client passes everything on, and says what it shows of the server', async () => {
  const { api, goDown, answer, clock } = setUp();
  const signs: string[] = [];
  const watched = watchClient(api, (sign) => signs.push(sign));
  await watched.fetchUserBytes(idOf('u'));
  answer(401);
  await watched.fetchUserBytes(idOf('u'));
  await watched.fetchUsers({ onBatch: () => undefined });
  goDown();
  const last = watched.fetchUserBytes(idOf('u'));
  await clock.pass(0);
  await last;
  expect(signs).toStrictEqual(['online', 'unauthorized', 'offline']);
  expect(watched.circuit).toBe(api.circuit);
});

describe('one person whom a server never answers about', () => {
  /** `never`: those who are not answered. Others are, at once. */
  const setUpSilent = (never: readonly string[], dropped: readonly string[] = []) => {
    const clock = createFakeClock();
    const silent = new Set(never);
    const fetch = (url: string): Promise<Response> => {
      const id = url.split('/').at(-1) ?? '';
      if (dropped.includes(id)) return clock.sleep(5_000).then(() => Promise.reject(new TypeError('fetch failed')));
      return silent.has(id) ? new Promise(() => undefined) : Promise.resolve(new Response(sampleText(id)));
    };
    const deadlines = { headersMs: 15_000, idleMs: 10_000, totalMs: 30_000 };
    const limits = { ...quickLimits, deadlines };
    const pace = createPace({ clock });
    const api = apiOf('https://api.example.com', { fetch, clock, random: () => 0, pace, limits });
    const signs: string[] = [];
    const watched = watchClient(api, (sign) => signs.push(sign));
    const ask = (id: string, priority: 'now' | 'later' = 'later') =>
      watched.fetchUserBytes(idOf(id), { priority, once: true });
    return { clock, silent, signs, ask, circuit: api.circuit };
  };

  test('does not make it one that is not there, while others are answered about', async () => {
    const { clock, signs, ask } = setUpSilent(['slow']);
    const slow = ask('slow');
    await clock.pass(1_000);
    await ask('a');
    await clock.pass(15_000);
    expect(await slow).toMatchObject({ failure: { kind: 'timeout' } });
    expect(signs).toStrictEqual(['online']);
  });

  test('makes it slow, and no more, where nothing else was answered since that was asked', async () => {
    const { clock, signs, ask } = setUpSilent(['slow']);
    await ask('a');
    const slow = ask('slow');
    await clock.pass(16_000);
    await slow;
    expect(signs).toStrictEqual(['online', 'slow']);
  });

  test('does not have the server left alone, be there five of them', async () => {
    const never = ['s1', 's2', 's3', 's4', 's5'];
    const { clock, signs, ask, circuit } = setUpSilent(never);
    const all = Promise.all(never.map((id) => ask(id)));
    await clock.pass(1_000);
    await ask('a', 'now');
    await clock.pass(15_000);
    await all;
    expect(circuit.state()).toStrictEqual({ state: 'closed' });
    expect(signs).toStrictEqual(['online']);
  });

  test('is one as well whose connections are dropped', async () => {
    const dropped = ['d1', 'd2', 'd3', 'd4', 'd5'];
    const { clock, signs, ask, circuit } = setUpSilent([], dropped);
    const all = Promise.all(dropped.map((id) => ask(id)));
    await clock.pass(1_000);
    await ask('a', 'now');
    await clock.pass(5_000);
    await all;
    expect(circuit.state()).toStrictEqual({ state: 'closed' });
    expect(signs).toStrictEqual(['online']);
  });

  test('is told from a server that went away: those who wait to be sent do not count as asked', async () => {
    const { clock, silent, signs, ask, circuit } = setUpSilent([]);
    await ask('a');
    const ids = Array.from({ length: 30 }, (_, nth) => `p${nth}`);
    for (const id of ids) silent.add(id);
    const all = Promise.all(ids.map((id) => ask(id)));
    await clock.pass(16_000);
    expect(circuit.state()).toMatchObject({ state: 'open' });
    await all;
    expect(new Set(signs.slice(1))).toStrictEqual(new Set(['offline']));
  });
});
