/**
 * A real server of Fetch User on loopback that misbehaves as told, id by id, and remembers every request it saw.
 * What it is not told about it answers as the API would: any user but the one who is nobody, and 404 for every other path.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { nobody } from '../../electron/connection/check-server.ts';
import { commit, type Fault, reply } from './faults.ts';

export type SeenRequest = {
  readonly method: string;
  /** Path and query, as they came. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Of the request's body; counted until the answer began. */
  readonly bodyBytes: number;
};

/** Waits until the server is told to `release`, and then does what was said next. */
export const held = 'held';
type Planned = Fault | typeof held;

export type FaultServerOptions = {
  /** Any address of 127.0.0.0/8: another one is another host. */
  readonly host?: string;
  /** PEM; with it the server speaks https. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Where given, any other token is answered with 401. */
  readonly token?: string;
  /**
   * Closes each connection with its answer. Chromium sends a request once more that is reset on a kept connection before an
   * answer came: a test that counts requests over it needs a connection for each.
   */
  readonly isKeptAlive?: boolean;
};

export type FaultServer = {
  readonly origin: string;
  /** In order of arrival, since the start or the last `forget`. */
  readonly requests: readonly SeenRequest[];
  /** Bytes written to all connections so far. */
  readonly bytesSent: () => number;
  /** Connections that are open now. */
  readonly connections: () => number;
  /**
   * What to do when this user is asked for (or this path, if it begins with `/`): one fault for each request, the
   * last one for all that follow. Without faults: as the API would.
   */
  readonly answer: (idOrPath: string, ...faults: readonly Planned[]) => void;
  /** What to do with every user for whom nothing else was said. */
  readonly answerAll: (...faults: readonly Planned[]) => void;
  /** Answers any other token than this one with 401 from now on. */
  readonly accept: (token: string) => void;
  /** Resolves once so many requests have arrived since the last `forget`. */
  readonly seen: (count: number) => Promise<void>;
  /** Answers what is held back. */
  readonly release: () => void;
  /** Forgets the requests and all that was said. */
  readonly forget: () => void;
  /** Cuts what is open and stops. */
  readonly close: () => Promise<void>;
};

const userPath = '/v1/ext/user/';
const noSuch = reply(404, { 'content-type': 'application/json' }, '{"_data":null,"_meta":{},"_errors":[]}');
const refused = reply(401, { 'content-type': 'application/json' }, '{"_data":null,"_meta":{},"_errors":[]}');

export async function startFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  const requests: SeenRequest[] = [];
  const planned = new Map<string, readonly Planned[]>();
  let forAll: readonly Planned[] = [];
  let accepted = options.token;
  const sockets = new Set<Socket>();
  let bytesOfClosed = 0;
  let onRequest: () => void = () => undefined;
  const waiting: (() => void)[] = [];

  const nextFault = (path: string, authorization: string | undefined): Planned => {
    const plan = planned.get(path);
    const isUser = path.startsWith(userPath);
    const faults = plan ?? (isUser ? forAll : []);
    const [fault, ...rest] = faults;
    if (fault !== undefined) {
      if (rest.length > 0) {
        if (plan === undefined) forAll = rest;
        else planned.set(path, rest);
      }
      return fault;
    }
    if (accepted !== undefined && authorization !== `Bearer ${accepted}`) return refused;
    return isUser && path !== `${userPath}${nobody}` ? { does: 'answer' } : noSuch;
  };

  const listener: RequestListener = async (request, response) => {
    const bodyBytes = await countBody(request);
    const target = request.url ?? '';
    requests.push({ method: request.method ?? '', target, headers: request.headers, bodyBytes });
    onRequest();
    const path = target.split('?', 1)[0] ?? '';
    response.on('error', () => undefined);
    let fault = nextFault(path, request.headers.authorization);
    while (fault === held) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      fault = nextFault(path, request.headers.authorization);
    }
    await commit(fault, lastSegment(path), request, response);
  };
  const server = options.tls === undefined ? createServer(listener) : createTlsServer(options.tls, listener);
  server.keepAliveTimeout = 60_000;
  if (options.isKeptAlive === false) server.maxRequestsPerSocket = 1;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      bytesOfClosed += socket.bytesWritten;
    });
  });
  const host = options.host ?? '127.0.0.1';
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const pathOf = (idOrPath: string) =>
    idOrPath.startsWith('/') ? idOrPath : `${userPath}${encodeURIComponent(idOrPath)}`;

  return {
    origin: `${options.tls === undefined ? 'http' : 'https'}://${host}:${port}`,
    requests,
    bytesSent: () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, bytesOfClosed),
    connections: () => sockets.size,
    answer: (idOrPath, ...faults) => {
      planned.set(pathOf(idOrPath), faults);
    },
    answerAll: (...faults) => {
      forAll = faults;
    },
    accept: (token) => {
      accepted = token;
    },
    seen: (count) =>
      new Promise((resolve) => {
        const before = onRequest;
        const check = () => {
          before();
          if (requests.length >= count) resolve();
        };
        onRequest = check;
        check();
      }),
    release: () => {
      for (const release of waiting.splice(0)) release();
    },
    forget: () => {
      requests.length = 0;
      planned.clear();
      forAll = [];
      onRequest = () => undefined;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function countBody(request: IncomingMessage): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of request) bytes += Buffer.isBuffer(chunk) ? chunk.byteLength : 0;
  } catch {
    // A client that leaves while it sends is counted as far as it came.
  }
  return bytes;
}

function lastSegment(path: string): string {
  const segment = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
