/** What a server can do instead of answering as it should. Each fault is plain data; `commit` acts it out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { sampleElement, sampleText } from './sample-user.ts';

export type Fault =
  /** A whole, right answer. `id`: of somebody else than was asked for. `padBytes`: spaces after it. */
  | { readonly does: 'answer'; readonly id?: string; readonly padBytes?: number; readonly afterMs?: number }
  | {
      readonly does: 'reply';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
      /** The body never comes to its end. */
      readonly isUnfinished?: boolean;
    }
  /** Cuts the connection with a TCP reset, before a byte of the answer or in the middle of its body. */
  | { readonly does: 'reset'; readonly at: 'start' | 'body' }
  /** Says nothing more and keeps the connection. */
  | { readonly does: 'hang'; readonly at: 'start' | 'body' }
  /** Sends half of the headers, then nothing. */
  | { readonly does: 'hang-in-headers' }
  /** One byte at a time, for ever, beginning with a right answer. */
  | { readonly does: 'drip'; readonly everyMs: number }
  /** Closes the connection after half of the body. `announced`: whether its length was; else the end looks regular. */
  | { readonly does: 'truncate'; readonly announced: boolean }
  /** A right answer followed by spaces up to so many decoded bytes. */
  | { readonly does: 'flood'; readonly bytes: number; readonly gzip: boolean }
  /** JSON of one's choice, so many bytes at a time, and then its end, a TCP reset, or nothing more. */
  | {
      readonly does: 'pieces';
      readonly body: string;
      readonly bytes: number;
      readonly everyMs: number;
      readonly last: 'end' | 'reset' | 'hang';
    }
  /** A list of users that goes on up to so many decoded bytes and has no end. */
  | { readonly does: 'flood-list'; readonly bytes: number; readonly gzip: boolean }
  /** Something that is not HTTP. */
  | { readonly does: 'babble' };

const json = { 'content-type': 'application/json' };

export const reply = (status: number, headers: Readonly<Record<string, string>> = {}, body = ''): Fault => ({
  does: 'reply',
  status,
  headers,
  body,
});
export const redirect = (status: number, to: string): Fault => reply(status, { location: to });

/** Faults that need no choice. */
export const faults = {
  none: { does: 'answer' },
  resetAtStart: { does: 'reset', at: 'start' },
  resetInBody: { does: 'reset', at: 'body' },
  hangBeforeHeaders: { does: 'hang', at: 'start' },
  hangInHeaders: { does: 'hang-in-headers' },
  hangInBody: { does: 'hang', at: 'body' },
  truncated: { does: 'truncate', announced: true },
  truncatedSilently: { does: 'truncate', announced: false },
  babble: { does: 'babble' },
  html: reply(
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    '<!doctype html><title>Sign in to the Wi-Fi</title>',
  ),
  htmlNotFound: reply(404, { 'content-type': 'text/html' }, '<html><body>404 Not Found</body></html>'),
  plainText: reply(200, { 'content-type': 'text/plain' }, 'OK'),
  empty: reply(200),
  emptyJson: reply(200, json),
  array: reply(200, json, '[]'),
  scalar: reply(200, json, '"hello"'),
  brokenJson: reply(200, json, '{"_data":'),
  noEnvelope: reply(200, json, '{"message":"hello"}'),
  errorsWithoutData: reply(200, json, '{"_data":null,"_meta":{},"_errors":[{"message":"User is archived"}]}'),
  invalidUtf8: {
    does: 'reply',
    status: 200,
    headers: json,
    body: Buffer.from('{"_data":{"id":"u-1","firstName":"Andr\xe9"}}', 'latin1'),
  },
  /** More than any runtime accepts: Node takes 16 KiB, Chromium 256. */
  largeHeaders: reply(
    200,
    Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`x-large-${nth}`, 'x'.repeat(1000)])),
  ),
  notGzip: reply(200, { ...json, 'content-encoding': 'gzip' }, 'this is not compressed'),
} as const satisfies Record<string, Fault>;

/** Acts the fault out for a request about `id`. Resolves when nothing more is sent; never rejects for a peer that left. */
export async function commit(fault: Fault, id: string, request: IncomingMessage, response: ServerResponse) {
  const whole = sampleText(id);
  const half = whole.slice(0, Math.floor(whole.length / 2));
  switch (fault.does) {
    case 'answer': {
      if (fault.afterMs !== undefined) await sleep(fault.afterMs, undefined, { ref: false });
      response.writeHead(200, json).end(sampleText(fault.id ?? id) + ' '.repeat(fault.padBytes ?? 0));
      return;
    }
    case 'reply':
      response.writeHead(fault.status, { ...fault.headers });
      if (fault.isUnfinished) response.write(fault.body ?? ' ');
      else response.end(fault.body ?? '');
      return;
    case 'reset':
      if (fault.at === 'start') {
        request.socket.resetAndDestroy();
        return;
      }
      response.writeHead(200, { ...json, 'content-length': whole.length });
      // What is still unsent when the reset goes out is lost with it.
      response.write(half, () => setTimeout(() => request.socket.resetAndDestroy(), 20).unref());
      return;
    case 'hang':
      if (fault.at === 'body') response.writeHead(200, json).write(half);
      return;
    case 'hang-in-headers':
      request.socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Slow: ');
      return;
    case 'drip':
      response.writeHead(200, json);
      for (let at = 0; !response.destroyed; at += 1) {
        response.write(whole[at] ?? ' ');
        await sleep(fault.everyMs, undefined, { ref: false });
      }
      return;
    case 'truncate':
      if (fault.announced) {
        response.writeHead(200, { ...json, 'content-length': whole.length });
        response.write(half, () => request.socket.end());
      } else {
        response.writeHead(200, json).end(half);
      }
      return;
    case 'pieces': {
      response.writeHead(200, json);
      const body = Buffer.from(fault.body);
      for (let at = 0; at < body.length && !response.destroyed; at += fault.bytes) {
        response.write(body.subarray(at, at + fault.bytes));
        await sleep(fault.everyMs, undefined, { ref: false });
      }
      if (fault.last === 'end') response.end();
      if (fault.last === 'reset') request.socket.resetAndDestroy();
      return;
    }
    case 'flood':
    case 'flood-list': {
      response.writeHead(200, fault.gzip ? { ...json, 'content-encoding': 'gzip' } : json);
      const bytes = fault.does === 'flood' ? flood(whole, fault.bytes) : floodList(fault.bytes);
      const plain = Readable.from(bytes);
      try {
        await (fault.gzip ? pipeline(plain, createGzip({ level: 9 }), response) : pipeline(plain, response));
      } catch {
        // The client has seen enough: that is what is tested.
      }
      return;
    }
    case 'babble':
      request.socket.end('* OK this is a mail server\r\n');
  }
}

function* flood(start: string, bytes: number): Generator<Buffer> {
  yield Buffer.from(start);
  const spaces = Buffer.alloc(64 * 1024, ' ');
  for (let sent = start.length; sent < bytes; sent += spaces.length) yield spaces;
}

function* floodList(bytes: number): Generator<Buffer> {
  yield Buffer.from('{"_data":[');
  const users = Buffer.from(Array.from({ length: 100 }, (_, index) => `${sampleElement(`u-${index}`)},`).join(''));
  for (let sent = 0; sent < bytes; sent += users.length) yield users;
}
