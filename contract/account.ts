/** Connections: which servers are remembered, which one is open, and where its token is. */
import { z } from 'zod';
import { FailureSchema } from './failure-schema.ts';
import { ConnectionId } from './ids.ts';
import { Milliseconds } from './user.ts';

/**
 * Where a token is. `stored`: in the keychain, read back. `session-only`: in memory until Rolodesk quits. `too-long`: the same,
 * since this computer's keychain takes none so long. `other-server`: the same, since the connection was made for another server.
 * `locked`: the keychain has to be unlocked first. `unavailable`: this computer's keychain cannot be reached.
 * `asking`: the keychain has not answered yet. `missing`: nothing is kept for this connection; it has to be given again.
 */
export const TokenState = z.enum([
  'asking',
  'missing',
  'stored',
  'session-only',
  'too-long',
  'other-server',
  'locked',
  'unavailable',
]);
export type TokenState = z.infer<typeof TokenState>;

/** What the keychain of this computer is called and whether it can be used, to be said before a token is typed. */
export const Keychain = z.object({
  name: z.enum(['macos-keychain', 'windows-credential-manager', 'secret-service']),
  state: z.enum(['ready', 'locked', 'unavailable', 'unknown']),
});
export type Keychain = z.infer<typeof Keychain>;

export const Connection = z.object({
  id: ConnectionId,
  kind: z.enum(['server', 'demo']),
  name: z.string(),
  /** An origin, such as `https://api.chakrahq.com`. */
  server: z.string(),
  addedAt: Milliseconds,
});
export type Connection = z.infer<typeof Connection>;

/** Whether the server answers. `since` is when that began; `lookAgainAt`: when one that cannot be reached, or refuses the token, is tried again by itself. */
export const Reachability = z.object({
  state: z.enum(['online', 'offline', 'unauthorized', 'untried']),
  since: Milliseconds,
  lookAgainAt: Milliseconds.nullable(),
});
export type Reachability = z.infer<typeof Reachability>;

export const OpenConnection = z.object({
  connection: Connection,
  token: TokenState,
  /** False where the token is not at hand: everything stored opens, nothing can be fetched until it is given. */
  canFetch: z.boolean(),
  reachability: Reachability,
  /**
   * How far this computer's clock is ahead of the server's, in milliseconds (less than 0: behind), where that is more than
   * servers' clocks differ; else 0. All times of this connection, and "now", are the server's.
   */
  clockAheadMs: z.number(),
  /** People stored for this connection. */
  peopleCount: z.number().int(),
  /** Set when the stored copy was damaged and had to be moved aside on opening. */
  recoveredFromDamage: z.boolean(),
});
export type OpenConnection = z.infer<typeof OpenConnection>;

/**
 * `damaged`: the list was moved aside, and what could be read of it is remembered. `newer-version` and `unreadable`:
 * it is left as it is, and no server can be connected, since it could not be remembered.
 */
export const RememberedTrouble = z.enum(['damaged', 'newer-version', 'unreadable']);
export type RememberedTrouble = z.infer<typeof RememberedTrouble>;

export const AccountOverview = z.object({
  keychain: Keychain,
  remembered: z.array(Connection),
  /** What is wrong with the list of remembered connections; null: nothing. */
  rememberedTrouble: RememberedTrouble.nullable(),
  open: OpenConnection.nullable(),
  /** The connection that was open last and could not be opened again on starting, and why. */
  notOpened: z.object({ connection: ConnectionId, failure: FailureSchema }).nullable(),
});
export type AccountOverview = z.infer<typeof AccountOverview>;
