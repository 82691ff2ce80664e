/**
 * Carries the app's requests over Electron's `net.request`. A session's `fetch` would make each answer a `Response`, which
 * throws uncaught in main for odd headers and statuses: see docs/decisions/transport.md.
 */
import type { Readable } from 'node:stream';
import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron';
import type { Fetch, HttpBody, HttpResponse } from '../api/request.ts';

export type NetFetchNeeds = {
  /** `net.request`. */
  readonly request: (options: ClientRequestConstructorOptions) => ClientRequest;
  readonly session: Session;
};

export function createNetFetch({ request, session }: NetFetchNeeds): Fetch {
  return (url, { signal, ...init }) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) throw signal.reason;
      const sent = request({ ...init, url, session });
      const abort = () => {
        reject(signal.reason);
        sent.abort();
      };
      signal.addEventListener('abort', abort, { once: true });
      // Also told after the answer: the reader of the body hears of it there.
      sent.on('error', reject);
      sent.on('redirect', (status, _method, to) => {
        resolve({ status, headers: { get: (name) => (name === 'location' ? to : null) }, body: null });
        sent.abort();
      });
      sent.on('response', (message) => {
        // After sleep, a request that was cut can end so.
        if (message.statusCode < 100) {
          reject(new Error('net::ERR_EMPTY_RESPONSE'));
          sent.abort();
        } else resolve(responseOf(message));
      });
      sent.end();
    });
}

function responseOf(message: IncomingMessage): HttpResponse {
  const { statusCode: status, headers, httpVersionMajor } = message;
  return {
    status,
    headers: {
      get: (name) => {
        const value = headers[name];
        return Array.isArray(value) ? value.join(', ') : (value ?? null);
      },
    },
    body: bodyOf(message),
    httpVersionMajor,
  };
}

function bodyOf(message: IncomingMessage): HttpBody {
  // So it is, says Electron's own source; its typings know only the events.
  const stream = message as unknown as Readable;
  // A body that nobody reads any more may still break.
  stream.on('error', () => undefined);
  const pieces: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  return {
    getReader: () => ({
      read: async () => {
        const { done, value } = await pieces.next();
        return done ? { done: true } : { done: false, value };
      },
    }),
  };
}
