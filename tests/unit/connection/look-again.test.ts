/** Whether the server is there is found out by itself: after it was missed, in silence, and when the network comes back. */
import { afterEach, describe, expect, test } from 'vitest';
import { watchClient } from '../../../electron/api/watched-client.ts';
import { nobody } from '../../../electron/connection/check-server.ts';
import { createLooking } from '../../../electron/connection/look-again.ts';
import { createPresence } from '../../../electron/connection/presence.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { apiOf, idOf, quickLimits } from '../api/api-under-test.ts';
import { createFakeClock, settled } from '../fake-clock.ts';

type Server = 'there' | 'portal' | 'hanging' | 'slow' | 'gone' | 'refusing' | 'failing';

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0)) end();
});

const notFound = () =>
  new Response('{"_data":null,"_errors":[]}', { status: 404, headers: { 'content-type': 'application/json' } });

function setUp() {
  const clock = createFakeClock();
  const ending = new AbortController();
  const at = { server: 'there' as Server, canFetch: true, isUsed: true, isHeldBack: false };
  const takenAt: number[] = [];
  const sent: { readonly id: string; readonly at: number }[] = [];
  const fetch = async (url: string, init?: RequestInit): Promise<Response> => {
    const id = url.split('/').at(-1) ?? '';
    sent.push({ id, at: clock.monotonic() });
    // A slow one answers at once about nobody, and about everybody else not at all.
    const slow = id === nobody ? 'there' : 'hanging';
    switch (at.server === 'slow' ? slow : at.server) {
      case 'portal':
        return new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
      case 'gone':
        throw new Error('net::ERR_INTERNET_DISCONNECTED');
      case 'refusing':
        return new Response('', { status: 401 });
      case 'failing':
        return new Response('', { status: 500 });
      case 'hanging':
        return new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        });
      case 'there':
        return id === nobody ? notFound() : new Response(sampleText(id));
    }
  };
  const limits = { ...quickLimits, deadlines: { headersMs: 15_000, idleMs: 10_000, totalMs: 30_000 } };
  const client = apiOf('https://api.example.com', {
    fetch,
    clock,
    random: () => 0,
    pace: createPace({ clock }),
    limits,
  });
  const presence = createPresence(clock);
  const api = watchClient(client, presence.saw);
  const looking = createLooking({
    api,
    presence,
    clock,
    canFetch: () => at.canFetch,
    isUsed: () => at.isUsed,
    sync: { isRefused: () => at.isHeldBack, tokenTaken: () => takenAt.push(clock.monotonic()) },
    looked: () => undefined,
    signal: ending.signal,
  });
  void looking.run();
  endings.push(() => ending.abort());
  const lookedAt = () => sent.filter(({ id }) => id === nobody).map(({ at }) => at);
  return {
    clock,
    at,
    presence,
    looking,
    lookedAt,
    takenAt,
    /** Asks for somebody once, as a person does. */
    ask: async () => {
      const asked = api.fetchUser(idOf('ada-1'));
      await clock.pass(15_000);
      await asked;
    },
    state: () => presence.known().state,
  };
}

describe('a server that took too long about one person', () => {
  test('is asked at once whether it is there, and never said to be offline where it answers', async () => {
    const { clock, at, ask, state, presence, lookedAt } = setUp();
    await clock.pass(5_000);
    expect(state()).toBe('online');
    const states = new Set<string>();
    presence.subscribe(() => states.add(state()));
    at.server = 'slow';
    const before = lookedAt().length;
    await ask();
    await clock.pass(1_000);
    expect(lookedAt().length).toBe(before + 1);
    await clock.pass(60_000);
    expect(lookedAt().length).toBe(before + 1);
    expect([...states]).toEqual(['online']);
  });

  test('is offline once it took too long to answer that as well', async () => {
    const { clock, at, ask, state, looking } = setUp();
    at.server = 'hanging';
    await ask();
    expect([state(), looking.nextAt()]).toEqual(['untried', null]);
    await clock.pass(15_000);
    expect(state()).toBe('offline');
  });
});

describe('a server that was missed once', () => {
  test.each(['portal', 'hanging'] as const)('(%s) is looked for by itself, and found', async (server) => {
    const { clock, at, ask, state, looking } = setUp();
    at.server = server;
    await ask();
    if (server === 'hanging') await clock.pass(15_000);
    expect(state()).toBe('offline');
    const next = looking.nextAt();
    expect(next).toBeGreaterThanOrEqual(clock.now());
    expect(next).toBeLessThanOrEqual(clock.now() + 5_000);
    at.server = 'there';
    // A look that is under way hangs until its deadline.
    await clock.pass(server === 'hanging' ? 25_000 : 5_000);
    expect(state()).toBe('online');
    expect(looking.nextAt()).toBeNull();
  });

  test.each(['portal', 'hanging', 'gone'] as const)(
    '(%s) is looked for ever more rarely, and it is said when',
    async (server) => {
      const { clock, at, ask, looking, lookedAt } = setUp();
      at.server = server;
      await ask();
      await clock.pass(1_800_000);
      const pauses = lookedAt()
        .slice(1)
        .map((time, index) => time - (lookedAt()[index] ?? 0));
      expect(pauses.length).toBeGreaterThan(8);
      expect(pauses.length).toBeLessThan(30);
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000);
      expect(pauses.slice(-3).every((pause) => pause >= 300_000)).toBe(true);
      const next = looking.nextAt() ?? 0;
      const before = lookedAt().length;
      await clock.pass(next - clock.now() - 1);
      expect(lookedAt().length).toBe(before);
      await clock.pass(1);
      expect(lookedAt().length).toBe(before + 1);
    },
  );

  test('is looked for at once when the network comes back', async () => {
    const { clock, at, ask, looking, state } = setUp();
    at.server = 'gone';
    await ask();
    await clock.pass(600_000);
    at.server = 'there';
    looking.now();
    await clock.pass(0);
    expect(state()).toBe('online');
  });

  test('is not looked for over and over where nothing can be asked', async () => {
    const { clock, at, ask, looking, lookedAt } = setUp();
    at.server = 'gone';
    await ask();
    at.canFetch = false;
    const before = lookedAt().length;
    await clock.pass(600_000);
    expect(lookedAt().length).toBe(before);
    expect(looking.nextAt()).toBeNull();
  });
});

describe('silence', () => {
  test('ends after three minutes with one look, while the window is used', async () => {
    const { clock, at, ask, state, lookedAt } = setUp();
    await ask();
    at.server = 'gone';
    await clock.pass(164_000);
    expect([lookedAt().length, state()]).toEqual([0, 'online']);
    await clock.pass(1_100);
    expect(state()).toBe('offline');
  });

  test('is left alone while nobody uses the window, and ends soon after somebody does', async () => {
    const { clock, at, ask, lookedAt } = setUp();
    at.isUsed = false;
    await ask();
    await clock.pass(3_600_000);
    expect(lookedAt()).toEqual([]);
    at.isUsed = true;
    await clock.pass(30_000);
    expect(lookedAt().length).toBe(1);
  });

  test('costs one request each three minutes, and none while others ask', async () => {
    const { clock, ask, lookedAt } = setUp();
    for (let minute = 0; minute < 20; minute += 1) {
      await ask();
      await clock.pass(45_000);
    }
    expect(lookedAt()).toEqual([]);
    await clock.pass(3_600_000);
    expect(lookedAt().length).toBeGreaterThan(15);
    expect(lookedAt().length).toBeLessThanOrEqual(20);
  });

  test('at the start is soon over', async () => {
    const { clock, at, state, lookedAt } = setUp();
    at.server = 'gone';
    await clock.pass(7_000);
    expect([lookedAt().length > 0, state()]).toEqual([true, 'offline']);
  });

  test('does not hide that a server in trouble is looked for', async () => {
    const { clock, at, ask, looking, lookedAt } = setUp();
    at.server = 'failing';
    for (let times = 0; times < 5; times += 1) await ask();
    expect(looking.nextAt()).not.toBeNull();
    const before = lookedAt().length;
    at.server = 'there';
    await clock.pass(300_000);
    expect(lookedAt().length).toBeGreaterThan(before);
    expect(looking.nextAt()).toBeNull();
  });
});

describe('a token that was refused', () => {
  const fiveMinutes = 300_000;

  test.each([true, false])(
    'is tried again every five minutes, whether or not the window is used (%s)',
    async (isUsed) => {
      const { clock, at, ask, looking, lookedAt, state, takenAt } = setUp();
      Object.assign(at, { server: 'refusing', isUsed });
      await ask();
      const refusedAt = clock.monotonic() - 15_000;
      expect([state(), looking.nextAt()]).toEqual(['unauthorized', clock.now() - 15_000 + fiveMinutes]);
      await clock.pass(3_600_000);
      expect(lookedAt()).toEqual(Array.from({ length: 12 }, (_, nth) => refusedAt + (nth + 1) * fiveMinutes));
      expect(takenAt).toEqual([]);
      at.server = 'there';
      await clock.pass(fiveMinutes);
      expect([state(), looking.nextAt()]).toEqual(['online', null]);
      expect(takenAt).toHaveLength(1);
    },
  );

  test('is tried again for what waits for it, though others were answered since', async () => {
    const { clock, at, ask, lookedAt, state, takenAt } = setUp();
    Object.assign(at, { server: 'refusing', isUsed: false });
    await ask();
    Object.assign(at, { server: 'there', isHeldBack: true });
    await ask();
    expect(state()).toBe('online');
    await clock.pass(fiveMinutes);
    expect([lookedAt().length, takenAt.length]).toEqual([1, 1]);
  });

  test('is tried at once where a person asks for it, who is told when that is known', async () => {
    const { clock, at, ask, looking, state } = setUp();
    at.server = 'refusing';
    await ask();
    const first = looking.once();
    await clock.pass(0);
    await first;
    expect(state()).toBe('unauthorized');
    at.server = 'there';
    const again = [looking.once(), looking.once()];
    await clock.pass(0);
    await Promise.all(again);
    expect(state()).toBe('online');
    at.canFetch = false;
    await looking.once();
  });

  test('whose connection is closed keeps nobody waiting', async () => {
    const { clock, at, looking, lookedAt } = setUp();
    at.server = 'hanging';
    const asked = looking.once();
    await clock.pass(0);
    expect(lookedAt()).toHaveLength(1);
    for (const end of endings.splice(0)) end();
    await asked;
  });
});

describe('what the system says of the network', () => {
  test('is believed until an answer says otherwise', async () => {
    const { clock, presence, state, ask } = setUp();
    const since = clock.now();
    presence.guess(false);
    expect(presence.known()).toMatchObject({ state: 'offline', since });
    presence.guess(true);
    expect(state()).toBe('untried');
    presence.guess(false);
    await ask();
    expect(state()).toBe('online');
    presence.guess(true);
    expect(state()).toBe('online');
  });

  test('does not end what an answer has shown', async () => {
    const { at, presence, state, ask } = setUp();
    at.server = 'portal';
    await ask();
    presence.guess(true);
    await settled();
    expect(state()).toBe('offline');
  });
});
