import { beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import { type CircuitGate, createCircuit } from '../../../electron/pace/circuit.ts';
import { createPace, type Pace } from '../../../electron/pace/pace.ts';
import { createQuiet, type Quiet } from '../../../electron/sync/wait-for-server.ts';
import { createFakeClock, type FakeClock } from '../fake-clock.ts';

const offline: Failure = { kind: 'offline' };
const limited = (retryAfterSeconds: number | null): Failure => ({ kind: 'rate-limited', retryAfterSeconds });

let clock: FakeClock;
let circuit: CircuitGate;
let pace: Pace;
let ending: AbortController;
let told: ({ readonly why: string; readonly inMs: number | null } | null)[];
let overs: number;
let quiet: Quiet;
beforeEach(() => {
  clock = createFakeClock();
  circuit = createCircuit({ clock, random: () => 0 });
  pace = createPace({ clock });
  ending = new AbortController();
  told = [];
  overs = 0;
  quiet = createQuiet({
    api: { circuit, restMs: pace.restMs },
    clock,
    signal: ending.signal,
    waiting: (wait) =>
      told.push(
        wait === null ? null : { why: wait.why.kind, inMs: wait.until === null ? null : wait.until - clock.now() },
      ),
    over: () => {
      overs += 1;
    },
  });
});

const fail = (failure: Failure | null) => {
  const passage = circuit.enter('now');
  if (passage.kind === 'entered') passage.leave(failure);
};

/** An answer comes: one request too many, or a good one. */
async function answer(how: 'limited' | 'eased', seconds: number | null = null) {
  const entry = await pace.enter({ priority: 'now', signal: new AbortController().signal });
  if (entry.kind !== 'entered') throw new Error(entry.kind);
  if (how === 'eased') entry.leave('eased');
  else entry.leave('pressed', { holdMs: seconds === null ? null : seconds * 1000, isLimit: true });
}

describe('a server that limits', () => {
  it.each([
    ['for as long as it says', 40, 40_000],
    ['for half a minute where it does not say', null, 30_000],
    ['for as long as it says, also where that is most of a day', 80_000, 80_000_000],
    ['for a moment where it says that there is nothing to wait for', 0, 1000],
  ])('is left alone %s', async (_, seconds, ms) => {
    await answer('limited', seconds);
    quiet.begin(limited(seconds));
    await clock.pass(0);
    expect(told).toEqual([{ why: 'rate-limited', inMs: ms }]);
    await clock.pass(ms - 1);
    expect([quiet.isQuiet(), overs]).toEqual([true, 0]);
    await clock.pass(1);
    expect([quiet.isQuiet(), overs, told.at(-1)]).toEqual([false, 1, null]);
  });

  it.each([
    [0, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600]],
    [20, [20, 20, 20, 20, 20, 32, 64]],
    [null, [30, 60, 120, 240, 480, 600, 600]],
  ])('again and again, saying %j, is left alone for ever longer until it answers somebody', async (named, seconds) => {
    for (const expected of seconds) {
      await answer('limited', named);
      quiet.begin(limited(named));
      await clock.pass(0);
      expect(told.at(-1)?.inMs).toBe(expected * 1000);
      await clock.pass(expected * 1000);
      expect(quiet.isQuiet()).toBe(false);
    }
    await answer('eased');
    await answer('limited', named);
    quiet.begin(limited(named));
    await clock.pass(0);
    expect(told.at(-1)?.inMs).toBe((seconds[0] ?? 0) * 1000);
  });

  it('is waited for once, however many requests say so', async () => {
    await answer('limited', 10);
    quiet.begin(limited(10));
    quiet.begin(limited(99));
    await clock.pass(10_000);
    expect([quiet.isQuiet(), overs, told.length]).toEqual([false, 1, 2]);
  });
});

describe('a server that is down', () => {
  it('is waited for until the circuit is closed, and each new time to look is told', async () => {
    for (let nth = 0; nth < 3; nth += 1) fail(offline);
    quiet.begin(offline);
    await clock.pass(5000);
    expect([quiet.isQuiet(), told[0]]).toEqual([true, { why: 'offline', inMs: 5000 }]);
    fail(offline);
    expect(told.at(-1)).toEqual({ why: 'offline', inMs: 10_000 });
    await clock.pass(1_000_000);
    expect(overs).toBe(0);
    fail(null);
    await clock.pass(0);
    expect([quiet.isQuiet(), overs, told.at(-1)]).toEqual([false, 1, null]);
    const said = told.length;
    for (let nth = 0; nth < 3; nth += 1) fail(offline);
    expect(told).toHaveLength(said);
  });

  it('is no longer waited for when it is ended', async () => {
    for (let nth = 0; nth < 3; nth += 1) fail(offline);
    quiet.begin(offline);
    ending.abort();
    await clock.pass(0);
    expect([quiet.isQuiet(), overs]).toEqual([false, 1]);
  });
});
