/** Everything a server can do wrong when it is asked for a user, what it is taken for, and how many requests that takes. */
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { type Fault, faults, redirect, reply } from './faults.ts';

const json = { 'content-type': 'application/json' };
const other = '11111111-2222-4333-8444-555555555555';
const inAnHour = (from: number) => new Date(from + 3_600_000).toUTCString();

/** `ifBorneOut`: what it is taken for instead where others are still given. */
export type WrongAnswer = readonly [
  does: string,
  fault: Fault,
  failure: Failure,
  requests: number,
  ifBorneOut?: Failure,
];

const formless: Failure = { kind: 'not-the-api', contentType: 'application/json', status: 200 };

/** `asked`: the id of the user who is asked for. */
export const wrongAnswers = (asked: UserId): readonly WrongAnswer[] => [
  ['resets before answering', faults.resetAtStart, { kind: 'offline' }, 3],
  ['resets in the body', faults.resetInBody, { kind: 'offline' }, 3],
  ['closes before the announced end', faults.truncated, { kind: 'offline' }, 3],
  [
    'ends too early as if that were all',
    faults.truncatedSilently,
    { kind: 'bad-reply', where: 'json', detail: 'not JSON' },
    1,
  ],
  ['hangs before the headers', faults.hangBeforeHeaders, { kind: 'timeout', after: 'headers' }, 1],
  ['hangs within the headers', faults.hangInHeaders, { kind: 'timeout', after: 'headers' }, 1],
  ['hangs in the body', faults.hangInBody, { kind: 'timeout', after: 'idle' }, 1],
  ['drips for ever', { does: 'drip', everyMs: 5 }, { kind: 'timeout', after: 'total' }, 1],
  ['speaks another protocol', faults.babble, { kind: 'not-the-api', contentType: '' }, 1],
  ['answers 200 with a page', faults.html, { kind: 'not-the-api', contentType: 'text/html' }, 1],
  ['answers 200 with words', faults.plainText, { kind: 'not-the-api', contentType: 'text/plain' }, 1],
  ['answers 200 with nothing', faults.empty, { kind: 'not-the-api', contentType: '' }, 1],
  ['answers 204', reply(204), { kind: 'not-the-api', contentType: '' }, 1],
  [
    'answers with no JSON that is called JSON',
    faults.emptyJson,
    formless,
    1,
    { kind: 'bad-reply', where: 'json', detail: 'empty body' },
  ],
  ['answers with broken JSON', faults.brokenJson, { kind: 'bad-reply', where: 'json', detail: 'not JSON' }, 1],
  ['answers with an array', faults.array, formless, 1, { kind: 'bad-reply', where: 'envelope', detail: '[]' }],
  ['answers with a word', faults.scalar, formless, 1, { kind: 'bad-reply', where: 'envelope', detail: '"hello"' }],
  [
    'answers without the envelope',
    faults.noEnvelope,
    formless,
    1,
    { kind: 'bad-reply', where: 'envelope', detail: 'no _data' },
  ],
  [
    'answers with errors and no data',
    faults.errorsWithoutData,
    { kind: 'bad-reply', where: 'errors', detail: 'User is archived' },
    1,
  ],
  ['answers in Latin-1', faults.invalidUtf8, { kind: 'bad-reply', where: 'encoding', detail: 'not UTF-8' }, 1],
  [
    'calls plain bytes compressed',
    faults.notGzip,
    { kind: 'bad-reply', where: 'encoding', detail: 'cannot be decompressed' },
    1,
  ],
  ['sends 200 MB', { does: 'flood', bytes: 200_000_000, gzip: false }, { kind: 'too-large', limitBytes: 1_048_576 }, 1],
  [
    'sends a gzip bomb',
    { does: 'flood', bytes: 200_000_000, gzip: true },
    { kind: 'too-large', limitBytes: 1_048_576 },
    1,
  ],
  [
    'answers about somebody else',
    { does: 'answer', id: other },
    { kind: 'bad-reply', where: 'another-id', detail: other, isForeign: true },
    1,
    { kind: 'bad-reply', where: 'another-id', detail: other },
  ],
  [
    'answers 300 without an address',
    reply(300),
    { kind: 'server', status: 300, isForeign: true },
    1,
    { kind: 'server', status: 300 },
  ],
  ['answers 304', reply(304), { kind: 'server', status: 304, isForeign: true }, 1, { kind: 'server', status: 304 }],
  ['redirects to no address', reply(302), { kind: 'refused-redirect', to: '' }, 1],
  ['redirects to another scheme', redirect(302, 'file:///etc/passwd'), { kind: 'refused-redirect', to: 'file:' }, 1],
  ['answers 400', reply(400), { kind: 'server', status: 400, isForeign: true }, 1, { kind: 'server', status: 400 }],
  ['answers 401', reply(401), { kind: 'unauthorized' }, 1, { kind: 'unauthorized', isOfOne: true }],
  ['answers 403', reply(403), { kind: 'not-the-api', contentType: '', status: 403 }, 1, { kind: 'forbidden' }],
  [
    'answers 403 with a page',
    reply(403, { 'content-type': 'text/html' }, '<html>'),
    { kind: 'not-the-api', contentType: 'text/html', status: 403 },
    1,
    { kind: 'forbidden' },
  ],
  ['answers 403 in the form of the API', reply(403, json, '{"_errors":[{}]}'), { kind: 'forbidden' }, 1],
  [
    'answers 404',
    reply(404),
    { kind: 'not-the-api', contentType: '', status: 404 },
    1,
    { kind: 'not-found', id: asked },
  ],
  [
    'answers 404 in other JSON',
    reply(404, json, '{"message":"no Route matched with those values"}'),
    { kind: 'not-the-api', contentType: 'application/json', status: 404 },
    1,
    { kind: 'not-found', id: asked },
  ],
  [
    'answers 404 in the form of the API',
    reply(404, json, '{"_data":null,"_errors":[{}]}'),
    { kind: 'not-found', id: asked },
    1,
  ],
  [
    'answers 404 with a page',
    faults.htmlNotFound,
    { kind: 'not-the-api', contentType: 'text/html', status: 404 },
    1,
    { kind: 'not-found', id: asked },
  ],
  ['answers 405', reply(405), { kind: 'server', status: 405, isForeign: true }, 1, { kind: 'server', status: 405 }],
  ['answers 407', reply(407, { 'proxy-authenticate': 'Basic' }), { kind: 'proxy-sign-in' }, 1],
  ['answers 408', reply(408, { connection: 'close' }), { kind: 'server', status: 408 }, 3],
  ['answers 410', reply(410, json, '{"_data":null,"_errors":[{}]}'), { kind: 'server', status: 410 }, 1],
  ['answers 418', reply(418), { kind: 'server', status: 418, isForeign: true }, 1, { kind: 'server', status: 418 }],
  ['answers 425', reply(425), { kind: 'server', status: 425 }, 3],
  ['answers 429', reply(429), { kind: 'rate-limited', retryAfterSeconds: null }, 3],
  ['answers 429 for now', reply(429, { 'retry-after': '0' }), { kind: 'rate-limited', retryAfterSeconds: 0 }, 3],
  [
    'answers 429 for an hour',
    reply(429, { 'retry-after': '3600' }),
    { kind: 'rate-limited', retryAfterSeconds: 3600 },
    1,
  ],
  [
    'answers 429 until a date, by its own clock',
    reply(429, { date: new Date(0).toUTCString(), 'retry-after': inAnHour(0) }),
    { kind: 'rate-limited', retryAfterSeconds: 3600 },
    1,
  ],
  [
    'answers 429 with nonsense',
    reply(429, { 'retry-after': 'soon' }),
    { kind: 'rate-limited', retryAfterSeconds: null },
    3,
  ],
  ['answers 500', reply(500), { kind: 'server', status: 500 }, 1],
  ['answers 501', reply(501), { kind: 'server', status: 501 }, 1],
  ['answers 502', reply(502), { kind: 'server', status: 502 }, 3],
  ['answers 503', reply(503), { kind: 'server', status: 503 }, 3],
  ['answers 503 for an hour', reply(503, { 'retry-after': '3600' }), { kind: 'server', status: 503 }, 1],
  ['answers 504', reply(504), { kind: 'server', status: 504 }, 3],
  ['answers 511', reply(511, { 'content-type': 'text/html' }, '<html>'), { kind: 'network-sign-in' }, 1],
  ['sends headers without measure', faults.largeHeaders, { kind: 'headers-too-large' }, 1],
];
