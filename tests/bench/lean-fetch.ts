/**
 * The cheapest way of a kept library to a server, in the shape of `fetch`: undici, of which Node's own `fetch` is made, but
 * without what `fetch` adds. In the app Chromium carries the requests, in another process; Node's `fetch` costs more
 * processor time than all that Rolodesk does with an answer, and would hide it.
 */
import { type Dispatcher, Pool } from 'undici';

export function createLeanFetch(connections: number): (url: string, init: RequestInit) => Promise<Response> {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    const pool = pools.get(origin) ?? new Pool(origin, { connections });
    pools.set(origin, pool);
    return pool;
  };
  return (url, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const pathAt = url.indexOf('/', 'https://'.length);
      const body = createBody();
      let controller: Dispatcher.DispatchController | null = null;
      const abort = () => controller?.abort(new Error('aborted'));
      const end = () => signal?.removeEventListener('abort', abort);
      signal?.addEventListener('abort', abort, { once: true });
      const asked = { path: url.slice(pathAt), method: 'GET', headers: headers as Record<string, string> } as const;
      poolOf(url.slice(0, pathAt)).dispatch(asked, {
        onRequestStart: (started) => {
          controller = started;
          if (signal?.aborted) abort();
        },
        onResponseStart: (_, status, received) => resolve(responseOf(status, received, body.read)),
        onResponseData: (sending, chunk) => body.add(chunk, sending),
        onResponseEnd: () => {
          end();
          body.end(null);
        },
        onResponseError: (_, error) => {
          end();
          reject(error);
          body.end(error);
        },
      });
    });
}

type Read = { readonly done: boolean; readonly value: Uint8Array | undefined };

/** As far as `fetch` lets a server run ahead of who reads, too: some 64 kilobytes a piece. */
const mostChunks = 4;

function createBody() {
  const chunks: Uint8Array[] = [];
  let paused: Dispatcher.DispatchController | null = null;
  let isOver = false;
  let failure: Error | null = null;
  let wake: () => void = () => undefined;
  return {
    add: (chunk: Uint8Array, sending: Dispatcher.DispatchController) => {
      chunks.push(chunk);
      if (chunks.length >= mostChunks) {
        sending.pause();
        paused = sending;
      }
      wake();
    },
    end: (error: Error | null) => {
      isOver = true;
      failure = error;
      wake();
    },
    read: async (): Promise<Read> => {
      for (;;) {
        const value = chunks.shift();
        if (chunks.length === 0 && paused !== null) {
          const sending = paused;
          paused = null;
          sending.resume();
        }
        if (value !== undefined) return { done: false, value };
        if (failure !== null) throw failure;
        if (isOver) return { done: true, value: undefined };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** Only what the API client looks at. */
function responseOf(
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  read: () => Promise<Read>,
): Response {
  const response = {
    status,
    ok: status >= 200 && status < 300,
    type: 'basic',
    headers: {
      get: (name: string) => {
        const value = headers[name.toLowerCase()];
        return Array.isArray(value) ? value.join(', ') : (value ?? null);
      },
    },
    body: { getReader: () => ({ read }) },
  };
  return response as unknown as Response;
}
