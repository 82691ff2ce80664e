/**
 * Electron's `fetch` of a session, built over `net.request` in the same way: a request with callbacks, whose answer is made a
 * `Response` by `Readable.toWeb`. What cannot be made one (a header with a character over U+00FF, a status outside 200-599)
 * throws where nobody can catch it, and the fetch never settles (electron#42244).
 */
import { Readable } from 'node:stream';
import type { HostIncomingMessage, HostRequest } from './net-request.ts';

type Handler = (request: Request) => Response | Promise<Response>;

export type HostFetchNeeds = {
  /** What answers a scheme within this process, or null. */
  readonly handlerOf: (scheme: string) => Handler | null;
  readonly request: (options: {
    readonly method: string;
    readonly url: string;
    readonly redirect: RequestRedirect;
    readonly headers: Record<string, string>;
  }) => HostRequest;
};

const bodyless = [101, 204, 205, 304];

export function createHostFetch({ handlerOf, request: send }: HostFetchNeeds): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const handler = handlerOf(new URL(request.url).protocol.slice(0, -1));
    if (handler !== null) return handler(request);
    const { signal, method, url, redirect } = request;
    if (signal.aborted) throw signal.reason;
    return new Promise<Response>((resolve, reject) => {
      const sent = send({ method, url, redirect, headers: Object.fromEntries(request.headers) });
      let isAborted = false;
      const abort = () => {
        isAborted = true;
        reject(signal.reason);
        sent.abort();
      };
      signal.addEventListener('abort', abort, { once: true });
      sent.on('response', (response: HostIncomingMessage) => {
        if (isAborted) return;
        const headers = new Headers();
        for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value));
        const { statusCode: status, statusMessage: statusText } = response;
        const isEmpty = bodyless.includes(status) || method === 'HEAD';
        const body = isEmpty ? null : (Readable.toWeb(response) as ReadableStream<Uint8Array<ArrayBuffer>>);
        resolve(new Response(body, { status, statusText, headers }));
      });
      sent.on('error', reject);
      sent.end(request.body === null ? undefined : request.body);
    });
  };
}
