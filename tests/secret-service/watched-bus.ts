/**
 * A way to a session's bus that tells a test the very moment at which a method is about to be called, so that
 * something can be done to the service in the midst of an operation, without guessing at times.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type WatchedBus = {
  /** To be laid over the environment, after the session's own. */
  readonly env: Record<string, string>;
  /** Resolves when the method has been called once. */
  readonly called: Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * `env`: of the session. `member`: the method's name. `before` is run before the call reaches the bus. What passes is
 * looked at as it comes, which is enough for a name at the head of a message.
 */
export const watchBus = async ({
  env,
  member,
  before,
}: {
  env: Readonly<Record<string, string>>;
  member: string;
  before: () => void;
}): Promise<WatchedBus> => {
  const folder = await mkdtemp(join(tmpdir(), 'watched-bus-'));
  const socketPath = join(folder, 'bus');
  const busPath = (env.DBUS_SESSION_BUS_ADDRESS ?? '').replace('unix:path=', '');
  const { promise: called, resolve: tell } = Promise.withResolvers<void>();
  const sockets = new Set<Socket>();

  const server = createServer((client) => {
    const bus = createConnection(busPath);
    for (const [one, other] of [
      [client, bus],
      [bus, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.end();
      });
    }
    client.on('data', (bytes) => {
      if (bytes.includes(`${member}\0`, 0, 'latin1')) {
        before();
        tell();
      }
      bus.write(bytes);
    });
    bus.on('data', (bytes) => client.write(bytes));
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));

  return {
    env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socketPath}` },
    called,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
