/**
 * Fetch User for any organisation a test makes up, on loopback: whom each person lists is told, what goes wrong is told,
 * and every request is counted by whom it asks for.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { commit, type Fault, reply } from '../../fault-server/faults.ts';
import { sampleReply } from '../../fault-server/sample-user.ts';

/** Whom everybody lists, as it stands in their replies: mostly ids. */
export type People = ReadonlyMap<string, readonly unknown[]>;

/** Each of `count` people lists the next `span` who have no manager yet; `p0` is the top. */
export function treeOf(count: number, span: number): People {
  const reportsOf = (nth: number) =>
    Array.from({ length: span }, (_, at) => nth * span + 1 + at).filter((report) => report < count);
  return new Map(Array.from({ length: count }, (_, nth) => [`p${nth}`, reportsOf(nth).map((report) => `p${report}`)]));
}

/** What is said of a person under `_data`. */
export function recordOf(id: string, reportees: readonly unknown[]): Record<string, unknown> {
  const { _data } = sampleReply(id) as { _data: Record<string, unknown> };
  return { ..._data, username: `user-${id}`, displayName: `Person ${id}`, reportees };
}

export const replyText = (id: string, reportees: readonly unknown[]): string =>
  JSON.stringify({ _data: recordOf(id, reportees), _meta: {}, _errors: [] });

export const listText = (elements: readonly unknown[]): string =>
  JSON.stringify({ _data: elements, _meta: {}, _errors: [] });

export type OrganisationServerOptions = {
  readonly people: People;
  /** The answer to List Users; without it there is none. */
  readonly list?: Fault | (() => Fault) | undefined;
  /** A beginning of a list, after which the connection is cut. */
  readonly cutList?: string;
  /** What happens instead of the answer about somebody; null: nothing else. `nth`: which request about them, from 1. */
  readonly fault?: (id: string, nth: number) => Fault | null;
  /** Waited for before each answer about somebody. */
  readonly before?: (id: string) => Promise<unknown> | undefined;
};

export type OrganisationServer = {
  readonly origin: string;
  /** How often each was asked for, and the list as `/users`. */
  readonly asked: ReadonlyMap<string, number>;
  /** Of all paths. */
  readonly requests: () => number;
  /** Resolves once so many requests have come since the start. */
  readonly seen: (count: number) => Promise<void>;
  /** Any other token is refused from now on. */
  readonly accept: (token: string) => void;
  /** Nobody is there any more: what is open is cut. */
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const json = { 'content-type': 'application/json' };
const refused = reply(401, json, '{"_data":null,"_errors":[]}');
const noSuchUser = reply(404, json, '{"_data":null,"_errors":[]}');

export async function startOrganisationServer(options: OrganisationServerOptions): Promise<OrganisationServer> {
  const { people, list = noSuchUser, cutList, fault = () => null, before = () => undefined } = options;
  const asked = new Map<string, number>();
  const sockets = new Set<Socket>();
  const watchers = new Set<() => void>();
  let requests = 0;
  let accepted: string | null = null;

  const answerTo = (id: string, nth: number): Fault => {
    const reportees = people.get(id);
    const otherwise = fault(id, nth);
    if (otherwise !== null) return otherwise;
    return reportees === undefined ? noSuchUser : reply(200, json, replyText(id, reportees));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    response.on('error', () => undefined);
    const [, , , what = '', encoded = ''] = (request.url ?? '').replace(/\?.*$/, '').split('/');
    const id = what === 'user' ? decodeURIComponent(encoded) : `/${what}`;
    const nth = (asked.get(id) ?? 0) + 1;
    asked.set(id, nth);
    requests += 1;
    for (const watcher of watchers) watcher();
    await before(id);
    if (what === 'users' && cutList !== undefined) {
      response.writeHead(200, json).write(cutList, () => request.socket.resetAndDestroy());
      return;
    }
    const isRefused = accepted !== null && request.headers.authorization !== `Bearer ${accepted}`;
    const done = isRefused
      ? refused
      : what === 'users'
        ? typeof list === 'function'
          ? list()
          : list
        : what === 'user'
          ? answerTo(id, nth)
          : noSuchUser;
    await commit(done, id, request, response);
  };

  const server = createServer((request, response) => void answer(request, response));
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  const stop = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const port = await listen(0);

  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    requests: () => requests,
    seen: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (requests < count) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    accept: (token) => {
      accepted = token;
    },
    goDown: stop,
    comeBack: async () => void (await listen(port)),
    close: stop,
  };
}
