/** `Session`: the handlers that decide for the pages of one partition, and a fetch of its own. */
import type { ClientRequestConstructorOptions, Session } from 'electron';
import { createHostFetch } from './host-fetch.ts';
import { createRequests, type HostRequest } from './net-request.ts';
import { Guarded } from './not-implemented.ts';
import type { PermissionHandlers } from './permissions.ts';
import { createProtocol, type HostProtocol, type SchemeHandler } from './protocol.ts';
import { createWebRequest, type HostWebRequest } from './web-request.ts';

/** The host's side of a session. */
export type HostSession = {
  readonly facade: SessionFacade;
  readonly permissions: PermissionHandlers;
  readonly webRequest: HostWebRequest;
  readonly handlerOf: (scheme: string) => SchemeHandler | null;
  readonly request: (options: ClientRequestConstructorOptions | string) => HostRequest;
};

const hostSessions = new WeakMap<SessionFacade, HostSession>();
const partitions = new Map<string, SessionFacade>();

type Mirrored =
  | 'clearCache'
  | 'clearStorageData'
  | 'closeAllConnections'
  | 'fetch'
  | 'isPersistent'
  | 'resolveProxy'
  | 'setDevicePermissionHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled';

/** Nothing is ever downloaded: Chromium is told to deny it. */
const events = ['will-download'];

export class SessionFacade extends Guarded implements Pick<Session, Mirrored> {
  readonly protocol: HostProtocol['members'];
  readonly webRequest: HostWebRequest['members'];
  readonly fetch: Session['fetch'];
  readonly #permissions: PermissionHandlers = { request: null, check: null };
  readonly #partition: string;

  constructor(partition: string) {
    super('Session', events);
    const { members, handlerOf } = createProtocol();
    const webRequest = createWebRequest();
    this.protocol = members;
    this.webRequest = webRequest.members;
    const request = createRequests();
    this.fetch = createHostFetch({ handlerOf, request }) as Session['fetch'];
    this.#partition = partition;
    hostSessions.set(this, { facade: this, permissions: this.#permissions, webRequest, handlerOf, request });
  }

  setPermissionRequestHandler(handler: PermissionHandlers['request']): void {
    this.#permissions.request = handler;
  }
  setPermissionCheckHandler(handler: PermissionHandlers['check']): void {
    this.#permissions.check = handler;
  }
  /** No device is ever offered to a page. */
  setDevicePermissionHandler(): void {}
  /** Chromium's own is off. */
  setSpellCheckerEnabled(): void {}
  isPersistent(): boolean {
    return this.#partition === '' || this.#partition.startsWith('persist:');
  }
  async resolveProxy(): Promise<string> {
    return 'DIRECT';
  }
  async closeAllConnections(): Promise<void> {}
  async clearCache(): Promise<void> {}
  /** The profile starts empty and is removed on quitting, so that nothing is left over from before. */
  async clearStorageData(): Promise<void> {}
}

export function hostSessionOf(facade: SessionFacade): HostSession {
  const session = hostSessions.get(facade);
  if (session === undefined) throw new TypeError('Invalid session');
  return session;
}

/** The session of a partition; the empty name is the default session. */
export function sessionFromPartition(partition: string): SessionFacade {
  const session = partitions.get(partition) ?? new SessionFacade(partition);
  partitions.set(partition, session);
  return session;
}

/** `net.request`: by the session that the options name, or that of their partition. */
export function requestOfSession(options: ClientRequestConstructorOptions | string): HostRequest {
  const { session, partition = '' } = typeof options === 'string' ? {} : options;
  const facade = session instanceof SessionFacade ? session : sessionFromPartition(partition);
  return hostSessionOf(facade).request(options);
}
