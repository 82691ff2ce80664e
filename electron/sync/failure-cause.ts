/**
 * Whose fault it was that somebody could not be fetched: of the person asked for, of the server, of a stranger that answered
 * in its place, of the token or of the disk. One table says what each failure may be of; where it may be of two, what comes
 * after it decides.
 */
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { isAway, isOfStranger, isTokenRefused } from '../../contract/seen-of-server.ts';
import type { ApiClient } from '../api/api-client.ts';
import { type Clock, receivedNow } from '../clock.ts';
import type { Missed } from '../storage/growth.ts';
import type { AskWriter } from '../storage/write-store.ts';
import { createTokenDoubt } from './token-doubt.ts';

/**
 * `nobody`: the request was given up. `access`: nothing more can be asked for until the person or the disk has done something.
 * `token-or-person`, `server-or-person`: of the second only where others are given. `limit`: one request too many.
 * `stranger`: something else than the server answers everybody. `way`: nothing of the server was reached.
 */
export type Cause =
  | 'nobody'
  | 'access'
  | 'token-or-person'
  | 'server-or-person'
  | 'person'
  | 'limit'
  | 'stranger'
  | 'way';

/** Those that neither the contract's reading of what a failure shows of the server nor `person` covers. */
const causes: { readonly [K in Failure['kind']]?: Cause } = {
  cancelled: 'nobody',
  'token-needed': 'access',
  database: 'access',
  unexpected: 'access',
  forbidden: 'token-or-person',
  'rate-limited': 'limit',
  server: 'server-or-person',
  'headers-too-large': 'server-or-person',
};

export function causeOf(failure: Failure): Cause {
  if (isTokenRefused(failure)) return 'access';
  if (isOfStranger(failure)) return 'stranger';
  if (isAway(failure)) return 'way';
  return causes[failure.kind] ?? 'person';
}

/** Whether it is of the server or the way to it: the next request would fare the same. */
export function isServerFault(failure: Failure): boolean {
  return ['limit', 'stranger', 'way'].includes(causeOf(failure));
}

/**
 * How often somebody is asked for again whose request was one too many, or was answered by a stranger: there are servers
 * that always say so of a few.
 */
const mostAgain = 3;

/** What to do about somebody who could not be fetched. `wait`: later answers show whose fault it was. */
export type Verdict =
  | { readonly kind: 'drop' | 'again' | 'wait' }
  | { readonly kind: 'miss'; readonly missed: Missed }
  | { readonly kind: 'end'; readonly why: Failure };

export type FailureCause = {
  /** To be taken when somebody is asked for. */
  readonly moment: () => number;
  /** Somebody was given who was asked for at `moment`. Returns those whose failure before it is theirs. */
  readonly given: (id: UserId, moment: number) => readonly Missed[];
  /** `wasSent`: whether the request went out. */
  readonly failed: (id: UserId, failure: Failure, wasSent: boolean) => Verdict;
  /** Nothing is asked for from now on, until the server is there. */
  readonly leftAlone: () => void;
  /** The server is there again. `again`: nobody was to blame. */
  readonly serverBack: () => { readonly missed: readonly Missed[]; readonly again: readonly UserId[] };
  /** Nobody is left whose answer could tell: those who are still in doubt, and are no more. */
  readonly takeDoubtful: () => readonly Missed[];
  /** Whether this one, or anybody (`undefined`), has to wait until it is seen whether the token is refused. */
  readonly holds: (id: UserId | undefined) => boolean;
};

export type FailureCauseNeeds = {
  readonly circuit: ApiClient['circuit'];
  readonly ask: AskWriter;
  readonly clock: Clock;
  /** Asks for this person next. `null`: nobody can tell, and the walk goes on. */
  readonly askFor: (id: UserId | null) => void;
  /** The token is refused, or the local copy cannot be read. */
  readonly end: (why: Failure) => void;
};

export function createFailureCause({ circuit, ask, clock, askFor, end }: FailureCauseNeeds): FailureCause {
  const token = createTokenDoubt({ ask, askFor, end });
  const again = new Map<UserId, number>();
  /**
   * Those whose failure may be theirs. It is, once the server gives somebody who was asked for after it: what was under way
   * when a server went down proves nothing.
   */
  let doubtful: { readonly missed: Missed; readonly nth: number }[] = [];
  let doubted = 0;
  /** Of the circuit, when the server was left alone. */
  let looksBefore = { failed: 0, answered: 0 };

  const looks = () => ({ failed: circuit.failedLooks(), answered: circuit.answeredLooks() });
  const doubt = (missed: Missed): Verdict => {
    doubtful.push({ missed, nth: doubted });
    doubted += 1;
    return { kind: 'wait' };
  };
  const takeBefore = (moment: number): readonly Missed[] => {
    if (doubtful.length === 0) return [];
    const taken = doubtful.filter(({ nth }) => nth < moment);
    doubtful = doubtful.filter(({ nth }) => nth >= moment);
    return taken.map(({ missed }) => missed);
  };
  const askAgain = (missed: Missed): Verdict => {
    const times = (again.get(missed.id) ?? 0) + 1;
    again.set(missed.id, times);
    return times < mostAgain ? { kind: 'again' } : { kind: 'miss', missed };
  };

  return {
    moment: () => doubted,
    given: (id, moment) => {
      token.given(id);
      return takeBefore(moment);
    },
    failed: (id, failure, wasSent) => {
      const cause = causeOf(failure);
      if (cause === 'nobody') return { kind: 'drop' };
      if (cause === 'access') return { kind: 'end', why: failure };
      const { receivedAt: at, ...how } = receivedNow(clock);
      const missed = { id, failure, at, ...how };
      if (cause === 'token-or-person') {
        const verdict = doubt(missed);
        const why = token.refused(id, failure);
        return why === null ? verdict : { kind: 'end', why };
      }
      token.unsure(id, failure);
      if (cause === 'person') return { kind: 'miss', missed };
      if (!wasSent) return { kind: 'again' };
      return cause === 'limit' || cause === 'stranger' ? askAgain(missed) : doubt(missed);
    },
    leftAlone: () => {
      looksBefore = looks();
    },
    serverBack: () => {
      const some = takeBefore(doubted);
      const { failed, answered } = looks();
      // One that could not be had was gone. One that answered the first request that looked was there all along, and only
      // these people are not to be had. Where nothing looked, an answer that had been under way since before proves neither.
      const isTheirs = failed === looksBefore.failed && answered > looksBefore.answered;
      return isTheirs ? { missed: some, again: [] } : { missed: [], again: some.map(({ id }) => id) };
    },
    takeDoubtful: () => takeBefore(doubted),
    holds: token.holds,
  };
}
