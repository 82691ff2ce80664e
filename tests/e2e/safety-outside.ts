/** The world outside of the page: servers on this computer, on several addresses and ports, that note whoever calls. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type Outside = {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origins: readonly string[];
  /**
   * The first line of all that was said to one of them, be it a request, a datagram or something else. A connection
   * on which nothing is said does not count: browsers open such ahead of a navigation that is then refused.
   */
  readonly seen: readonly string[];
  readonly close: () => Promise<void>;
};

export async function openOutside(): Promise<Outside> {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const open = async (host: string) => {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', (data) => {
        seen.push(data.toString('latin1').split('\r\n', 1)[0] ?? '');
        socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi');
      });
    });
    server.listen(0, host);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return { server, origin: `http://${host}:${port}` };
  };
  const servers = [await open('127.0.0.1'), await open('127.0.0.1'), await open('127.0.0.2')];
  const datagrams = createSocket('udp4', () => seen.push('a datagram'));
  // The same number as the first server's, so that one address tells both.
  datagrams.bind(Number(new URL(servers[0]?.origin ?? '').port), '127.0.0.1');
  await once(datagrams, 'listening');

  return {
    origins: servers.map(({ origin }) => origin),
    seen,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(
        servers.map(({ server }) => new Promise<void>((resolve) => void server.close(() => resolve()))),
      );
      await new Promise<void>((resolve) => void datagrams.close(() => resolve()));
    },
  };
}
