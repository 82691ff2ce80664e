/** What a server can do wrong, what Rolodesk takes it for, and how many requests that takes. Those that take seconds aside. */
import type { Failure } from '../../contract/failures.ts';
import type { FaultServer } from '../fault-server/fault-server.ts';
import { type Fault, faults, redirect, reply } from '../fault-server/faults.ts';

export type ServerFault = {
  readonly does: string;
  readonly fault: Fault;
  readonly failure: Failure;
  readonly requests: number;
};

const json = { 'content-type': 'application/json' };
const errors = '{"_data":null,"_meta":{},"_errors":[]}';
const another = 'another-7';

const bad = (where: Extract<Failure, { kind: 'bad-reply' }>['where'], detail: string): Failure => ({
  kind: 'bad-reply',
  where,
  detail,
});

/** Answered by one request, so that any number of them can follow one another. */
export function faultsAnsweredOnce(id: string, elsewhere: FaultServer): readonly ServerFault[] {
  const once = (does: string, fault: Fault, failure: Failure): ServerFault => ({ does, fault, failure, requests: 1 });
  const page = (contentType: string): Failure => ({ kind: 'not-the-api', contentType });
  // Nobody else is known who could bear it out.
  const strangersNo = (status: number, contentType: string): Failure => ({ kind: 'not-the-api', contentType, status });
  const tooLarge: Failure = { kind: 'too-large', limitBytes: 1_048_576 };
  return [
    once('200 with a page', faults.html, page('text/html')),
    once('an empty body', faults.empty, page('')),
    once('another protocol', faults.babble, page('')),
    once('404 with a page', faults.htmlNotFound, strangersNo(404, 'text/html')),
    once('404 with another JSON', reply(404, json, '{"message":"Not Found"}'), strangersNo(404, 'application/json')),
    once('404 with nothing', reply(404), strangersNo(404, '')),
    once(
      '403 with a block page',
      reply(403, { 'content-type': 'text/html' }, '<h1>Blocked</h1>'),
      strangersNo(403, 'text/html'),
    ),
    once('an array', faults.array, strangersNo(200, 'application/json')),
    once('no envelope', faults.noEnvelope, strangersNo(200, 'application/json')),
    once('invalid UTF-8', faults.invalidUtf8, bad('encoding', 'not UTF-8')),
    once('half of it', faults.truncatedSilently, bad('json', 'not JSON')),
    once('_errors and no data', faults.errorsWithoutData, bad('errors', 'User is archived')),
    once(
      'somebody else',
      { does: 'answer', id: another },
      { kind: 'bad-reply', where: 'another-id', detail: another, isForeign: true },
    ),
    once('200 MB', { does: 'flood', bytes: 200_000_000, gzip: false }, tooLarge),
    once('a gzip bomb', { does: 'flood', bytes: 200_000_000, gzip: true }, tooLarge),
    once('401', reply(401, json, errors), { kind: 'unauthorized' }),
    once('403', reply(403, json, errors), { kind: 'forbidden' }),
    once('404', reply(404, json, errors), { kind: 'not-found', id: null }),
    once('400', reply(400), { kind: 'server', status: 400, isForeign: true }),
    once('405', reply(405), { kind: 'server', status: 405, isForeign: true }),
    once('407', reply(407), { kind: 'proxy-sign-in' }),
    once('410', reply(410), { kind: 'server', status: 410, isForeign: true }),
    once('418', reply(418), { kind: 'server', status: 418, isForeign: true }),
    once('500', reply(500), { kind: 'server', status: 500 }),
    once('511', reply(511), { kind: 'network-sign-in' }),
    once('headers without measure', faults.largeHeaders, { kind: 'headers-too-large' }),
    ...[301, 302, 303, 307, 308].map((status) =>
      once(`${status} to another port`, redirect(status, `${elsewhere.origin}/v1/ext/user/${id}`), {
        kind: 'refused-redirect',
        to: elsewhere.origin,
      }),
    ),
    once('302 to another host', redirect(302, 'https://elsewhere.example/v1'), {
      kind: 'refused-redirect',
      to: 'https://elsewhere.example',
    }),
    once('a status that is none', reply(999), { kind: 'server', status: 999 }),
    once('odd bytes in a header', reply(410, { 'x-odd': '\xff' }), { kind: 'server', status: 410, isForeign: true }),
  ];
}

/** Tried three times before they are believed. */
export const faultsTriedAgain: readonly ServerFault[] = (
  [
    ['a reset', faults.resetAtStart, { kind: 'offline' }],
    ['a reset in the body', faults.resetInBody, { kind: 'offline' }],
    ['less than announced', faults.truncated, { kind: 'offline' }],
    ['502', reply(502), { kind: 'server', status: 502 }],
    ['503', reply(503), { kind: 'server', status: 503 }],
  ] as const
).map(([does, fault, failure]) => ({ does, fault, failure, requests: 3 }));

/** After these the server is left alone for as long as it asked. */
export const faultsOfHaste: readonly ServerFault[] = [
  {
    does: '429 with seconds',
    fault: reply(429, { 'retry-after': '3600' }),
    failure: { kind: 'rate-limited', retryAfterSeconds: 3600 },
    requests: 1,
  },
  {
    does: '429 with a date',
    // By its own clock, which is not this computer's.
    fault: reply(429, { date: new Date(0).toUTCString(), 'retry-after': new Date(3_600_000).toUTCString() }),
    failure: { kind: 'rate-limited', retryAfterSeconds: 3600 },
    requests: 1,
  },
  {
    does: '429 with nothing',
    fault: reply(429),
    failure: { kind: 'rate-limited', retryAfterSeconds: null },
    requests: 3,
  },
];
