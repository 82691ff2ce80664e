/** `protocol.handle` of a session: who answers the requests for a custom scheme. */
import type { Protocol } from 'electron';
import { guard } from './not-implemented.ts';
import { runtime } from './runtime.ts';
import { customSchemeOf, registerSchemes } from './scheme-address.ts';

export type SchemeHandler = Parameters<Protocol['handle']>[1];

export type HostProtocol = {
  /** What the app sees as `protocol`. */
  readonly members: Pick<Protocol, ProtocolMember>;
  readonly handlerOf: (scheme: string) => SchemeHandler | null;
};
type ProtocolMember = 'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged';

export function createProtocol(): HostProtocol {
  const handlers = new Map<string, SchemeHandler>();
  const members = {
    handle: (scheme, handler) => {
      if (customSchemeOf(`${scheme}:`) === null) {
        throw new Error(
          `devhost: protocol.handle of '${scheme}', which is not registered as privileged, is not implemented`,
        );
      }
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      handlers.set(scheme, handler);
    },
    unhandle: (scheme) => {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    },
    isProtocolHandled: (scheme) => handlers.has(scheme) || /^(https?|file|data|blob|about)$/.test(scheme),
    registerSchemesAsPrivileged: (schemes) => {
      if (runtime.isReady) {
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      }
      registerSchemes(schemes);
    },
  } satisfies Pick<Protocol, ProtocolMember>;
  return { members: guard(members, 'protocol'), handlerOf: (scheme) => handlers.get(scheme) ?? null };
}
