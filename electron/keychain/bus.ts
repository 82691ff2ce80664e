/**
 * One conversation with the session's D-Bus, over its socket: no thread of the pool is used, and it ends for certain
 * when its signal aborts. That is what the keychain binding cannot do, and why it is not asked first.
 * Source: D-Bus Specification 0.43, "Server Addresses" and "Authentication Protocol".
 */
import { connect, type Socket } from 'node:net';
import { type BusCall, type BusMessage, type BusValue, encodeCall, takeMessage } from './bus-message.ts';

/** Thrown by `call` for an error reply; `name` is D-Bus's, such as `org.freedesktop.DBus.Error.ServiceUnknown`. */
export class BusError extends Error {
  override readonly name: string;
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

export type Bus = {
  /** Resolves to the reply's values. Rejects with a BusError, or with `BusError('gone')` when the conversation ended. */
  readonly call: (call: BusCall) => Promise<readonly BusValue[]>;
  /** Resolves to the values of the first signal of this path and member from now on; rejects as `call` does. */
  readonly nextSignal: (path: string, member: string) => Promise<readonly BusValue[]>;
  readonly close: () => void;
};

/** Where the session's bus listens, as a path for `net.connect`; null where there is none that can be reached so. */
export const busSocket = (environment: Readonly<Record<string, string | undefined>>): string | null => {
  const addresses = environment.DBUS_SESSION_BUS_ADDRESS;
  if (!addresses) {
    // libsecret looks here too when no address is set.
    const runtime = environment.XDG_RUNTIME_DIR;
    return runtime ? `${runtime}/bus` : null;
  }
  for (const address of addresses.split(';')) {
    if (!address.startsWith('unix:')) continue;
    for (const pair of address.slice('unix:'.length).split(',')) {
      const [key, value] = pair.split('=', 2);
      if (key === undefined || value === undefined || /%(?![0-9a-f]{2})/i.test(value)) continue;
      if (key === 'path') return decodeURIComponent(value);
      if (key === 'abstract') return `\0${decodeURIComponent(value)}`;
    }
  }
  return null;
};

type Waiting = { resolve: (body: readonly BusValue[]) => void; reject: (error: BusError) => void };

const authenticate = (socket: Socket, userId: number): void => {
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(userId)).toString('hex')}\r\n`);
};

/**
 * Connects, signs in as this process's user and says hello. Rejects with a BusError where the bus cannot be reached
 * or refuses; ends when `signal` aborts, and then everything still waited for rejects.
 */
export const openBus = ({ socketPath, signal }: { socketPath: string; signal: AbortSignal }): Promise<Bus> =>
  new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    const replies = new Map<number, Waiting>();
    const signals: (Waiting & { path: string; member: string })[] = [];
    let serial = 0;
    let signedIn = false;
    let unread = Buffer.alloc(0);

    const end = () => {
      signal.removeEventListener('abort', end);
      socket.destroy();
      const gone = new BusError('gone');
      for (const waiting of [...replies.values(), ...signals.splice(0)]) waiting.reject(gone);
      replies.clear();
      reject(gone);
    };

    const call = (request: BusCall) =>
      new Promise<readonly BusValue[]>((onReply, onError) => {
        if (socket.destroyed) return onError(new BusError('gone'));
        serial += 1;
        replies.set(serial, { resolve: onReply, reject: onError });
        socket.write(encodeCall(request, serial));
      });

    const nextSignal = (path: string, member: string) =>
      new Promise<readonly BusValue[]>((onSignal, onError) => {
        if (socket.destroyed) return onError(new BusError('gone'));
        signals.push({ path, member, resolve: onSignal, reject: onError });
      });

    const deliver = (message: BusMessage) => {
      if (message.type === 'signal') {
        const wanted = signals.findIndex(({ path, member }) => path === message.path && member === message.member);
        if (wanted >= 0) signals.splice(wanted, 1)[0]?.resolve(message.body);
        return;
      }
      // Whatever else carries a number of ours answers nothing.
      if (message.type !== 'return' && message.type !== 'error') return;
      const waiting = replies.get(message.replySerial);
      if (!waiting) return;
      replies.delete(message.replySerial);
      if (message.type === 'error') waiting.reject(new BusError(message.errorName));
      else waiting.resolve(message.body);
    };

    const greet = () => {
      const bus = 'org.freedesktop.DBus';
      call({
        destination: bus,
        path: '/org/freedesktop/DBus',
        interface: bus,
        member: 'Hello',
        signature: '',
        body: [],
      }).then(() => resolve({ call, nextSignal, close: end }), end);
    };

    socket.on('data', (chunk: Buffer) => {
      unread = Buffer.concat([unread, chunk]);
      try {
        if (!signedIn) {
          const lineEnd = unread.indexOf('\r\n');
          if (lineEnd < 0) return unread.length > 4096 ? end() : undefined;
          if (!unread.toString('latin1', 0, lineEnd).startsWith('OK ')) return end();
          unread = unread.subarray(lineEnd + 2);
          signedIn = true;
          socket.write('BEGIN\r\n');
          greet();
        }
        for (let taken = takeMessage(unread); taken; taken = takeMessage(unread)) {
          unread = unread.subarray(taken.size);
          deliver(taken.message);
        }
      } catch {
        end();
      }
    });
    socket.on('connect', () => authenticate(socket, process.getuid?.() ?? 0));
    socket.on('error', end);
    socket.on('close', end);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
