/** A user's answer as bytes: the same request, the same rules, left to be read by whoever has the time. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../../electron/api/api-client.ts';
import { readUserBytes } from '../../../electron/reading/user-reply.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, faults, reply } from '../../fault-server/faults.ts';
import { sampleText } from '../../fault-server/sample-user.ts';
import { apiOf, idOf, token } from '../api/api-under-test.ts';

const id = idOf('9763caa1-cef3-497f-b3b2-f551456b2831');
const json = { 'content-type': 'application/json' };
let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
beforeEach(() => server.forget());
afterAll(() => server.close());

async function bytesFrom(api: ApiClient) {
  const outcome = await api.fetchUserBytes(id);
  if (!outcome.ok) throw new Error('not answered');
  return outcome.value;
}

test.each<readonly [string, Fault]>([
  ['at once', faults.none],
  ['with a content type', reply(200, { 'content-type': 'Application/JSON; charset=utf-8' }, sampleText(id))],
  ['in many pieces', { does: 'pieces', body: sampleText(id), bytes: 7, everyMs: 0, last: 'end' }],
  ['with a long tail', { does: 'answer', padBytes: 300_000 }],
])(
  'what comes %s is given as it is, in a buffer of its own, and is read as fetchUser reads it',
  async (_how, fault) => {
    server.answer(id, fault);
    const api = apiOf(server.origin);
    const answer = await bytesFrom(api);
    expect(answer).toMatchObject({ id, url: `${server.origin}/v1/ext/user/${id}`, contentType: 'application/json' });
    expect(Buffer.from(answer.bytes).toString().trimEnd()).toBe(sampleText(id));
    expect([answer.bytes.byteOffset, answer.bytes.buffer.byteLength]).toStrictEqual([0, answer.bytes.byteLength]);
    const reading = await api.fetchUser(id);
    if (!reading.ok) throw new Error('not answered');
    expect(readUserBytes({ ...answer, receivedAt: reading.value.receivedAt })).toStrictEqual(reading);
  },
);

describe('asked for by several at once', () => {
  test('it is one request, and each has bytes that no other can take away', async () => {
    server.answer(id, { does: 'answer', afterMs: 30 });
    const api = apiOf(server.origin);
    const lengths = await Promise.all(
      [0, 1, 2].map(async () => {
        const { bytes } = await bytesFrom(api);
        // As postMessage would: what was transferred is gone for whoever shares it.
        return structuredClone(bytes, { transfer: [bytes.buffer] }).byteLength;
      }),
    );
    expect(lengths).toStrictEqual(Array(3).fill(sampleText(id).length));
    expect(server.requests).toHaveLength(1);
  });

  test('a person joins what was asked for as bytes, and is given the user though the bytes are gone', async () => {
    server.answer(id, { does: 'answer', afterMs: 30 });
    const api = apiOf(server.origin);
    const taking = api.fetchUserBytes(id, { priority: 'later' }).then((outcome) => {
      if (outcome.ok) structuredClone(outcome.value.bytes, { transfer: [outcome.value.bytes.buffer] });
      return outcome.ok;
    });
    const reading = api.fetchUser(id);
    expect(await taking).toBe(true);
    expect(await reading).toMatchObject({ ok: true, value: { user: { id, name: 'Asha Rao' }, text: sampleText(id) } });
    expect(server.requests).toHaveLength(1);
  });

  test('whoever stays is given them after the one who asked first has left', async () => {
    server.answer(id, { does: 'answer', afterMs: 30 });
    const api = apiOf(server.origin);
    const leaver = new AbortController();
    const leaving = api.fetchUserBytes(id, { signal: leaver.signal });
    const staying = bytesFrom(api);
    await server.seen(1);
    leaver.abort();
    expect(await leaving).toStrictEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect((await staying).bytes.byteLength).toBe(sampleText(id).length);
  });
});

test.each<readonly [string, Fault, object]>([
  ['a page', faults.html, { kind: 'not-the-api', contentType: 'text/html' }],
  ['words', faults.plainText, { kind: 'not-the-api', contentType: 'text/plain' }],
  ['nothing', faults.empty, { kind: 'not-the-api', contentType: '' }],
  ['404', reply(404, {}, '{"_data":null}'), { kind: 'not-found', id }],
  ['too much', { does: 'flood', bytes: 2_000_000, gzip: true }, { kind: 'too-large', limitBytes: 1_048_576 }],
  [
    'the token',
    reply(200, json, sampleText(id).replace('"bio":""', `"bio":"${token}"`)),
    { kind: 'bad-reply', where: 'token', detail: '' },
  ],
  // Nobody is known who could be asked for instead.
  [
    'somebody else',
    { does: 'answer', id: 'u-2' },
    { kind: 'bad-reply', where: 'another-id', detail: 'u-2', isForeign: true },
  ],
])('%s is no answer, without being read', async (_what, fault, failure) => {
  server.answer(id, fault);
  expect(await apiOf(server.origin).fetchUserBytes(id)).toStrictEqual({ ok: false, failure });
});

test.each<readonly [string, Fault, object]>([
  ['no JSON', faults.brokenJson, { kind: 'bad-reply', where: 'json', detail: 'not JSON' }],
  ['Latin-1', faults.invalidUtf8, { kind: 'bad-reply', where: 'encoding', detail: 'not UTF-8' }],
  ['errors alone', faults.errorsWithoutData, { kind: 'bad-reply', where: 'errors', detail: 'User is archived' }],
])('%s shows when it is read', async (_what, fault, failure) => {
  server.answer(id, fault);
  expect(readUserBytes(await bytesFrom(apiOf(server.origin)))).toStrictEqual({ ok: false, failure });
});
