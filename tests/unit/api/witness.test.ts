/** Whose a "no" is: in the API's form it is the API's; any other counts where somebody who is known is still given. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import { systemClock } from '../../../electron/clock.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, faults, reply } from '../../fault-server/faults.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { createFakeClock } from '../fake-clock.ts';
import { apiOf, idOf } from './api-under-test.ts';

const json = { 'content-type': 'application/json' };
const page = { 'content-type': 'text/html' };
const gone = idOf('gone-1');
const ids = (...some: readonly string[]) => some.map(idOf);
const notFound: Failure = { kind: 'not-found', id: gone };
const envelope = (detail: string): Failure => ({ kind: 'bad-reply', where: 'envelope', detail });
const elsewhere = (status: number, contentType = ''): Failure => ({ kind: 'not-the-api', contentType, status });

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.forget());
afterAll(() => server.close());

const asked = () => server.requests.map(({ target }) => target.slice(target.lastIndexOf('/') + 1));
const ask = async (known: readonly string[]) => {
  const outcome = await apiOf(server.origin, { known: () => ids(...known) }).fetchUser(gone);
  if (outcome.ok) throw new Error('somebody was given');
  return outcome.failure;
};

describe('a refusal', () => {
  test.each<readonly [string, Fault, Failure]>([
    ['404 with data and errors', reply(404, json, '{"_data":null,"_meta":{},"_errors":[]}'), notFound],
    ['404 with errors alone', reply(404, json, '{"_errors":[{"message":"gone"}]}'), notFound],
    ['404 with data alone, called a page', reply(404, page, '\uFEFF {"_data":{}}'), notFound],
    ['403 with errors', reply(403, json, '{"_data":null,"_errors":[{}]}'), { kind: 'forbidden' }],
  ])('in the form of the API counts: %s', async (_what, fault, failure) => {
    server.answer(gone, fault);
    expect(await ask(['ada-1'])).toStrictEqual(failure);
    expect(asked()).toStrictEqual(['gone-1']);
  });

  const foreign: readonly (readonly [string, Fault, number, string])[] = [
    ['404 with nothing', reply(404), 404, ''],
    ['404 with nothing that is called JSON', reply(404, json), 404, 'application/json'],
    ['404 with another JSON', reply(404, json, '{"message":"Not Found","statusCode":404}'), 404, 'application/json'],
    ['404 with a list', reply(404, json, '[{"_data":null}]'), 404, 'application/json'],
    ['404 with a word', reply(404, json, '"_data"'), 404, 'application/json'],
    ['404 with half of the form', reply(404, json, '{"_data":null,'), 404, 'application/json'],
    ['404 with an inherited name', reply(404, json, '{"__proto__":{"_data":1}}'), 404, 'application/json'],
    ['404 with a page', faults.htmlNotFound, 404, 'text/html'],
    ['404 with a page without end', reply(404, page, 'x'.repeat(100_000)), 404, 'text/html'],
    ['403 with a block page', reply(403, page, '<h1>Blocked</h1>'), 403, 'text/html'],
    ['403 with nothing', reply(403), 403, ''],
    ['403 with another JSON', reply(403, json, '{"error":"access denied"}'), 403, 'application/json'],
  ];

  test.each(foreign)('%s counts where somebody who is known is given', async (_what, fault, status) => {
    server.answer(gone, fault);
    expect(await ask(['ada-1'])).toStrictEqual(status === 404 ? notFound : { kind: 'forbidden' });
    expect(asked()).toStrictEqual(['gone-1', 'ada-1', 'gone-1']);
  });

  test.each<readonly [string, Fault, Failure | null]>([
    ['and then they are given', faults.none, null],
    ['and then the API says so itself', reply(404, json, '{"_errors":[]}'), notFound],
    ['and then another one', reply(403), elsewhere(403)],
    ['and then the server fails', reply(500), { kind: 'server', status: 500 }],
    ['and then the token is refused', reply(401), { kind: 'unauthorized' }],
  ])('counts only if it stands after the witness: 404 with nothing, %s', async (_what, second, failure) => {
    server.answer(gone, reply(404), second);
    const outcome = await apiOf(server.origin, { known: () => ids('ada-1') }).fetchUser(gone);
    expect(outcome.ok ? null : outcome.failure).toStrictEqual(failure);
    expect(asked()).toStrictEqual(['gone-1', 'ada-1', 'gone-1']);
  });

  test('counts only after four witnesses for ten minutes after one was contradicted', async () => {
    let later = 0;
    const clock = { ...systemClock, monotonic: () => systemClock.monotonic() + later };
    const api = apiOf(server.origin, { clock, known: () => ids('ada-1') });
    const no = reply(404);
    server.answer(gone, no, faults.none);
    expect(await api.fetchUser(gone)).toMatchObject({ ok: true });
    server.forget();
    server.answer('gone-2', no, no, no, no, faults.none);
    server.answer('gone-3', no);
    expect(await api.fetchUser(idOf('gone-2'))).toMatchObject({ ok: true });
    expect(await api.fetchUser(idOf('gone-3'))).toMatchObject({ failure: { kind: 'not-found' } });
    expect(asked().filter((id) => id === 'gone-3')).toHaveLength(5);
    later = 600_001;
    server.forget();
    server.answer('gone-3', no);
    expect(await api.fetchUser(idOf('gone-3'))).toMatchObject({ failure: { kind: 'not-found' } });
    expect(asked().filter((id) => id === 'gone-3')).toHaveLength(2);
  });

  const formless: readonly (readonly [string, Fault, Failure])[] = [
    ['200 with another JSON', faults.noEnvelope, { kind: 'bad-reply', where: 'envelope', detail: 'no _data' }],
    ['200 with a list', reply(200, json, '[{"id":"gone-1"}]'), envelope('[{"id":"gone-1"}]')],
    [
      '200 with nothing that is called JSON',
      reply(200, json),
      { kind: 'bad-reply', where: 'json', detail: 'empty body' },
    ],
    [
      '200 with a page that is called JSON',
      reply(200, json, '<h1>Sign in</h1>'),
      { kind: 'bad-reply', where: 'json', detail: 'not JSON' },
    ],
    ['201 with JSON that is called a page', reply(201, page, '{"login":true}'), envelope('no _data')],
    ...[300, 400, 402, 405, 410, 418, 422, 431, 451, 499].map(
      (status) => [`${status} with a page`, reply(status, page, '<h1>No</h1>'), { kind: 'server', status }] as const,
    ),
  ];

  test.each(formless)('%s is about one person where somebody who is known is given', async (_what, fault, failure) => {
    server.answer(gone, fault);
    const api = apiOf(server.origin, { known: () => ids('ada-1') });
    expect(await api.fetchUser(gone)).toStrictEqual({ ok: false, failure });
    expect(asked()).toStrictEqual(['gone-1', 'ada-1', 'gone-1']);
    expect(api.circuit.state()).toStrictEqual({ state: 'closed' });
  });

  test.each(formless)('%s is a stranger’s where it is said of everybody', async (_what, fault, failure) => {
    server.answerAll(fault);
    const api = apiOf(server.origin, { known: () => ids('ada-1') });
    const outcome = await api.fetchUser(gone);
    const ofStranger =
      failure.kind === 'server' ? { ...failure, isForeign: true } : { kind: 'not-the-api', status: expect.any(Number) };
    expect(outcome).toMatchObject({ ok: false, failure: ofStranger });
    expect(asked()).toStrictEqual(['gone-1', 'ada-1']);
    expect(api.circuit.state()).toMatchObject({ state: 'open', why: ofStranger });
  });

  test.each([400, 410, 422])('%i in the form of the API is about one person', async (status) => {
    server.answer(gone, reply(status, json, '{"_errors":[{}]}'));
    expect(await ask(['ada-1'])).toStrictEqual({ kind: 'server', status });
    expect(asked()).toStrictEqual(['gone-1']);
  });

  test.each(foreign)('%s is a stranger’s where nobody is', async (_what, fault, status, contentType) => {
    server.answerAll(fault);
    expect(await ask(['ada-1'])).toStrictEqual(elsewhere(status, contentType));
    expect(asked()).toStrictEqual(['gone-1', 'ada-1']);
  });

  test.each(foreign)('%s is a stranger’s where nobody is known', async (_what, fault, status, contentType) => {
    server.answer(gone, fault);
    expect(await ask([])).toStrictEqual(elsewhere(status, contentType));
    expect(asked()).toStrictEqual(['gone-1']);
  });
});

describe('a 401', () => {
  test.each([
    ['in the form of the API', reply(401, json, '{"_data":null,"_errors":[]}')],
    ['of a gateway', reply(401, page, '<h1>401</h1>')],
    ['without a body', reply(401)],
  ])('%s is of one person where others are given with the token, and else of the token', async (_what, fault) => {
    server.answer(gone, fault);
    expect(await ask(['ada-1'])).toStrictEqual({ kind: 'unauthorized', isOfOne: true });
    expect(asked()).toStrictEqual(['gone-1', 'ada-1', 'gone-1']);
    expect(await ask([])).toStrictEqual({ kind: 'unauthorized' });
    server.answer('ada-1', reply(404));
    expect(await ask(['ada-1'])).toStrictEqual({ kind: 'unauthorized' });
    server.answer('ada-1', fault);
    expect(await ask(['ada-1'])).toStrictEqual({ kind: 'unauthorized' });
  });
});

describe('a witness', () => {
  test.each<readonly [string, Fault, Failure]>([
    ['of another form', reply(200, json, '{"message":"welcome"}'), elsewhere(404)],
    ['that is a list', reply(200, json, '[]'), elsewhere(404)],
    ['that is a page', faults.html, { kind: 'not-the-api', contentType: 'text/html' }],
    ['401', reply(401), { kind: 'unauthorized' }],
    ['500', reply(500), { kind: 'server', status: 500 }],
    ['429 for an hour', reply(429, { 'retry-after': '3600' }), { kind: 'rate-limited', retryAfterSeconds: 3600 }],
    ['that never comes', faults.resetAtStart, { kind: 'offline' }],
    ['407', reply(407), { kind: 'proxy-sign-in' }],
  ])('who is answered with something %s bears nothing out', async (_what, fault, failure) => {
    server.answer(gone, reply(404));
    server.answer('ada-1', fault);
    expect(await ask(['ada-1'])).toStrictEqual(failure);
  });

  test('a witness who is gone is followed by the next, up to three', async () => {
    const api = reply(404, json, '{"_errors":[]}');
    server.answer(gone, reply(404));
    server.answer('ada-1', reply(404));
    server.answer('ben-2', api);
    expect(await ask(['ada-1', 'ben-2', 'cleo-3', 'dan-4'])).toStrictEqual(notFound);
    expect(asked()).toStrictEqual(['gone-1', 'ada-1', 'ben-2', 'cleo-3', 'gone-1']);
    server.answer('cleo-3', api);
    expect(await ask(['ada-1', 'ben-2', 'cleo-3', 'dan-4'])).toStrictEqual(elsewhere(404));
    expect(asked().slice(5)).toStrictEqual(['gone-1', 'ada-1', 'ben-2', 'cleo-3']);
  });

  test('a witness that the server breaks on is followed by the next', async () => {
    server.answer(gone, reply(404));
    server.answer('ada-1', reply(500));
    expect(await ask(['ada-1', 'ben-2'])).toStrictEqual(notFound);
    server.answer('ben-2', reply(404));
    expect(await ask(['ada-1', 'ben-2'])).toStrictEqual({ kind: 'server', status: 500 });
  });

  test('is never the one who was asked for', async () => {
    server.answer(gone, reply(404));
    expect(await ask(['gone-1', 'ada-1'])).toStrictEqual(notFound);
    expect(asked()).toStrictEqual(['gone-1', 'ada-1', 'gone-1']);
    expect(await ask(['gone-1'])).toStrictEqual(elsewhere(404));
    expect(await ask(['GONE-1'])).toStrictEqual(elsewhere(404));
  });

  test('is somebody given in this run, where nobody is stored', async () => {
    const api = apiOf(server.origin);
    expect(await api.fetchUser(idOf('ada-1'))).toMatchObject({ ok: true });
    server.answer(gone, reply(404));
    expect(await api.fetchUser(gone)).toStrictEqual({ ok: false, failure: notFound });
    server.answer('ada-1', reply(404));
    expect(await api.fetchUser(idOf('ada-1'))).toMatchObject({ failure: { kind: 'not-the-api' } });
  });

  test('is not asked for about a list or a configuration, which not every server offers', async () => {
    const api = apiOf(server.origin, { known: () => ids('ada-1') });
    for (const [fault, kind] of [
      [reply(404), 'not-found'],
      [faults.htmlNotFound, 'not-found'],
      [reply(403, page, '<h1>Blocked</h1>'), 'forbidden'],
    ] as const) {
      server.answer('/v1/ext/users', fault);
      server.answer('/v1/ext/config', fault);
      expect(await api.fetchUsers({ onBatch: () => undefined })).toMatchObject({ failure: { kind } });
      expect(await api.fetchConfig()).toMatchObject({ failure: { kind } });
    }
    expect(asked()).not.toContain('ada-1');
  });

  test('is asked with GET, the token, and nothing else', async () => {
    server.answer(gone, reply(404));
    await ask(['ada-1']);
    expect(server.requests[1]).toMatchObject({ method: 'GET', target: '/v1/ext/user/ada-1', bodyBytes: 0 });
    expect(server.requests[1]?.headers).toEqual({ ...server.requests[0]?.headers });
  });
});

describe('many refusals at once', () => {
  /** A network that answers at once, on a clock that stands still. Everybody but `there` is answered with `no`. */
  const setUp = (there: ReadonlySet<string>, no = () => new Response(null, { status: 404 })) => {
    const clock = createFakeClock();
    const sent: { readonly id: string; readonly at: number }[] = [];
    const hung: string[] = [];
    const fetch = async (url: string, init?: RequestInit) => {
      const id = url.slice(url.lastIndexOf('/') + 1);
      sent.push({ id, at: clock.monotonic() });
      if (hung.includes(id)) {
        return new Promise<Response>((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error())));
      }
      await clock.sleep(10);
      return there.has(id) ? new Response(sampleText(id)) : no();
    };
    const pace = createPace({ clock });
    const api = apiOf('https://api.example.com', { fetch, clock, pace, known: () => ids('ada-1') });
    const times = (id: string) => sent.filter((one) => one.id === id).length;
    return { clock, sent, hung, api, pace, times };
  };
  const many = (count: number) => Array.from({ length: count }, (_, nth) => idOf(`gone-${nth}`));

  test('of an API that says no without a word cost a witness a second, and all count', async () => {
    const { clock, api, times } = setUp(new Set(['ada-1']));
    const answers = Promise.all(many(30).map((id) => api.fetchUserBytes(id, { priority: 'later' })));
    await clock.pass(10_000);
    const kinds = (await answers).map((one) => !one.ok && one.failure.kind);
    expect(kinds).toStrictEqual(Array.from({ length: 30 }, () => 'not-found'));
    expect(times('ada-1')).toBeLessThanOrEqual(3);
    expect(api.circuit.state()).toStrictEqual({ state: 'closed' });
  });

  test('of a stranger cost one, none counts, and the server is left alone', async () => {
    const { clock, api, times } = setUp(new Set());
    const answers = Promise.all(many(30).map((id) => api.fetchUserBytes(id)));
    await clock.pass(900);
    const kinds = (await answers).map((one) => !one.ok && one.failure.kind);
    expect(kinds).toStrictEqual(Array.from({ length: 30 }, () => 'not-the-api'));
    expect(times('ada-1')).toBe(1);
    expect(api.circuit.state()).toMatchObject({ state: 'open', why: { kind: 'not-the-api', status: 404 } });
  });

  test('no witness of a moment ago is believed: a stranger may have come since', async () => {
    const there = new Set(['ada-1']);
    const { clock, api } = setUp(there);
    const first = api.fetchUserBytes(idOf('gone-0'), { priority: 'later' });
    await clock.pass(100);
    expect(await first).toMatchObject({ failure: { kind: 'not-found' } });
    there.clear();
    const second = api.fetchUserBytes(idOf('gone-1'), { priority: 'later' });
    await clock.pass(2_000);
    expect(await second).toMatchObject({ failure: { kind: 'not-the-api' } });
  });

  test('a stranger who leaves before the witness is asked for is not believed either', async () => {
    const there = new Set(['ada-1']);
    const { clock, api } = setUp(there);
    const background = (id: string) => api.fetchUserBytes(idOf(id), { priority: 'later' });
    const first = background('gone-0');
    await clock.pass(100);
    await first;
    const asked = background('ben-2');
    await clock.pass(500);
    there.add('ben-2');
    await clock.pass(2_000);
    expect(await asked).toMatchObject({ ok: true });
  });

  test('a person who waits has the witness asked for at once', async () => {
    const { clock, api } = setUp(new Set(['ada-1']));
    const background = (id: string) => api.fetchUserBytes(idOf(id), { priority: 'later' });
    const first = background('gone-0');
    await clock.pass(50);
    await first;
    const second = background('gone-1');
    await clock.pass(50);
    let isAnswered = false;
    void second.then(() => {
      isAnswered = true;
    });
    await clock.pass(100);
    expect(isAnswered).toBe(false);
    const person = api.fetchUserBytes(idOf('gone-1'));
    await clock.pass(40);
    expect(await person).toMatchObject({ failure: { kind: 'not-found' } });
    expect(isAnswered).toBe(true);
  });

  test('a witness takes its place in the pace, also where those who wait for it had taken all', async () => {
    const { clock, api, pace } = setUp(new Set(['ada-1']));
    const answers = Promise.all(many(200).map((id) => api.fetchUserBytes(id)));
    await clock.pass(30_000);
    expect((await answers).every((one) => !one.ok && one.failure.kind === 'not-found')).toBe(true);
    expect(pace.state()).toMatchObject({ active: 0, waiting: 0 });
  });

  test('a caller that gives up leaves nobody waiting, and a witness nobody waits for is given up', async () => {
    const { clock, api, hung, pace } = setUp(new Set(['ada-1']));
    hung.push('ada-1');
    const leaving = new AbortController();
    const one = api.fetchUserBytes(idOf('gone-0'), { signal: leaving.signal });
    await clock.pass(20);
    expect(pace.state().active).toBe(1);
    leaving.abort();
    await clock.pass(0);
    expect(await one).toStrictEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(pace.state()).toMatchObject({ active: 0, waiting: 0 });
    hung.length = 0;
    const next = api.fetchUserBytes(idOf('gone-1'));
    await clock.pass(40);
    expect(await next).toMatchObject({ failure: { kind: 'not-found' } });
    expect(api.circuit.state()).toStrictEqual({ state: 'closed' });
  });

  test('a caller that comes at the moment another gives up is not given up with it', async () => {
    const { clock, api } = setUp(new Set(['ada-1']));
    const background = (id: string, signal?: AbortSignal) =>
      api.fetchUserBytes(idOf(id), { priority: 'later', ...(signal && { signal }) });
    const before = background('gone-0');
    await clock.pass(40);
    await before;
    const leaving = new AbortController();
    const one = background('gone-1', leaving.signal);
    await clock.pass(15);
    const other = background('gone-2');
    await clock.pass(5);
    leaving.abort();
    await clock.pass(3_000);
    expect(await one).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(await other).toMatchObject({ failure: { kind: 'not-found' } });
  });

  test('a server that was left alone is there again where a witness is given', async () => {
    const there = new Set<string>();
    const { clock, api } = setUp(there);
    const first = api.fetchUserBytes(idOf('gone-0'));
    await clock.pass(100);
    await first;
    expect(api.circuit.state()).toMatchObject({ state: 'open' });
    there.add('ada-1');
    await clock.pass(5_000);
    const looking = api.fetchUserBytes(idOf('gone-0'), { priority: 'later' });
    await clock.pass(2_000);
    expect(await looking).toMatchObject({ failure: { kind: 'not-found' } });
    expect(api.circuit.state()).toStrictEqual({ state: 'closed' });
  });
});
