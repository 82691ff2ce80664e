/**
 * Asks until there is an answer, or another try is not worth it. One pace, one circuit and one retry budget are shared
 * by everything that is asked. No failure carries anything of the token.
 */
import { Token } from '../../contract/calls.ts';
import { type Failure, failed, type Outcome } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import type { CircuitGate } from '../pace/circuit.ts';
import type { Pace, Turn } from '../pace/pace.ts';
import { type Backoff, createRetryBudget, waitBeforeNext } from '../pace/retry.ts';
import { rateLimited } from './classify-response.ts';
import { type ExchangeNeeds, exchange, type Question, type Success } from './exchange.ts';
import { createTokenSearch, holdsToken, type TokenSearch, withoutToken } from './secrecy.ts';
import type { Standing, Witnesses } from './witness.ts';

export type Asked<T> = Omit<Question<T>, 'take'> & {
  /** Takes what comes; the search is for the token that was sent. Rejects when the watch breaks or the connection does. */
  readonly take: (success: Success, search: TokenSearch) => Promise<Outcome<T>>;
  /** Whether not every server offers it: a refusal then says nothing of the server. */
  readonly isOptional: boolean;
  /** What an answer stands for that is not in the API's form: see `witness.ts`. Without it, it is taken for the API's. */
  readonly witnesses?: Witnesses;
  /** False once a part of the answer was given away. Unless told, always true. */
  readonly mayRepeat?: () => boolean;
};

export type AskingNeeds = ExchangeNeeds & {
  readonly clock: Clock;
  /** Asked for each try; null: not at hand. */
  readonly token: () => string | null;
  readonly random: () => number;
  readonly pace: Pace;
  readonly circuit: CircuitGate;
  readonly backoff: Backoff;
};

export type Ask = <T>(asked: Asked<T>, turn: Turn) => Promise<Outcome<T>>;

const cancelled: Outcome<never> = failed({ kind: 'cancelled' });

/** A server that repeats what it was sent (a proxy's echo) would have the token stored with the reply. */
export const repeatingReply: Failure = {
  kind: 'bad-reply',
  where: 'token',
  detail: '',
};

export function createAsking(needs: AskingNeeds): Ask {
  const { clock, pace, circuit, backoff, random } = needs;
  const budget = createRetryBudget();
  const currentToken = createTokenReader(needs.token);

  return async (asked, turn) => {
    const { isOptional, mayRepeat = () => true } = asked;
    let stands: Standing | null = null;
    const mayGiveWay = (giveWay: () => void) => {
      turn.giveWay = () => {
        if (!mayRepeat()) return false;
        turn.giveWay = undefined;
        giveWay();
        return true;
      };
    };
    let isNew = true;
    for (let tries = 1; ; tries += 1) {
      const refusal = circuit.refusal(turn.priority);
      if (refusal !== null) return failed(refusal);
      const entry = await pace.enter(turn);
      if (entry.kind === 'cancelled') return cancelled;
      if (entry.kind === 'turned-away') return failed(rateLimited(entry.retryAfterMs));
      const passage = circuit.enter(turn.priority);
      if (passage.kind === 'refused') {
        entry.leave('unknown');
        return failed(passage.why);
      }
      const token = currentToken();
      if (token === null) {
        entry.leave('unknown');
        passage.leave({ kind: 'token-needed' });
        return failed({ kind: 'token-needed' });
      }
      if (isNew) budget.earn();
      isNew = false;
      turn.sent?.();
      const take = (success: Success) => asked.take(withoutTokenInType(success, token.text), token.search);
      const question = { ...asked, take };
      const done = await exchange(needs, question, token.text, turn.signal, mayGiveWay);
      turn.giveWay = undefined;
      const { load } = done;
      const makeRoom = () => entry.leave(load.pressure, { ...done, ...load });
      if (done.gaveWay === true) {
        passage.leave({ kind: 'cancelled' });
        makeRoom();
        tries -= 1;
        continue;
      }
      let failure = done.outcome.ok ? null : done.outcome.failure;
      if (done.doubtful !== undefined && asked.witnesses !== undefined) {
        // The witness needs a place as well.
        makeRoom();
        const found = await asked.witnesses.judge(done.doubtful, turn, stands);
        if ('times' in found) {
          stands = found;
          passage.leave({ kind: 'cancelled' });
          continue;
        }
        failure = found;
      }
      if (failure !== null) failure = withoutToken(failure, token.text);
      const isSilent = isOptional && failure !== null && failure.kind !== 'offline';
      passage.leave(isSilent ? { kind: 'cancelled' } : failure);
      makeRoom();
      if (failure === null) {
        if (stands !== null) asked.witnesses?.contradicted();
        return done.outcome;
      }

      if (!load.again || turn.once || !mayRepeat() || circuit.state().state === 'open') return failed(failure);
      const patienceMs = pace.patienceMs(turn.priority);
      const wait = waitBeforeNext({ tries, retryAfterMs: load.holdMs, patienceMs, backoff, random });
      if (wait === null || !budget.spend()) return failed(failure);
      await untilHurried(clock, wait, turn);
      if (turn.signal.aborted) return cancelled;
      // What opened the circuit meanwhile need not be seen once more.
      if (circuit.state().state === 'open') return failed(failure);
    }
  };
}

/** The type stays with an answer that is read later, where nobody knows the token. */
function withoutTokenInType(success: Success, token: string): Success {
  const { contentType } = success;
  const isUsual = contentType === 'application/json' || contentType === '';
  return isUsual || !holdsToken(contentType, token) ? success : { ...success, contentType: '' };
}

/** So long, or until somebody comes to wait for it: how long they wait is then the pace's business. */
async function untilHurried(clock: Clock, ms: number, turn: Turn): Promise<void> {
  const hurry = new AbortController();
  turn.hurried = () => hurry.abort();
  await clock.sleep(ms, AbortSignal.any([turn.signal, hurry.signal])).catch(() => undefined);
  turn.hurried = undefined;
}

type CheckedToken = { readonly text: string; readonly search: TokenSearch };

/** Gives what is at hand now, checked once for as long as it stays the same; null where it is none. */
function createTokenReader(read: () => string | null): () => CheckedToken | null {
  let given: string | null = null;
  let checked: CheckedToken | null = null;
  return () => {
    const now = read();
    if (now === given) return checked;
    const token = Token.safeParse(now);
    given = now;
    checked = token.success ? { text: token.data, search: createTokenSearch(token.data) } : null;
    return checked;
  };
}
