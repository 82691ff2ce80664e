/** List Users of the largest demo directory: a stream that never stands in memory. */
import { describe, expect, it } from 'vitest';
import { type DemoServer, startDemoServer } from '../../../demo/server.ts';

const token = 'a-token-for-the-demo';
const get = (server: DemoServer, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.origin}${path}`, { headers: { authorization: `Bearer ${token}` }, ...init });

describe('a million people', () => {
  it('are streamed as fast as they are read, in bounded memory, and a reader may leave', async () => {
    const server = await startDemoServer({ token, people: 1_000_000, offers: { users: true } });
    const leave = new AbortController();
    const response = await get(server, '/v1/ext/users', { signal: leave.signal });
    const reader = response.body?.getReader();
    const wanted = 80 * 1024 * 1024;
    let received = 0;
    let first = '';
    let atStart = 0;
    let highest = 0;
    while (received < wanted) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done || value === undefined) break;
      if (received === 0) first = Buffer.from(value).toString('utf8', 0, 12);
      received += value.length;
      if (received > 20 * 1024 * 1024) {
        const { rss } = process.memoryUsage();
        atStart = atStart === 0 ? rss : atStart;
        highest = Math.max(highest, rss);
      }
    }
    expect(first).toBe('{"_data":[{"');
    expect(received).toBeGreaterThanOrEqual(wanted);
    expect(highest - atStart).toBeLessThan(64 * 1024 * 1024);
    leave.abort();
    const top = await get(server, `/v1/ext/user/${server.start}`);
    expect(top.status).toBe(200);
    await server.close();
  });

  it('waits for a reader who does not read', async () => {
    const server = await startDemoServer({ token, people: 1_000_000, offers: { users: true } });
    let drawn = 0;
    const response = await get(server, '/v1/ext/users');
    // While nothing is read, other requests are answered: the list is not being written into memory meanwhile.
    for (let nth = 0; nth < 200; nth += 1) {
      const { status } = await get(server, `/v1/ext/user/${server.organisation.ids.idOf(nth * 4999)}`);
      if (status === 200) drawn += 1;
    }
    expect(drawn).toBe(200);
    await response.body?.cancel();
    await server.close();
  });
});
