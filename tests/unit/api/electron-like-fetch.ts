/**
 * A fetch built as Electron's `session.fetch` is: a request made with callbacks, its answer turned into a `Response` with
 * `Readable.toWeb`, any redirect not followed a rejection, Chromium's words for errors. What it cannot show is
 * Chromium's network stack itself.
 */
import { request } from 'node:http';
import { Readable } from 'node:stream';

export const electronLikeFetch = (url: string, init: RequestInit): Promise<Response> =>
  new Promise((resolve, reject) => {
    const { signal, headers, redirect = 'follow' } = init;
    const sent = request(url, { method: init.method ?? 'GET', headers: Object.fromEntries(new Headers(headers)) });
    signal?.addEventListener(
      'abort',
      () => {
        reject(signal.reason);
        sent.destroy();
      },
      { once: true },
    );
    sent.on('error', () => reject(new Error('net::ERR_CONNECTION_RESET')));
    sent.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      if (answer.headers.location !== undefined && redirect !== 'follow') {
        reject(
          new Error(
            redirect === 'error' ? "Attempted to redirect, but redirect policy was 'error'" : 'Redirect was cancelled',
          ),
        );
        sent.destroy();
        return;
      }
      const given = new Headers();
      for (const [name, value] of Object.entries(answer.headers))
        if (value !== undefined) given.set(name, String(value));
      const hasBody = ![204, 205, 304].includes(status);
      // Node's own types and the global ones name the same stream twice.
      const body = hasBody ? (Readable.toWeb(answer) as ReadableStream<Uint8Array>) : null;
      resolve(new Response(body, { status, headers: given }));
    });
    sent.end();
  });
