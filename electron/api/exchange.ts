/** One request and its answer: sent once, watched to the end, taken whole or not at all. What it says is read elsewhere. */
import { type Failure, failed, type Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import { readMoment } from '../pace/http-date.ts';
import { isPassing, type Load, loadOf } from '../pace/rate-limit.ts';
import { hasApiForm } from '../reading/read-json.ts';
import type { TimeTold } from '../server-clock.ts';
import { readBody } from './body.ts';
import { failureOfStatus, failureOfThrow, mediaTypeOf, redirectTarget } from './classify-response.ts';
import type { Deadlines, Watch, WatchNeeds } from './deadlines.ts';
import {
  type CheckedUrl,
  type Fetch,
  type HttpBody,
  type HttpHeaders,
  type HttpResponse,
  isSuccess,
  send,
} from './request.ts';

/** An error's body is looked at only to tell the API's own from a stranger's. */
const errorBodyBytes = 64 * 1024;

/** The body of a success (200–299), to be taken under the watch. */
export type Success = {
  readonly body: HttpBody | null;
  readonly contentType: string;
  readonly watch: Watch;
  /** What its headers tell of the time; the receiver decides whether to believe that. */
  readonly told: TimeTold | null;
};

export type Question<T> = {
  readonly url: CheckedUrl;
  /** Whom a 404 would be about. */
  readonly id: UserId | null;
  readonly deadlines: Deadlines;
  /** Takes what comes. Rejects when the watch breaks or the connection does. */
  readonly take: (success: Success) => Promise<Outcome<T>>;
};

/** An answer about somebody that need not be the API's, or need not be about them: whose it is shows elsewhere. */
export type Doubtful = {
  readonly id: UserId;
  readonly status: number;
  readonly contentType: string;
  /** What it stands for if it is the API's, about this person. */
  readonly failure: Failure;
};

/** How an answer came. */
type Carried = {
  /** From sending to the headers; null where none came. */
  readonly latencyMs: number | null;
  /** Of HTTP; undefined where the transport did not say. */
  readonly httpVersionMajor?: number | undefined;
};

export type Exchanged<T> = Carried & {
  readonly outcome: Outcome<T>;
  readonly doubtful?: Doubtful;
  readonly load: Load;
  /** It was ended for another request's sake. */
  readonly gaveWay?: boolean;
};

export type ExchangeNeeds = {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly watch: (needs: WatchNeeds) => Watch;
};

const noLoad: Load = { pressure: 'eased', holdMs: null, isLimit: false, again: false };

/**
 * Never rejects. `started` is given what ends it for another request's sake. Gives `cancelled` as soon as `wanted` aborts; `timeout` is never worth another try: it took long enough.
 */
export async function exchange<T>(
  { fetch, clock, watch: startWatch }: ExchangeNeeds,
  question: Question<T>,
  token: string,
  wanted: AbortSignal,
  started: (giveWay: () => void) => void,
): Promise<Exchanged<T>> {
  const watch = startWatch({ deadlines: question.deadlines, wanted });
  started(watch.giveWay);
  const sentAt = clock.monotonic();
  let carried: Carried = { latencyMs: null };
  try {
    const response = await watch.until(send(fetch, question.url, token, watch.signal));
    const headersAt = clock.monotonic();
    carried = { latencyMs: headersAt - sentAt, httpVersionMajor: response.httpVersionMajor };
    watch.progress();
    const to = redirectTarget(response, question.url);
    if (to !== null) {
      const isOwn = to === new URL(question.url).origin;
      return settled(failed({ kind: 'refused-redirect', to, ...(isOwn && { isOwn }) }), carried);
    }
    const contentType = mediaTypeOf(response.headers);
    if (!isSuccess(response.status))
      return await judgeRefusal(question, response, contentType, { watch, now: clock.now(), carried });
    const told = timeTold(response.headers, headersAt);
    const outcome = await question.take({ body: response.body, contentType, watch, told });
    return {
      ...settled(outcome, carried),
      ...(question.id !== null &&
        isFormless(outcome) && {
          doubtful: { id: question.id, status: response.status, contentType, failure: outcome.failure },
        }),
    };
  } catch (error) {
    const breach = watch.breach();
    const { failure, again } =
      breach === null ? failureOfThrow(error) : { failure: failureOfBreach(breach), again: false };
    const load: Load = { ...noLoad, pressure: 'unknown', again };
    return { outcome: failed(failure), load, ...(breach === 'gave-way' && { gaveWay: true }), ...carried };
  } finally {
    watch.end();
  }
}

function settled<T>(outcome: Outcome<T>, carried: Carried): Exchanged<T> {
  return {
    outcome,
    load: noLoad,
    ...carried,
  };
}

async function judgeRefusal(
  { id }: Question<unknown>,
  response: HttpResponse,
  contentType: string,
  { watch, now, carried }: { readonly watch: Watch; readonly now: number; readonly carried: Carried },
): Promise<Exchanged<never>> {
  const { status } = response;
  const load = loadOf(response, now);
  const failure = failureOfStatus({ status, id, load });
  const isDoubtful = id !== null && mayBeOfAnybody(status) && (status === 401 || !(await isOfApi(response, watch)));
  return {
    outcome: failed(failure),
    ...(isDoubtful && { doubtful: { id, status, contentType, failure } }),
    load,
    ...carried,
  };
}

/** Passing trouble is waited for, and so are a server's errors, its own or a gateway's; a proxy's error names its origin. */
function mayBeOfAnybody(status: number): boolean {
  return status < 500 && status !== 407 && !isPassing(status);
}

/**
 * Whether a success is neither in the API's form nor plainly another page, or is about another person: it may be of a gateway or a
 * cache that answers everybody so.
 */
function isFormless(outcome: Outcome<unknown>): outcome is { readonly ok: false; readonly failure: Failure } {
  return (
    !outcome.ok &&
    outcome.failure.kind === 'bad-reply' &&
    ['encoding', 'json', 'envelope', 'another-id'].includes(outcome.failure.where)
  );
}

/** The status is known by then, so a body that does not come is no reason to lose it. */
async function isOfApi(response: HttpResponse, watch: Watch): Promise<boolean> {
  try {
    const body = await readBody(response.body, errorBodyBytes, watch);
    return body !== 'too-large' && hasApiForm(body);
  } catch {
    return false;
  }
}

function failureOfBreach(breach: NonNullable<ReturnType<Watch['breach']>>): Failure {
  return breach === 'cancelled' || breach === 'gave-way' ? { kind: 'cancelled' } : { kind: 'timeout', after: breach };
}

/**
 * What a reply's headers tell of the time by its server's clock: from `Date`, and `Age` where a cache gave the reply (RFC 9110,
 * 6.6.1; RFC 9111, 5.1): so many seconds after `Date` it was still the same time there as here. Null where they cannot be read.
 * `heardAt`: when the headers came, on the monotonic clock.
 */
function timeTold(headers: HttpHeaders, heardAt: number): TimeTold | null {
  const date = readMoment(headers.get('date')?.trim() ?? '');
  const age = headers.get('age')?.trim() ?? '0';
  if (date === null || !/^\d{1,9}$/.test(age)) return null;
  return { serverAt: date + Number(age) * 1000, heardAt };
}
