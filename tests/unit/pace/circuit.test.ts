/** When a server that cannot be had is left alone, who may still ask it, and when it is looked at again. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import { type CircuitGate, createCircuit } from '../../../electron/pace/circuit.ts';
import { createFakeClock, settled } from '../fake-clock.ts';

const offline: Failure = { kind: 'offline' };
const timeout: Failure = { kind: 'timeout', after: 'headers' };
const broken: Failure = { kind: 'server', status: 503 };
const never = new AbortController().signal;

/** `random` of 0: the waits are the full 5, 10, 20 … seconds. */
function setUp(random = () => 0) {
  const clock = createFakeClock();
  const circuit = createCircuit({ clock, random });
  const request = (priority: 'now' | 'later') => {
    const passage = circuit.enter(priority);
    if (passage.kind === 'refused') throw new Error('refused');
    return passage.leave;
  };
  const fail = (...failures: readonly Failure[]) => {
    for (const failure of failures) request('later')(failure);
  };
  return { clock, circuit, request, fail };
}

const isRefused = (circuit: CircuitGate) => circuit.refusal('later') !== null;

describe('it opens', () => {
  test.each<readonly [string, readonly Failure[]]>([
    ['three times offline', [offline, offline, offline]],
    ['five failures of any kind', [timeout, broken, { kind: 'server', status: 500 }, timeout, offline]],
    ['five answers of somebody else', Array<Failure>(5).fill({ kind: 'not-the-api', contentType: 'text/html' })],
  ])('after %s, not before', (_what, failures) => {
    const { circuit, fail } = setUp();
    fail(...failures.slice(0, -1));
    expect(circuit.state()).toStrictEqual({ state: 'closed' });
    fail(...failures.slice(-1));
    expect(circuit.state()).toMatchObject({ state: 'open', why: failures.at(-1), isLooking: false });
  });

  test.each<Failure | null>([
    null,
    { kind: 'not-found', id: null },
    { kind: 'unauthorized' },
    { kind: 'forbidden' },
    { kind: 'rate-limited', retryAfterSeconds: null },
    { kind: 'server', status: 400 },
    { kind: 'bad-reply', where: 'json', detail: 'not JSON' },
  ])('not where the server answers in between: %j', (answer) => {
    const { circuit, fail, request } = setUp();
    for (let i = 0; i < 10; i += 1) {
      fail(timeout, offline, offline, broken);
      request('later')(answer);
    }
    expect(circuit.state()).toStrictEqual({ state: 'closed' });
  });

  test('also where requests that were given up come in between', () => {
    const { circuit, fail } = setUp();
    fail(offline, { kind: 'cancelled' }, offline, { kind: 'token-needed' }, offline);
    expect(circuit.state().state).toBe('open');
  });
});

describe('while it is open', () => {
  test('the background is refused with what opened it; a person is let through, and an answer closes it', () => {
    const { circuit, fail, request } = setUp();
    fail(offline, offline, offline);
    expect(circuit.enter('later')).toStrictEqual({ kind: 'refused', why: offline });
    const leave = request('now');
    expect(circuit.state()).toMatchObject({ state: 'open', isLooking: true });
    leave({ kind: 'not-found', id: null });
    expect(circuit.state()).toStrictEqual({ state: 'closed' });
    expect(circuit.enter('later').kind).toBe('entered');
  });

  test('it says when it will look again; then one request goes, and a failure makes the wait twice as long', async () => {
    const { circuit, fail, request, clock } = setUp();
    fail(offline, offline, offline);
    const since = clock.now();
    const waits = [5, 10, 20, 40, 80, 160, 300, 300];
    for (const seconds of waits) {
      expect(circuit.state()).toMatchObject({ since, lookAgainAt: clock.now() + seconds * 1_000 });
      await clock.pass(seconds * 1_000 - 1);
      expect(isRefused(circuit)).toBe(true);
      await clock.pass(1);
      const leave = request('later');
      expect(isRefused(circuit)).toBe(true);
      leave(timeout);
      expect(circuit.state()).toMatchObject({ why: timeout });
    }
  });

  test('a look that was given up says nothing, and the next request looks', async () => {
    const { circuit, fail, request, clock } = setUp();
    fail(offline, offline, offline);
    await clock.pass(5_000);
    request('later')({ kind: 'cancelled' });
    expect(isRefused(circuit)).toBe(false);
  });

  test('a person who tries again and again does not make the wait longer', async () => {
    const { circuit, fail, request, clock } = setUp();
    fail(offline, offline, offline);
    for (let i = 0; i < 20; i += 1) request('now')(offline);
    await clock.pass(5_000);
    expect(isRefused(circuit)).toBe(false);
  });

  test('what was sent before it opened closes it with an answer, and changes nothing with a failure', async () => {
    const { circuit, fail, request, clock } = setUp();
    const [slow, slower] = [request('later'), request('later')];
    fail(offline, offline, offline);
    await clock.pass(5_000);
    slow(timeout);
    expect(isRefused(circuit)).toBe(false);
    slower(null);
    expect(circuit.state()).toStrictEqual({ state: 'closed' });
  });

  test('asked to retry now, the next request looks, and the waits begin anew', async () => {
    const { circuit, fail, request, clock } = setUp();
    fail(offline, offline, offline);
    await clock.pass(5_000);
    fail(offline);
    circuit.retryNow();
    expect(circuit.state()).toMatchObject({ lookAgainAt: clock.now() });
    request('later')(offline);
    expect(circuit.state()).toMatchObject({ lookAgainAt: clock.now() + 5_000 });
  });

  test('a clock that is set makes no difference to the wait', async () => {
    const clock = createFakeClock();
    let setBy = 0;
    const circuit = createCircuit({ clock: { ...clock, now: () => clock.now() + setBy }, random: () => 0 });
    for (let i = 0; i < 3; i += 1) {
      const passage = circuit.enter('later');
      if (passage.kind === 'entered') passage.leave(offline);
    }
    setBy = -86_400_000;
    expect(circuit.state()).toMatchObject({ lookAgainAt: clock.now() + setBy + 5_000 });
    await clock.pass(5_000);
    expect(isRefused(circuit)).toBe(false);
  });

  test('the waits are up to a quarter shorter by chance', () => {
    const { circuit, fail, clock } = setUp(() => 0.999_999);
    fail(offline, offline, offline);
    const state = circuit.state();
    expect(state.state === 'open' && state.lookAgainAt - clock.now()).toBeCloseTo(3_750, 0);
  });
});

describe('waiting for the next look', () => {
  test('ends at once while it is closed', async () => {
    await expect(setUp().circuit.untilLookAgain(never)).resolves.toBeUndefined();
  });

  test('ends when it is time, again when a look has failed and the next is due, and when it closes', async () => {
    const { circuit, fail, request, clock } = setUp();
    const ended: string[] = [];
    const wait = (name: string) => void circuit.untilLookAgain(never).then(() => ended.push(name));
    fail(offline, offline, offline);
    wait('first');
    await clock.pass(4_999);
    expect(ended).toStrictEqual([]);
    await clock.pass(1);
    expect(ended).toStrictEqual(['first']);
    const leave = request('later');
    wait('second');
    await settled();
    leave(offline);
    await clock.pass(9_999);
    expect(ended).toStrictEqual(['first']);
    await clock.pass(1);
    expect(ended).toStrictEqual(['first', 'second']);
    fail(offline);
    wait('third');
    request('now')(null);
    await settled();
    expect(ended).toStrictEqual(['first', 'second', 'third']);
    expect(clock.sleepers()).toBe(0);
  });

  test('ends also where a timer fires early and it becomes time between two readings of the clock', async () => {
    let at = 0;
    let stepMs = 0;
    const due: (() => void)[] = [];
    const monotonic = () => {
      at += stepMs;
      return at - stepMs;
    };
    const clock = { now: () => at, monotonic, sleep: () => new Promise<void>((resolve) => due.push(resolve)) };
    const circuit = createCircuit({ clock, random: () => 0 });
    for (let nth = 0; nth < 3; nth += 1) {
      const passage = circuit.enter('now');
      if (passage.kind === 'entered') passage.leave(offline);
    }
    let hasEnded = false;
    void circuit.untilLookAgain(never).then(() => {
      hasEnded = true;
    });
    at = 4_999.999;
    stepMs = 0.002;
    due.shift()?.();
    await settled();
    due.shift()?.();
    await settled();
    expect(hasEnded).toBe(true);
  });

  test('makes no timer while somebody looks, whose answer ends it', async () => {
    const { circuit, fail, request, clock } = setUp();
    fail(offline, offline, offline);
    await clock.pass(5_000);
    const leave = request('later');
    let hasEnded = false;
    void circuit.untilLookAgain(never).then(() => {
      hasEnded = true;
    });
    await clock.pass(60_000);
    expect([hasEnded, clock.sleepers()]).toStrictEqual([false, 0]);
    leave(null);
    await settled();
    expect(hasEnded).toBe(true);
  });

  test('ends as soon as it is not wanted, or a retry is', async () => {
    const { circuit, fail, clock } = setUp();
    fail(offline, offline, offline);
    const controller = new AbortController();
    const waiting = [circuit.untilLookAgain(controller.signal), circuit.untilLookAgain(never)];
    controller.abort();
    await waiting[0];
    circuit.retryNow();
    await waiting[1];
    await settled();
    expect(clock.sleepers()).toBe(0);
  });
});

test('whoever subscribes hears of every change until they end it', async () => {
  const { circuit, fail, request, clock } = setUp();
  const heard: string[] = [];
  const end = circuit.subscribe(() => heard.push(JSON.stringify(circuit.state()).slice(0, 17)));
  fail(offline, offline);
  expect(heard).toHaveLength(0);
  fail(offline);
  expect(heard).toHaveLength(1);
  await clock.pass(5_000);
  const leave = request('later');
  expect(heard).toHaveLength(2);
  leave(null);
  expect(heard.at(-1)).toBe('{"state":"closed"');
  const before = heard.length;
  end();
  fail(offline, offline, offline);
  expect(heard).toHaveLength(before);
});

test('never more than one background request looks at a time, whatever happens in which order', () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant('enter' as const), priority: fc.constantFrom('now' as const, 'later' as const) }),
    fc.record({
      does: fc.constant('leave' as const),
      which: fc.nat(20),
      failure: fc.constantFrom(offline, timeout, broken, { kind: 'cancelled' } as const),
    }),
    fc.record({ does: fc.constant('pass' as const), seconds: fc.nat(400) }),
    fc.record({ does: fc.constant('retry' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      let at = 0;
      const clock = { now: () => at, monotonic: () => at, sleep: () => Promise.resolve() };
      const circuit = createCircuit({ clock, random: () => 0.5 });
      for (let i = 0; i < 3; i += 1) {
        const passage = circuit.enter('later');
        if (passage.kind === 'entered') passage.leave(offline);
      }
      const inside: { readonly priority: string; readonly leave: (failure: Failure | null) => void }[] = [];
      for (const taken of steps) {
        if (taken.does === 'pass') at += taken.seconds * 1_000;
        if (taken.does === 'retry') circuit.retryNow();
        if (taken.does === 'leave') inside.splice(taken.which, 1)[0]?.leave(taken.failure);
        if (taken.does === 'enter') {
          const passage = circuit.enter(taken.priority);
          if (passage.kind === 'entered') inside.push({ priority: taken.priority, leave: passage.leave });
          else expect(taken.priority).toBe('later');
        }
        expect(inside.filter(({ priority }) => priority === 'later').length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});

test('a server that stays down gets a bounded number of requests an hour, however many are wanted', async () => {
  const { circuit, clock } = setUp(() => 0.999);
  let sent = 0;
  for (let second = 0; second < 3_600; second += 1) {
    await clock.pass(1_000);
    for (let i = 0; i < 50; i += 1) {
      const passage = circuit.enter('later');
      if (passage.kind === 'refused') continue;
      sent += 1;
      passage.leave(offline);
    }
  }
  expect(sent).toBeGreaterThan(10);
  expect(sent).toBeLessThanOrEqual(3 + 7 + 3600 / 225 + 1);
});
