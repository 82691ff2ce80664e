/**
 * Node's cheapest way to a server, in the shape of `fetch`. In the app Chromium carries the requests, in another process;
 * Node's own `fetch` costs more processor time than all that Rolodesk does with an answer, and would hide it.
 */
import { Agent, type IncomingMessage, request } from 'node:http';

export function createLeanFetch(connections: number): (url: string, init: RequestInit) => Promise<Response> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return (url, { headers, signal }) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { agent, headers: headers as Record<string, string> }, (message) =>
        resolve(responseOf(message)),
      );
      const abort = () => sent.destroy(new Error('aborted'));
      signal?.addEventListener('abort', abort, { once: true });
      sent.once('error', reject);
      sent.once('close', () => signal?.removeEventListener('abort', abort));
      sent.end();
    });
}

/** Only what the API client looks at. */
function responseOf(message: IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  const chunks: Uint8Array[] = [];
  let isOver = false;
  let failure: Error | null = null;
  let wake: () => void = () => undefined;
  const tell = () => wake();
  message.on('data', (chunk: Uint8Array) => {
    chunks.push(chunk);
    tell();
  });
  message.once('end', () => {
    isOver = true;
    tell();
  });
  message.once('error', (error) => {
    failure = error;
    tell();
  });
  const read = async () => {
    for (;;) {
      const value = chunks.shift();
      if (value !== undefined) return { done: false, value };
      if (failure !== null) throw failure;
      if (isOver) return { done: true, value: undefined };
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const response = {
    status,
    ok: status >= 200 && status < 300,
    type: 'basic',
    headers: {
      get: (name: string) => {
        const value = message.headers[name];
        return Array.isArray(value) ? value.join(', ') : (value ?? null);
      },
    },
    body: { getReader: () => ({ read }) },
  };
  return response as unknown as Response;
}
