/**
 * The one way to the Fetch User API. Every answer is an outcome; what is not a whole, readable reply of the API is a
 * failure and leaves nothing behind. Nothing is logged here, and no failure carries anything of the token.
 */
import { Token } from '../../contract/calls.ts';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import type { Deadlines } from './deadlines.ts';
import { type Answer, exchange, type Question } from './exchange.ts';
import { createFlights } from './flights.ts';
import { rateLimited } from './judge.ts';
import type { Pace, Turn } from './pace.ts';
import { readLabels } from './read-config.ts';
import { readUser } from './read-user.ts';
import type { ApiClient, LabelNames, UserReply } from './reply.ts';
import { configUrl, type Fetch, userUrl } from './request.ts';
import { type Backoff, createRetryBudget, waitBeforeNext } from './retry.ts';
import { repeatsToken, withoutToken } from './secrecy.ts';

export type ApiLimits = {
  /** Of decoded bytes. */
  readonly userBytes: number;
  readonly configBytes: number;
  /** Of one try. */
  readonly deadlines: Deadlines;
  readonly backoff: Backoff;
};

export const usualLimits: ApiLimits = {
  userBytes: 1024 * 1024,
  configBytes: 8 * 1024 * 1024,
  deadlines: { headersMs: 15_000, idleMs: 10_000, totalMs: 30_000 },
  backoff: { baseMs: 500, mostMs: 8_000 },
};

export type ApiClientNeeds = {
  /** Node's, or an Electron session's. */
  readonly fetch: Fetch;
  /** An origin as `parseServerAddress` gives it; with any other, every call fails with `bad-input`. */
  readonly server: string;
  /** Asked for each request; null: not at hand. */
  readonly token: () => string | null;
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Shared by everything that asks this server. */
  readonly pace: Pace;
  readonly limits?: ApiLimits;
};

/** A client for one connection. One retry budget is shared by all its requests. */
export function createApiClient(needs: ApiClientNeeds): ApiClient {
  const { clock, pace, server, limits = usualLimits } = needs;
  const budget = createRetryBudget();
  const users = createFlights<UserReply>(pace.hurry);
  const configs = createFlights<LabelNames>(pace.hurry);

  /** Asks until there is an answer, or another try is not worth it. */
  const ask = async (question: Question, turn: Turn): Promise<Outcome<Answer>> => {
    for (let tries = 1; ; tries += 1) {
      const entry = await pace.enter(turn);
      if (entry.kind === 'cancelled') return failed({ kind: 'cancelled' });
      if (entry.kind === 'turned-away') return failed(rateLimited(entry.retryAfterMs));
      const given = Token.safeParse(needs.token());
      if (!given.success) {
        entry.leave('unknown');
        return failed({ kind: 'token-needed' });
      }
      const token = given.data;
      if (tries === 1) budget.earn();
      const done = await exchange(
        { fetch: needs.fetch, clock, deadlines: limits.deadlines },
        question,
        token,
        turn.signal,
      );
      entry.leave(done.pressure, done.retryAfterMs);
      if (done.outcome.ok) return repeatsToken(done.outcome.value.text, token) ? failed(repeatingReply) : done.outcome;

      const patienceMs = pace.patienceMs(turn.priority);
      const { backoff } = limits;
      const wait = done.again
        ? waitBeforeNext({ tries, retryAfterMs: done.retryAfterMs, patienceMs, backoff, random: needs.random })
        : null;
      if (wait === null || !budget.spend()) return failed(withoutToken(done.outcome.failure, token));
      try {
        await clock.sleep(wait, turn.signal);
      } catch {
        return failed({ kind: 'cancelled' });
      }
    }
  };

  return {
    fetchUser: async (asked, options = {}) => {
      const address = userUrl(server, asked);
      if (!address.ok) return address;
      const { url, id } = address.value;
      return users.join(id, options, async (turn) => {
        const answer = await ask({ url, limitBytes: limits.userBytes, id }, turn);
        if (!answer.ok) return answer;
        const { json, text, sha256, receivedAt } = answer.value;
        const user = readUser(json, id);
        return user.ok ? succeeded({ user: user.value, text, sha256, url, receivedAt }) : user;
      });
    },
    fetchConfig: async (options = {}) => {
      const url = configUrl(server);
      if (!url.ok) return url;
      return configs.join(url.value, options, async (turn) => {
        const answer = await ask({ url: url.value, limitBytes: limits.configBytes, id: null }, turn);
        return answer.ok ? readLabels(answer.value.json) : answer;
      });
    },
  };
}

/** A server that repeats what it was sent (a proxy's echo) would have the token stored with the reply. */
const repeatingReply: Failure = { kind: 'bad-reply', where: 'data', detail: 'the reply repeats the access token' };
