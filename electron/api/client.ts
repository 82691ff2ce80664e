/**
 * The one way to the Fetch User API. Every answer is an outcome; what is not a whole, readable reply of the API is a
 * failure and leaves nothing behind. Nothing is logged here, and no failure carries anything of the token.
 */
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { type Clock, receivedNow, receivedOf } from '../clock.ts';
import { createCircuit } from '../pace/circuit.ts';
import type { Pace } from '../pace/pace.ts';
import type { Backoff } from '../pace/retry.ts';
import { type Answer, readAnswer } from '../reading/read-answer.ts';
import { readLabels } from '../reading/read-config.ts';
import { hasApiForm, hasEnvelope, isForeign, notTheApi } from '../reading/read-json.ts';
import { readUser } from '../reading/read-user.ts';
import type { LabelNames, UserBytes } from '../reading/user-reply.ts';
import { readUserBytes } from '../reading/user-reply.ts';
import type { ServerClock } from '../server-clock.ts';
import type { ApiClient, FetchOptions } from './api-client.ts';
import { readBody } from './body.ts';
import { createWatches, type Deadlines } from './deadlines.ts';
import type { Success } from './exchange.ts';
import { fetchList } from './fetch-list.ts';
import { createFlights } from './flights.ts';
import { checkedOrigin, configUrl, type Fetch, userUrl } from './request.ts';
import { createAsking, repeatingReply } from './request-with-retry.ts';
import { isAmong, type TokenSearch } from './secrecy.ts';
import type { ListLimits } from './take-list.ts';
import { createWitnesses, type KnownPeople } from './witness.ts';

export type ApiLimits = {
  /** Of decoded bytes. */
  readonly userBytes: number;
  readonly configBytes: number;
  readonly list: ListLimits & { readonly deadlines: Deadlines };
  /** Of one try of everything but the list. */
  readonly deadlines: Deadlines;
  readonly backoff: Backoff;
};

export const usualLimits: ApiLimits = {
  userBytes: 1024 * 1024,
  configBytes: 8 * 1024 * 1024,
  list: {
    replyBytes: 256 * 1024 * 1024,
    elementBytes: 1024 * 1024,
    deadlines: { headersMs: 60_000, idleMs: 30_000, totalMs: 600_000 },
  },
  deadlines: { headersMs: 15_000, idleMs: 10_000, totalMs: 30_000 },
  backoff: { baseMs: 500, mostMs: 8_000 },
};

export type ApiClientNeeds = {
  /** Node's, or an Electron session's. */
  readonly fetch: Fetch;
  /** An origin as `parseServerAddress` gives it; with any other, every call fails with `bad-input`. */
  readonly server: string;
  /** Asked for each try; null: not at hand. */
  readonly token: () => string | null;
  /** Where it has `heard`, that is told what replies in the API's form say of the time. */
  readonly clock: Clock & Partial<Pick<ServerClock, 'heard'>>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Shared by everything that asks this server. */
  readonly pace: Pace;
  /** Without it: those given in this run. */
  readonly known?: KnownPeople;
  readonly limits?: ApiLimits;
};

/** A client for one connection. One retry budget and one circuit are shared by all its requests. */
export function createApiClient(needs: ApiClientNeeds): ApiClient {
  const { fetch, clock, random, pace, limits = usualLimits } = needs;
  const { deadlines, backoff } = limits;
  const { heard = () => undefined } = clock;
  const origin = checkedOrigin(needs.server);
  const circuit = createCircuit({ clock, random });
  const watch = createWatches(clock);
  const ask = createAsking({ fetch, clock, watch, token: needs.token, random, pace, circuit, backoff });
  const users = createFlights<UserBytes>({ hurry: pace.hurry, copy: ownBytes });
  const configs = createFlights<LabelNames>({ hurry: pace.hurry, copy: (labels) => labels });

  const takeWhole =
    (limitBytes: number) =>
    async ({ body, contentType, watch, told }: Success, search: TokenSearch): Promise<Outcome<Answer>> => {
      const bytes = await readBody(body, limitBytes, watch);
      if (bytes === 'too-large') return failed({ kind: 'too-large', limitBytes });
      if (isForeign(bytes, contentType)) return failed(notTheApi(contentType));
      if (search.isIn(bytes)) return failed(repeatingReply);
      if (told !== null && hasEnvelope(bytes)) heard(told);
      return succeeded({ bytes, contentType, ...receivedNow(clock) });
    };
  const takeAny = takeWhole(limits.userBytes);
  const takeUser =
    (asked: UserId) =>
    async (success: Success, search: TokenSearch): Promise<Outcome<Answer>> => {
      const answer = await takeAny(success, search);
      const doubtful = answer.ok ? (whyFormless(answer.value) ?? whyOfAnother(answer.value, asked)) : null;
      return doubtful === null ? answer : failed(doubtful);
    };
  const takeConfig = takeWhole(limits.configBytes);
  const witnesses = createWitnesses({
    clock,
    known: needs.known ?? (() => []),
    ask: async (witness, signal) => {
      if (!origin.ok) return origin;
      const address = userUrl(origin.value, witness);
      if (!address.ok) return address;
      // The caller that waits for the witness tells what it comes to.
      const question = { ...address.value, deadlines, take: takeUser(witness), isOptional: true };
      const answer = await ask(question, { priority: 'now', signal });
      return answer.ok ? succeeded(answer.value.bytes) : answer;
    },
  });

  const fetchUserBytes = async (asked: UserId, options: FetchOptions = {}): Promise<Outcome<UserBytes>> => {
    if (!origin.ok) return origin;
    const address = userUrl(origin.value, asked);
    if (!address.ok) return address;
    const { url, id } = address.value;
    return users.join(id, options, async (turn) => {
      const answer = await ask({ url, id, deadlines, take: takeUser(id), isOptional: false, witnesses }, turn);
      if (!answer.ok) return answer;
      witnesses.given(id);
      return succeeded({ id, url, ...answer.value });
    });
  };

  return {
    fetchUserBytes,
    fetchUser: async (id, options) => {
      const answer = await fetchUserBytes(id, options);
      return answer.ok ? readUserBytes(answer.value) : answer;
    },
    fetchUsers: async ({ onBatch, priority = 'later', signal = neverAborted(), once = false }) => {
      if (!origin.ok) return origin;
      return fetchList({
        ask,
        origin: origin.value,
        limits: limits.list,
        clock,
        heard: ({ told }) => told !== null && heard(told),
        turn: { priority, signal, once },
        give: (batch, url) =>
          onBatch({ ...batch, ...receivedOf({ ...receivedNow(clock), receivedAt: batch.receivedAt }) }, url),
      });
    },
    fetchConfig: async (options = {}) => {
      if (!origin.ok) return origin;
      const url = configUrl(origin.value);
      if (!url.ok) return url;
      return configs.join(url.value, options, async (turn) => {
        const answer = await ask({ url: url.value, id: null, deadlines, take: takeConfig, isOptional: true }, turn);
        if (!answer.ok) return answer;
        const read = readAnswer(answer.value);
        return read.ok ? readLabels(read.value.json) : read;
      });
    },
    repeatsToken: (bytes) => {
      const token = needs.token();
      return token !== null && isAmong(bytes, token);
    },
    circuit,
    restMs: pace.restMs,
  };
}

/** Why an answer is none of the API's; null: it has the API's form, and is left to be read. */
function whyFormless(answer: Answer): Failure | null {
  if (hasEnvelope(answer.bytes) || hasApiForm(answer.bytes)) return null;
  const read = readAnswer(answer);
  const user = read.ok ? readUser(read.value.json, null) : read;
  return user.ok ? null : user.failure;
}

/**
 * Why an answer is about another than the one asked for, which a cache may say of everybody; null: it is not, or is left to be
 * read. Nearly every reply names who was asked for, and is not read for it.
 */
function whyOfAnother(answer: Answer, asked: UserId): Failure | null {
  const bytes = Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength);
  const forms = [`"id":"${asked}"`, `"id": "${asked}"`, `"id":${asked},`, `"id": ${asked},`];
  if (forms.some((form) => bytes.includes(form))) return null;
  const read = readAnswer(answer);
  const user = read.ok ? readUser(read.value.json, asked) : null;
  if (user === null || user.ok || user.failure.kind !== 'bad-reply') return null;
  return user.failure.where === 'another-id' ? user.failure : null;
}

function ownBytes(answer: UserBytes): UserBytes {
  return { ...answer, bytes: answer.bytes.slice() };
}

function neverAborted(): AbortSignal {
  return new AbortController().signal;
}
