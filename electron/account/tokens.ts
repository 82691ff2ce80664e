/**
 * The one place that holds tokens while the app runs, in memory. Who may read them: the API client, through `token()`; the
 * check that looks for them in texts; and the account, which offers one to the keychain. A token that the keychain did not
 * take lives here until the app quits, and nowhere else, ever.
 */
import type { Connection, TokenState } from '../../contract/account.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ConnectionId } from '../../contract/ids.ts';
import type { Keychain, TokenReading } from '../keychain/keychain.ts';
import { parseToken } from '../keychain/token-entry.ts';
import { isBoundTo } from './bound-id.ts';

export type Tokens = {
  /**
   * Reads the token of a remembered connection from the keychain, unless it is held already. `missing` without asking where the
   * connection names another server than it was made for.
   */
  readonly recall: (connection: Pick<Connection, 'id' | 'server'>) => Promise<TokenState>;
  /**
   * Holds a token and tries to keep it, unless the connection names another server than it was made for: what is kept is the
   * other one's. Fails with `bad-input` for what cannot be a token.
   */
  readonly accept: (connection: Pick<Connection, 'id' | 'server'>, token: string) => Promise<Outcome<TokenState>>;
  /** Holds a token for this run without offering it to the keychain: the demo directory's. */
  readonly hold: (connection: ConnectionId, token: string) => void;
  /** For the API client; null where the token is not at hand. */
  readonly current: (connection: ConnectionId) => string | null;
  /** All that are in memory. */
  readonly held: () => readonly string[];
  /** Where the token is, as last known; `missing` where nobody asked yet, too. */
  readonly stateOf: (connection: ConnectionId) => TokenState;
  /**
   * Drops it from memory and from the keychain. It is out of memory even where the keychain fails, which is no failure
   * where the token was never in it: held in memory only, or on a computer without a keychain.
   */
  readonly forget: (connection: ConnectionId) => Promise<Outcome<null>>;
  /** Drops it from memory only. */
  readonly release: (connection: ConnectionId) => void;
};

const isInMemoryOnly = (state: TokenState) => state === 'session-only' || state === 'too-long';

type Held = { readonly token: string | null; readonly state: TokenState };

/** Other programs can write to a keychain: what cannot be sent is no token, and a new one is asked for. */
const heldOf = (reading: TokenReading): Held => {
  if (reading.state !== 'stored') return { token: null, state: reading.state === 'none' ? 'missing' : reading.state };
  const entered = parseToken(reading.token);
  return entered.ok ? { token: entered.value, state: 'stored' } : { token: null, state: 'missing' };
};

export const createTokens = ({ keychain }: { keychain: Keychain }): Tokens => {
  const held = new Map<ConnectionId, Held>();
  /** Counts what was decided for a connection, so that a slow answer of the keychain cannot undo a later decision. */
  const decisions = new Map<ConnectionId, number>();
  /** Whose token the keychain has, or may have: a write that was given up can still be carried out. */
  const keptOnes = new Set<ConnectionId>();
  const decide = (connection: ConnectionId): (() => boolean) => {
    const mine = (decisions.get(connection) ?? 0) + 1;
    decisions.set(connection, mine);
    return () => decisions.get(connection) === mine;
  };
  const stateOf = (connection: ConnectionId) => held.get(connection)?.state ?? 'missing';

  const recall = async ({ id: connection, server }: Pick<Connection, 'id' | 'server'>) => {
    const known = held.get(connection);
    if (known?.token) return known.state;
    if (!isBoundTo(connection, server)) return 'missing';
    const stillWanted = decide(connection);
    held.set(connection, { token: null, state: 'asking' });
    const reading = await keychain.read(connection);
    if (reading.state === 'stored' || reading.state === 'locked') keptOnes.add(connection);
    if (stillWanted()) held.set(connection, heldOf(reading));
    return stateOf(connection);
  };

  const accept: Tokens['accept'] = async ({ id: connection, server }, text) => {
    const entered = parseToken(text);
    if (!entered.ok) return entered;
    const token = entered.value;
    const stillWanted = decide(connection);
    if (!isBoundTo(connection, server)) {
      held.set(connection, { token, state: 'other-server' });
      return succeeded('other-server');
    }
    held.set(connection, { token, state: 'session-only' });
    const kept = await keychain.keep(connection, token);
    if (kept.state === 'stored' || kept.because === 'slow' || kept.because === 'not-kept') keptOnes.add(connection);
    const state = kept.state === 'session-only' && kept.because === 'too-long' ? kept.because : kept.state;
    if (stillWanted()) held.set(connection, { token, state });
    return succeeded(state);
  };

  const release = (connection: ConnectionId) => {
    decide(connection);
    held.delete(connection);
  };

  return {
    recall,
    accept,
    hold: (connection, token) => {
      decide(connection);
      held.set(connection, { token, state: 'session-only' });
    },
    current: (connection) => held.get(connection)?.token ?? null,
    held: () => [...held.values()].flatMap(({ token }) => token ?? []),
    stateOf,
    forget: async (connection) => {
      const wasInMemoryOnly = isInMemoryOnly(stateOf(connection));
      release(connection);
      const forgotten = await keychain.forget(connection);
      const { failure } = forgotten.ok ? { failure: null } : forgotten;
      const isNoKeychain = failure?.kind === 'keychain' && failure.trouble === 'unavailable';
      const mayBeLeft = failure !== null && (keptOnes.has(connection) || !(wasInMemoryOnly || isNoKeychain));
      if (mayBeLeft) return failed(failure);
      keptOnes.delete(connection);
      return succeeded(null);
    },
    release,
  };
};
