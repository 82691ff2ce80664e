/**
 * The single-instance lock: an abstract socket named after the user data folder, which ends with its process.
 * A second instance hands over its arguments and is told at once that it is the second.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';

export type SecondInstance = {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
};

/** Runs in a process of its own, because the answer has to be there when the call returns. */
const handOver = `
  const [name, message] = process.argv.slice(1);
  require('node:net').connect('\\0' + name).on('error', () => {}).end(message);
`;

export type InstanceLock = { readonly release: () => void };

/** Takes the lock, or hands over and returns null. Linux only: elsewhere Electron itself can be had. */
export function takeInstanceLock(
  userData: string,
  mine: SecondInstance,
  onSecond: (second: SecondInstance) => void,
): InstanceLock | null {
  const name = `devhost-${createHash('sha256').update(userData).digest('hex').slice(0, 32)}`;
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    const parts: Buffer[] = [];
    socket.on('data', (part) => parts.push(part));
    socket.on('error', () => {});
    socket.on('end', () => {
      socket.end();
      onSecond(JSON.parse(Buffer.concat(parts).toString('utf8')) as SecondInstance);
    });
  });
  server.on('error', () => {});
  server.listen(`\0${name}`);
  server.unref();
  // Binding is done when `listen` returns; only the event comes later.
  if (server.listening) return { release: () => server.close() };
  spawnSync(process.execPath, ['-e', handOver, name, JSON.stringify(mine)], { stdio: 'ignore', timeout: 5000 });
  return null;
}
