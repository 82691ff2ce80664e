/** Whose fault a failure is: the table, and what decides where it may be of two. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Failure, succeeded } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import { type CircuitGate, createCircuit } from '../../../electron/pace/circuit.ts';
import type { AskWriter } from '../../../electron/storage/write-store.ts';
import {
  type Cause,
  causeOf,
  createFailureCause,
  type FailureCause,
  isServerFault,
} from '../../../electron/sync/failure-cause.ts';
import { createFakeClock, type FakeClock, settled } from '../fake-clock.ts';
import { idOf } from '../storage/stored.ts';

const ann = idOf('ann');
const server: Failure = { kind: 'server', status: 500 };
const offline: Failure = { kind: 'offline' };
const stranger: Failure = { kind: 'not-the-api', contentType: 'text/html', status: 404 };
const limited: Failure = { kind: 'rate-limited', retryAfterSeconds: null };
const forbidden: Failure = { kind: 'forbidden' };

const table: readonly (readonly [Failure, Cause])[] = [
  [{ kind: 'cancelled' }, 'nobody'],
  [{ kind: 'unauthorized' }, 'access'],
  [{ kind: 'unauthorized', isOfOne: true }, 'person'],
  [{ kind: 'token-needed' }, 'access'],
  [{ kind: 'database', trouble: 'full' }, 'access'],
  [{ kind: 'unexpected', reference: 'r' }, 'access'],
  [forbidden, 'token-or-person'],
  [limited, 'limit'],
  [offline, 'way'],
  [{ kind: 'timeout', after: 'idle' }, 'way'],
  [{ kind: 'refused-redirect', to: '' }, 'way'],
  [{ kind: 'untrusted-certificate' }, 'way'],
  [{ kind: 'proxy-sign-in' }, 'way'],
  [{ kind: 'network-sign-in' }, 'way'],
  [{ kind: 'not-the-api', contentType: '' }, 'way'],
  [stranger, 'stranger'],
  [server, 'server-or-person'],
  [{ kind: 'server', status: 404, isForeign: true }, 'stranger'],
  [{ kind: 'headers-too-large' }, 'server-or-person'],
  [{ kind: 'not-found', id: ann }, 'person'],
  [{ kind: 'bad-reply', where: 'json', detail: '' }, 'person'],
  [{ kind: 'too-large', limitBytes: 1 }, 'person'],
];

it.each(table)('%j is of: %s', (failure, cause) => {
  expect(causeOf(failure)).toBe(cause);
  expect(isServerFault(failure)).toBe(['limit', 'stranger', 'way'].includes(cause));
});

describe('somebody who could not be fetched', () => {
  let clock: FakeClock;
  let circuit: CircuitGate;
  let askedFor: (UserId | null)[];
  let ends: Failure[];
  let lastGiven: UserId | null;
  let cause: FailureCause;
  beforeEach(() => {
    clock = createFakeClock();
    circuit = createCircuit({ clock, random: () => 0 });
    askedFor = [];
    ends = [];
    lastGiven = null;
    const ask = (async () => succeeded({ id: lastGiven, isAnybodyKnown: lastGiven !== null })) as unknown as AskWriter;
    cause = createFailureCause({
      circuit,
      ask,
      clock,
      askFor: (id) => void askedFor.push(id),
      end: (why) => void ends.push(why),
    });
  });
  const look = (failure: Failure | null) => {
    const passage = circuit.enter('now');
    if (passage.kind === 'entered') passage.leave(failure);
  };
  const idsOf = (some: readonly { readonly id: UserId }[]) => some.map(({ id }) => id);

  it.each(table)('is treated by the table: %j, %s', (failure, of) => {
    const expected: Record<Cause, object> = {
      nobody: { kind: 'drop' },
      access: { kind: 'end', why: failure },
      person: { kind: 'miss', missed: { id: ann, failure, at: clock.now() } },
      limit: { kind: 'again' },
      stranger: { kind: 'again' },
      way: { kind: 'wait' },
      'server-or-person': { kind: 'wait' },
      'token-or-person': { kind: 'wait' },
    };
    expect(cause.failed(ann, failure, true)).toEqual(expected[of]);
  });

  it.each([limited, stranger])('is asked for three times, and missed then: %j', (failure) => {
    const kinds = Array.from({ length: 3 }, () => cause.failed(ann, failure, true).kind);
    expect(kinds).toEqual(['again', 'again', 'miss']);
  });

  it('is asked for again, however often, while nothing was sent', () => {
    const kinds = Array.from({ length: 9 }, () => cause.failed(ann, offline, false).kind);
    expect(new Set(kinds)).toEqual(new Set(['again']));
  });

  it('is to blame once the server gives somebody who was asked for afterwards, and not by what was under way', () => {
    const before = cause.moment();
    cause.failed(ann, server, true);
    const after = cause.moment();
    expect(cause.given(idOf('ben'), before)).toEqual([]);
    expect(idsOf(cause.given(idOf('cas'), after))).toEqual(['ann']);
    expect(cause.given(idOf('dan'), cause.moment())).toEqual([]);
  });

  it('is not to blame where the server was gone, and is where the first request that looked was answered', () => {
    for (const isGone of [true, false]) {
      cause.failed(ann, offline, true);
      for (let nth = 0; nth < 3; nth += 1) look(offline);
      cause.leftAlone();
      if (isGone) look(offline);
      look(null);
      const { missed, again } = cause.serverBack();
      expect([idsOf(missed), again]).toEqual(isGone ? [[], ['ann']] : [['ann'], []]);
    }
  });

  it('is not to blame where nothing looked: an answer from before proves neither', () => {
    cause.failed(ann, offline, true);
    cause.leftAlone();
    expect(cause.serverBack()).toEqual({ missed: [], again: ['ann'] });
  });

  it('is to blame where nobody is left whose answer could tell', () => {
    cause.failed(ann, server, true);
    expect(idsOf(cause.takeDoubtful())).toEqual(['ann']);
    expect(cause.takeDoubtful()).toEqual([]);
  });

  it('after many refusals in a row, one who was given before tells whether the token is refused', async () => {
    lastGiven = idOf('zoe');
    for (let nth = 0; nth < 20; nth += 1) cause.failed(idOf(`u${nth}`), forbidden, true);
    expect(cause.holds(ann)).toBe(true);
    await settled();
    expect(askedFor).toEqual(['zoe']);
    expect([cause.holds(idOf('zoe')), cause.holds(ann)]).toEqual([false, true]);
    expect(cause.failed(idOf('zoe'), forbidden, true)).toEqual({ kind: 'end', why: forbidden });
  });

  it('after many refusals in a row, where nobody was ever given, the token is refused', async () => {
    for (let nth = 0; nth < 20; nth += 1) cause.failed(idOf(`u${nth}`), forbidden, true);
    await settled();
    expect(ends).toEqual([forbidden]);
  });
});
