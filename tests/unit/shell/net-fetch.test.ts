/** What goes into `net.request`, and what comes of each of its events. */
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { createNetFetch } from '../../../electron/shell/net-fetch.ts';

const session = { name: 'the session' };

function setUp() {
  const done: unknown[] = [];
  const sent = Object.assign(new EventEmitter(), {
    end: () => void done.push('end'),
    abort: () => void done.push('abort'),
  });
  const controller = new AbortController();
  const fetch = createNetFetch({
    request: (options) => {
      done.push(options);
      return sent as never;
    },
    session: session as never,
  });
  const ask = () =>
    fetch('https://api.example.com/x', { method: 'GET', redirect: 'manual', signal: controller.signal } as never);
  return { done, sent, controller, ask };
}
const answer = (pieces: Iterable<unknown>, head: object = {}) =>
  Object.assign(Readable.from(pieces), { statusCode: 200, headers: {}, httpVersionMajor: 1, ...head });

it('sends what it is given in the session that it is given, without the signal', () => {
  const { done, ask } = setUp();
  void ask();
  expect(done).toEqual([{ method: 'GET', redirect: 'manual', url: 'https://api.example.com/x', session }, 'end']);
});

it('sends nothing that is not wanted any more', async () => {
  const { done, controller, ask } = setUp();
  controller.abort(new Error('left'));
  await expect(ask()).rejects.toThrow('left');
  expect(done).toEqual([]);
});

it('rejects and ends the request as soon as it is not wanted any more', async () => {
  const { done, controller, ask } = setUp();
  const asked = ask();
  controller.abort(new Error('left'));
  await expect(asked).rejects.toThrow('left');
  expect(done.slice(1)).toEqual(['end', 'abort']);
});

it('rejects with the request’s own error', async () => {
  const { sent, ask } = setUp();
  const asked = ask();
  sent.emit('error', new Error('net::ERR_CONNECTION_RESET'));
  await expect(asked).rejects.toThrow('net::ERR_CONNECTION_RESET');
});

it('gives a redirect with its target, and follows none', async () => {
  const { done, sent, ask } = setUp();
  const asked = ask();
  sent.emit('redirect', 302, 'GET', 'https://elsewhere.example/', {});
  const { status, headers, body } = await asked;
  expect([status, headers.get('location'), headers.get('retry-after'), body]).toEqual([
    302,
    'https://elsewhere.example/',
    null,
    null,
  ]);
  expect(done.slice(1)).toEqual(['end', 'abort']);
});

it.each([0, 99])('takes no answer of the status %d for one', async (statusCode) => {
  const { done, sent, ask } = setUp();
  const asked = ask();
  sent.emit('response', answer([], { statusCode }));
  await expect(asked).rejects.toThrow('net::ERR_EMPTY_RESPONSE');
  expect(done.slice(1)).toEqual(['end', 'abort']);
});

it('gives status, version, headers and the body piece by piece', async () => {
  const { sent, ask } = setUp();
  const asked = ask();
  const headers = { 'content-type': 'text/plain', vary: ['a', 'b'] };
  sent.emit(
    'response',
    answer([Buffer.from('a'), Buffer.from('b')], { statusCode: 999, headers, httpVersionMajor: 2 }),
  );
  const response = await asked;
  expect([response.status, response.httpVersionMajor]).toEqual([999, 2]);
  expect(['content-type', 'vary', 'nothing'].map((name) => response.headers.get(name))).toEqual([
    'text/plain',
    'a, b',
    null,
  ]);
  const reader = response.body?.getReader();
  expect(await reader?.read()).toEqual({ done: false, value: Buffer.from('a') });
  expect(await reader?.read()).toEqual({ done: false, value: Buffer.from('b') });
  expect(await reader?.read()).toEqual({ done: true });
});

it('a body that breaks tells its reader, and throws nothing where there is none', async () => {
  const { sent, ask } = setUp();
  const asked = ask();
  const message = answer([]);
  sent.emit('response', message);
  const response = await asked;
  message.destroy(new Error('net::ERR_CONNECTION_RESET'));
  await new Promise((resolve) => setImmediate(resolve));
  await expect(response.body?.getReader().read()).rejects.toThrow('net::ERR_CONNECTION_RESET');
});
