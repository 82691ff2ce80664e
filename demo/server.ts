/**
 * The demo directory behind the Fetch User API, on loopback: one call always, List Users, Config and the humanised
 * form where they are offered. It keeps nothing per request and never holds the organisation.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { configOf } from './directory-config.ts';
import { hardDeletedIn } from './hard-deleted.ts';
import { humanisedUser } from './humanised.ts';
import { createOrganisation, type Organisation } from './organisation.ts';
import { pictureOf } from './portrait.ts';
import { envelope, type Reply, refusal } from './reply.ts';
import { sendUsers } from './users-list.ts';

export type DemoOffers = {
  /** `GET /v1/ext/users` */
  readonly users?: boolean;
  /** `GET /v1/ext/config` */
  readonly config?: boolean;
  /** `GET /v2/ext/user/{userId}` */
  readonly humanised?: boolean;
};

export type DemoServerOptions = {
  /** 100 to 1,000,000; 1,200 unless told. */
  readonly people?: number;
  readonly seed?: number;
  /** Random unless told. */
  readonly token?: string;
  /** Config alone unless told. */
  readonly offers?: DemoOffers;
  /** Whether there is somebody who was deleted for good: in the list of users still, and not found when asked for. False unless told. */
  readonly hardDeleted?: boolean;
  /** How long every answer waits. */
  readonly latencyMs?: number;
  /** A free one unless told. */
  readonly port?: number;
  /** A loopback address; `127.0.0.1` unless told. */
  readonly host?: string;
};

export type DemoServer = {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** The id of the person to show first: the top of the organisation. */
  readonly start: string;
  readonly token: string;
  readonly organisation: Organisation;
  /** Ends every connection, answered or not. */
  readonly close: () => Promise<void>;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const send = (response: ServerResponse, { status, body }: Reply): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
};

const notFound = refusal(404, 'NOT_FOUND', 'There is nothing here.');

const sendPicture = (response: ServerResponse, png: Buffer): void => {
  response.writeHead(200, {
    'content-type': 'image/png',
    'content-length': png.length,
    'cache-control': 'max-age=86400',
  });
  response.end(png);
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

export const startDemoServer = async (options: DemoServerOptions = {}): Promise<DemoServer> => {
  const { people = 1200, seed = 1, latencyMs = 0, port = 0, host = '127.0.0.1' } = options;
  const token = options.token ?? randomBytes(24).toString('base64url');
  const offers = { users: false, config: true, humanised: false, ...options.offers };
  // Digests have one length, so comparing them tells nothing of the token's.
  const wanted = digest(`Bearer ${token}`);
  const authorised = ({ headers }: IncomingMessage): boolean =>
    timingSafeEqual(digest((headers.authorization ?? '').replace(/^bearer\s+/i, 'Bearer ')), wanted);

  const userReply = (id: string, version: 'v1' | 'v2'): Reply => {
    const index = organisation.indexOf(id);
    if (id === organisation.withheld) return refusal(403, 'FORBIDDEN', 'This user is given to nobody.');
    if (index === null || index === hardDeleted) return refusal(404, 'USER_NOT_FOUND', 'There is no user of this id.');
    const meta = { status: 200, type: 'user', version };
    const user = version === 'v1' ? organisation.userOf(index) : humanisedUser(organisation, index);
    return { status: 200, body: envelope(user, meta, organisation.errorsOf(index)) };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (latencyMs > 0) await wait(latencyMs, undefined, { ref: false });
    if (response.destroyed) return;
    if (request.method !== 'GET') {
      response.setHeader('allow', 'GET');
      return send(response, refusal(405, 'METHOD_NOT_ALLOWED', 'Only GET is answered here.'));
    }
    const [path = ''] = (request.url ?? '').split('?', 1);
    const picture = /^\/picture\/([0-9a-f-]{36})(-cover)?\.png$/.exec(path);
    if (picture !== null) {
      const index = organisation.indexOf(picture[1] ?? '');
      return index === null
        ? send(response, notFound)
        : sendPicture(response, pictureOf(seed, index, picture[2] === undefined ? 'portrait' : 'cover'));
    }
    if (!authorised(request)) {
      response.setHeader('www-authenticate', 'Bearer');
      return send(response, refusal(401, 'UNAUTHORIZED', 'The access token is missing or not valid.'));
    }
    const [, version, area, what, id, ...more] = path.split('/');
    if (area !== 'ext' || more.length > 0) return send(response, notFound);
    if (what === 'user' && id !== undefined && version === 'v1') return send(response, userReply(decoded(id), 'v1'));
    if (what === 'user' && id !== undefined && version === 'v2' && offers.humanised)
      return send(response, userReply(decoded(id), 'v2'));
    if (version !== 'v1' || id !== undefined) return send(response, notFound);
    if (what === 'users' && offers.users) return sendUsers(response, organisation, hardDeleted);
    if (what === 'config' && offers.config)
      return send(response, {
        status: 200,
        body: envelope(configOf(organisation), { status: 200, type: 'config', version }, []),
      });
    send(response, notFound);
  };

  const server = createServer((request, response) => {
    request.resume();
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else send(response, refusal(500, 'INTERNAL', 'The demo directory failed.'));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the demo directory has no port');
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  const organisation = createOrganisation({ people, seed, origin });
  const hardDeleted = options.hardDeleted ? hardDeletedIn(organisation) : null;
  return {
    origin,
    start: organisation.start,
    token,
    organisation,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
