/**
 * The keychain of this computer, as the rest of the app sees it. It promises that
 * - what it calls stored has been read back equal;
 * - "locked" is never taken for "none": nothing is overwritten, and nothing reported forgotten, because of a lock;
 * - every call settles within seconds, whatever the keychain does, or within two minutes where a dialog may be open; after one
 *   that did not answer in time the keychain is left alone for a while (see the guard);
 * - no failure carries a word of the token or of the binding's own messages.
 */
import type { Keychain as KeychainView } from '../../contract/account.ts';
import { failed, type KeychainTrouble, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ConnectionId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { KeytarBinding } from './binding.ts';
import { createGuard } from './keychain-queue.ts';
import { createKeychainSteps, serviceName } from './keychain-steps.ts';
import type { Holdings, SecretService } from './secret-service.ts';
import { parseToken } from './token-entry.ts';

export type TokenReading =
  | { readonly state: 'stored'; readonly token: string }
  | { readonly state: 'none' }
  | { readonly state: 'locked' }
  | { readonly state: 'unavailable'; readonly trouble: KeychainTrouble };

export type TokenKept =
  | { readonly state: 'stored' }
  | { readonly state: 'session-only'; readonly because: KeychainTrouble };

export type Keychain = {
  readonly name: KeychainView['name'];
  /** For this connection's token; null: for a new one. `locked` where either it or what is kept for it is. */
  readonly state: (connection: ConnectionId | null) => Promise<KeychainView>;
  readonly read: (connection: ConnectionId) => Promise<TokenReading>;
  /**
   * `stored`: written and read back equal. `session-only`: not kept; what was stored before is as it was, unless it stood in
   * another keyring than new tokens go to and was taken out for this one.
   */
  readonly keep: (connection: ConnectionId, token: string) => Promise<TokenKept>;
  /**
   * Has the desktop ask the person to unlock a locked keychain and what is kept in it for this connection (null: for none), or
   * to make a keychain where there is none yet, and waits for them, two minutes at most. True: it can be used now; where a
   * token is kept, it has been read. The one thing here that makes a prompt appear, so only for when the person has asked for it.
   */
  readonly unlock: (connection: ConnectionId | null) => Promise<boolean>;
  /** Whether it answered late and is not asked for a while. */
  readonly isLeftAlone: () => boolean;
  /** Fails with `keychain` where the token may still be there. Forgetting what is not stored succeeds. */
  readonly forget: (connection: ConnectionId) => Promise<Outcome<null>>;
  /**
   * True while a call of the binding is unanswered. A process cannot then end in a normal way: even
   * `process.exit` joins the pool's threads and waits for it. See `end-process.ts`.
   */
  readonly holdsProcess: () => boolean;
};

/** For an operation, whatever steps it takes. */
export const keychainDeadlineMs = 6000;

/** How long a dialog is waited for. macOS shows one by itself where a program reads what another one has stored. */
export const dialogDeadlineMs = 120_000;

/** Nothing is kept for it. */
const noAccount = '';

/** Credential Manager takes no more of a secret (CRED_MAX_CREDENTIAL_BLOB_SIZE). */
const windowsLimitBytes = 2560;

const names = { darwin: 'macos-keychain', win32: 'windows-credential-manager' } as const;

/**
 * `load` gives the binding. It is called until it succeeds, and only before a secret is touched. `secretService`: where the
 * platform has one (Linux); it is asked first each time, so that the binding is not called on a shut or silent keychain.
 */
export const createKeychain = ({
  platform,
  load,
  secretService,
  clock,
  log,
}: {
  platform: NodeJS.Platform;
  load: () => Promise<KeytarBinding>;
  secretService: SecretService | null;
  clock: Clock;
  log: Log;
}): Keychain => {
  const guard = createGuard({ clock, deadlineMs: platform === 'darwin' ? dialogDeadlineMs : keychainDeadlineMs });
  /**
   * Whose token a person has let Rolodesk have. Some services ask for each secret and each conversation: to this one's question they
   * go on saying "locked", while the binding, in a conversation of its own, is given the token or opens the dialog.
   */
  const allowed = new Set<ConnectionId>();
  const { loaded, withBinding, look, isUnanswered } = createKeychainSteps({ guard, load, secretService, log });

  const unreachable = (trouble: KeychainTrouble): TokenReading =>
    trouble === 'locked' ? { state: 'locked' } : { state: 'unavailable', trouble };

  const readNow = async (connection: ConnectionId, tries = 2): Promise<TokenReading> => {
    const found = await look(connection);
    if (!found.ok) return unreachable(found.trouble);
    const holdings = found.value;
    const isAllowed = allowed.has(connection) && holdings !== null && holdings.locked > 0;
    if (holdings !== null && holdings.unlocked === 0 && !isAllowed) {
      // Some services do not list what is in a locked collection: only an open one can say "none".
      return holdings.locked > 0 || holdings.collection === 'locked' ? { state: 'locked' } : { state: 'none' };
    }
    const got = await withBinding('read', (keytar) => keytar.getPassword(serviceName, connection));
    if (!got.ok) return unreachable(got.trouble);
    if (got.value !== null) return { state: 'stored', token: got.value };
    if (holdings === null) return { state: 'none' };
    if (isAllowed) {
      // Not any more, or not this time.
      allowed.delete(connection);
      return { state: 'locked' };
    }
    // It was there a moment ago: locked or removed since, or kept from this app.
    return tries > 1 ? readNow(connection, tries - 1) : { state: 'unavailable', trouble: 'refused' };
  };

  /** How many tokens are kept for a connection; null where nobody can be asked. */
  const held = async (connection: ConnectionId): Promise<number | null> => {
    const found = await look(connection);
    return found.ok && found.value !== null ? found.value.unlocked + found.value.locked : null;
  };

  const keepNow = async (connection: ConnectionId, token: string, canReplace = true): Promise<TokenKept> => {
    const sessionOnly = (because: KeychainTrouble): TokenKept => ({ state: 'session-only', because });
    const found = await look(connection);
    if (!found.ok) return sessionOnly(found.trouble);
    const isOpen = (held: Holdings) => held.collection === 'ready' && (held.locked === 0 || allowed.has(connection));
    if (found.value !== null && !isOpen(found.value)) return sessionOnly('locked');
    const put = await withBinding('keep', (keytar) => keytar.setPassword(serviceName, connection, token));
    if (!put.ok) return sessionOnly(put.trouble);
    const back = await readNow(connection);
    if (back.state === 'stored' && back.token === token) return { state: 'stored' };
    if (back.state === 'stored') {
      // A new token goes where new secrets go: one that was kept elsewhere stands beside it, and has to leave.
      const isBeside = canReplace && ((await held(connection)) ?? 0) > 1;
      if (!isBeside) return sessionOnly('not-kept');
      const gone = await withBinding('forget', (keytar) => keytar.deletePassword(serviceName, connection));
      return gone.ok ? keepNow(connection, token, false) : sessionOnly(gone.trouble);
    }
    if (back.state === 'unavailable') return sessionOnly(back.trouble);
    return sessionOnly(back.state === 'locked' ? 'locked' : 'not-kept');
  };

  const forgetNow = async (connection: ConnectionId): Promise<Outcome<null>> => {
    const stillThere = (trouble: KeychainTrouble) => failed({ kind: 'keychain', trouble });
    const before = await readNow(connection);
    if (before.state === 'none') return succeeded(null);
    if (before.state === 'locked') return stillThere('locked');
    // What is there and cannot be read, such as an item that has lost its secret, can be removed all the same.
    if (before.state === 'unavailable' && before.trouble !== 'refused') return stillThere(before.trouble);
    const gone = await withBinding('forget', (keytar) => keytar.deletePassword(serviceName, connection));
    if (!gone.ok) return stillThere(gone.trouble);
    const after = await readNow(connection);
    if (after.state === 'none') return succeeded(null);
    if (after.state === 'unavailable') return stillThere(after.trouble);
    return stillThere(after.state === 'locked' ? 'locked' : 'refused');
  };

  const stateNow = async (connection: ConnectionId | null): Promise<KeychainView['state']> => {
    if (!(await loaded()).ok) return 'unavailable';
    const found = await look(connection ?? noAccount);
    if (!found.ok) return found.trouble === 'locked' ? 'locked' : 'unavailable';
    // Without a service to ask, only trying would tell, and trying can make a prompt appear.
    if (found.value === null) return 'unknown';
    const { collection, locked } = found.value;
    const isBarred = locked > 0 && connection !== null && !allowed.has(connection);
    return collection === 'ready' && !isBarred ? 'ready' : 'locked';
  };

  /** Beside the queue and its deadline: a prompt that waits for a person holds nothing else up, and counts as no late answer. */
  const openLocks = async (connection: ConnectionId | null): Promise<boolean> => {
    if (secretService === null) return false;
    const given = new AbortController();
    const settled = new AbortController();
    const tooLong = clock.sleep(dialogDeadlineMs, settled.signal).then(
      () => given.abort(),
      () => undefined,
    );
    try {
      const opened = await secretService.unlock(
        { service: serviceName, account: connection ?? noAccount },
        given.signal,
      );
      guard.answered();
      return opened;
    } catch {
      return false;
    } finally {
      settled.abort();
      await tooLong;
    }
  };

  const unlock = async (connection: ConnectionId | null): Promise<boolean> => {
    const isOpen = await openLocks(connection);
    if (connection === null || secretService === null) return isOpen;
    if (isOpen) allowed.add(connection);
    // The binding may be asked once more by a dialog of its own. What can be read is open, whatever the service said.
    const { state } = await guard.inTurn(() => readNow(connection), isOpen ? dialogDeadlineMs : undefined);
    return state === 'stored' || (isOpen && state === 'none');
  };

  const name = platform === 'darwin' || platform === 'win32' ? names[platform] : 'secret-service';
  return {
    name,
    state: (connection) => guard.inTurn(async () => ({ name, state: await stateNow(connection) })),
    read: (connection) => guard.inTurn(() => readNow(connection)),
    keep: (connection, token) =>
      guard.inTurn(async () => {
        const entered = parseToken(token);
        if (!entered.ok) return { state: 'session-only', because: 'refused' };
        const isTooLong = platform === 'win32' && Buffer.byteLength(entered.value) > windowsLimitBytes;
        if (isTooLong) return { state: 'session-only', because: 'too-long' };
        return keepNow(connection, entered.value);
      }),
    unlock,
    isLeftAlone: guard.isLeftAlone,
    forget: (connection) => guard.inTurn(() => forgetNow(connection)),
    holdsProcess: isUnanswered,
  };
};
