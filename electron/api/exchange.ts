/** One request and its answer: sent once, watched to the end, read whole or not at all. */
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import { readBody, sha256Of } from './body.ts';
import { createWatch, type Deadlines, type Watch } from './deadlines.ts';
import { failureOfStatus, failureOfThrow, mediaTypeOf, readJson, redirectTarget } from './judge.ts';
import type { Pressure } from './pace.ts';
import { type CheckedUrl, type Fetch, send } from './request.ts';
import { readRetryAfter } from './retry-after.ts';

/** An error's body is looked at only to tell the API's own from a stranger's. */
const errorBodyBytes = 64 * 1024;

export type Question = {
  readonly url: CheckedUrl;
  /** Of decoded bytes. */
  readonly limitBytes: number;
  /** Whom a 404 would be about. */
  readonly id: UserId | null;
};

export type Answer = {
  readonly text: string;
  readonly json: unknown;
  readonly sha256: Sha256;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly receivedAt: number;
};

export type Exchanged = {
  readonly outcome: Outcome<Answer>;
  /** Whether the same request may fare better later. */
  readonly again: boolean;
  /** How long the server asked to be left alone. */
  readonly retryAfterMs: number | null;
  readonly pressure: Pressure;
};

export type ExchangeNeeds = { readonly fetch: Fetch; readonly clock: Clock; readonly deadlines: Deadlines };

const worthAnotherTry = new Set([408, 429, 502, 503, 504]);

/** Never rejects. Gives `cancelled` as soon as `wanted` aborts; `timeout` is never worth another try: it took long enough. */
export async function exchange(
  needs: ExchangeNeeds,
  question: Question,
  token: string,
  wanted: AbortSignal,
): Promise<Exchanged> {
  const watch = createWatch({ clock: needs.clock, deadlines: needs.deadlines, wanted });
  try {
    const response = await watch.until(send(needs.fetch, question.url, token, watch.signal));
    watch.progress();
    return await judgeResponse(needs.clock, question, response, watch);
  } catch (error) {
    const breach = watch.breach();
    const { failure, again } =
      breach === null ? failureOfThrow(error) : { failure: failureOfBreach(breach), again: false };
    return { outcome: failed(failure), again, retryAfterMs: null, pressure: 'unknown' };
  } finally {
    watch.end();
  }
}

async function judgeResponse(clock: Clock, question: Question, response: Response, watch: Watch): Promise<Exchanged> {
  const settled = (outcome: Outcome<Answer>): Exchanged => ({
    outcome,
    again: false,
    retryAfterMs: null,
    pressure: 'eased',
  });

  const to = redirectTarget(response, question.url);
  if (to !== null) return settled(failed({ kind: 'refused-redirect', to }));
  const contentType = mediaTypeOf(response.headers);

  if (!response.ok) {
    const { status } = response;
    const body = status === 404 ? await readErrorBody(response, watch) : null;
    const retryAfterMs = readRetryAfter(response.headers, clock.now());
    return {
      outcome: failed(failureOfStatus({ status, contentType, body, id: question.id, retryAfterMs })),
      again: worthAnotherTry.has(status),
      retryAfterMs,
      pressure: status === 429 || status === 503 ? 'pressed' : 'eased',
    };
  }

  const body = await readBody(response.body, question.limitBytes, watch);
  if (body === 'too-large') return settled(failed({ kind: 'too-large', limitBytes: question.limitBytes }));
  const read = readJson(body, contentType);
  if (!read.ok) return settled(read);
  return settled(succeeded({ ...read.value, sha256: sha256Of(body), receivedAt: clock.now() }));
}

/** The status is known by then, so a body that does not come is no reason to lose it. */
async function readErrorBody(response: Response, watch: Watch): Promise<Uint8Array | null> {
  try {
    const body = await readBody(response.body, errorBodyBytes, watch);
    return body === 'too-large' ? null : body;
  } catch {
    return null;
  }
}

function failureOfBreach(breach: NonNullable<ReturnType<Watch['breach']>>): Failure {
  return breach === 'cancelled' ? { kind: 'cancelled' } : { kind: 'timeout', after: breach };
}
