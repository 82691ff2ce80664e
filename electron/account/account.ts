/**
 * The connections and the one that is open: connecting, switching, renewing a token, forgetting. One of these runs
 * at a time. Whatever the keychain does, what is stored opens at once; the token follows when it is there.
 */
import pLimit from 'p-limit';
import type { AccountOverview, Connection, Keychain as KeychainView } from '../../contract/account.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ConnectionId, UserId } from '../../contract/ids.ts';
import type { ShownPage } from '../../contract/shown-page.ts';
import { createInBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { OpenDirectory } from '../connection/open-directory.ts';
import type { Directories, Opened, Servers, Windows } from '../connection/opened.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Log } from '../log.ts';
import { type ConnectAsked, type ConnectingNeeds, connectDemo, connectServer, type DemoServer } from './connecting.ts';
import { type Connections, rememberedTroubleOf } from './connections.ts';
import { createCurrentConnection } from './current-connection.ts';
import { demoId } from './demo-id.ts';
import { disconnectFrom } from './disconnecting.ts';
import { recallLate } from './late-token.ts';
import { leftAt } from './left-at.ts';
import { createNotOpened } from './not-opened.ts';
import { tryToken } from './renewing.ts';
import type { Tokens } from './tokens.ts';

/** The tokens, and the keychain that they are kept in. */
export type Credentials = { readonly keychain: Keychain; readonly tokens: Tokens };

export type AccountNeeds = {
  readonly credentials: Credentials;
  readonly connections: Connections;
  readonly servers: Servers;
  readonly startDemo: (token: string) => Promise<DemoServer>;
  readonly directories: Directories;
  readonly windows: Windows;
  /** This computer's own. */
  readonly clock: Clock;
  readonly log: Pick<Log, 'defect'>;
};

export type Account = {
  readonly overview: () => AccountOverview;
  /** Opens what was open last, if anything; called once, at start. The token may follow later. */
  readonly restore: () => Promise<void>;
  readonly connect: (input: ConnectAsked, signal?: AbortSignal) => Promise<Outcome<CallOutput<'account.connect'>>>;
  readonly connectDemo: () => Promise<Outcome<CallOutput<'account.connectDemo'>>>;
  readonly switchTo: (id: ConnectionId) => Promise<Outcome<CallOutput<'account.switch'>>>;
  readonly rename: (id: ConnectionId, name: string) => Promise<Outcome<AccountOverview>>;
  readonly renewToken: (token: string) => Promise<Outcome<AccountOverview>>;
  readonly unlockKeychain: () => Promise<Outcome<CallOutput<'account.unlockKeychain'>>>;
  readonly disconnect: (input: ParsedInput<'account.disconnect'>) => Promise<Outcome<AccountOverview>>;
  readonly lookAgain: () => Promise<Outcome<AccountOverview>>;
  /** What the system says of the network. */
  readonly networkChanged: (isOnline: boolean) => void;
  /** What is open, for the handlers of `people.*`. */
  readonly current: () => OpenDirectory | null;
  /** Closes what is open, so that the app can end. */
  readonly close: () => Promise<void>;
};

export function createAccount(needs: AccountNeeds): Account {
  const { connections, servers, startDemo, directories, windows, clock, log } = needs;
  const { keychain, tokens } = needs.credentials;
  const { localCopy } = directories;
  const inBackground = createInBackground(log);
  const inTurn = pLimit(1);
  let keychainView: KeychainView = { name: keychain.name, state: 'unknown' };
  let hasNetwork = true;

  const current = createCurrentConnection({
    tokens,
    servers,
    directories,
    windows,
    clock,
    log,
    hasNetwork: () => hasNetwork,
    changed,
  });
  const notOpened = createNotOpened({
    open: (id, isWanted) => inTurn(async () => (isWanted() ? switchTo(id) : failed({ kind: 'cancelled' }))),
    changed,
    inBackground,
    clock,
  });
  const connecting: ConnectingNeeds = { current, tokens, connections, servers, directories, startDemo, clock };
  function overview(): AccountOverview {
    return {
      keychain: keychainView,
      remembered: [...connections.list()],
      rememberedTrouble: rememberedTroubleOf(connections),
      open: current.opened()?.view() ?? null,
      notOpened: notOpened.told(),
    };
  }
  function changed(): void {
    windows.announce('account.changed', overview());
  }

  /** The connection whose token the keychain is asked about; null: none is open. */
  const openServer = (): ConnectionId | null => {
    const connection = current.opened()?.view().connection;
    return connection?.kind === 'server' ? connection.id : null;
  };
  const lookAtKeychain = async (): Promise<void> => {
    keychainView = await keychain.state(openServer());
  };

  /** Opens a remembered one; its token is asked for meanwhile. */
  const openRemembered = async (connection: Connection): Promise<Outcome<Opened>> => {
    const opened = await current.open(connection);
    if (!opened.ok) return opened;
    await connections.setOpen(connection.id);
    const { store, sync } = opened.value.directory;
    // Where the copy was forgotten or damaged, there is still somebody to begin with.
    if (store.startIds().length === 0) await sync.startFrom(connections.find(connection.id)?.startFrom ?? []);
    const hasToken = () => opened.value.view().canFetch;
    if (hasToken()) sync.resume();
    inBackground('recall token', async () => {
      await tokens.recall(connection);
      if (current.opened() !== opened.value) return;
      changed();
      if (hasToken()) opened.value.tokenCame();
      else sync.resume();
      const lateToken = { keychain, tokens, clock, opened: current.opened, changed };
      await recallLate(lateToken, opened.value, connection);
    });
    return opened;
  };

  /** What was tried last takes the place of what failed on starting. */
  const trying = async <T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T & { overview: AccountOverview }>> => {
    notOpened.forget();
    const done = await work().catch((error: unknown) => {
      changed();
      throw error;
    });
    if (done.ok) return succeeded({ ...done.value, overview: overview() });
    changed();
    return done;
  };

  async function switchTo(id: ConnectionId): Promise<Outcome<{ start: UserId | null; left: ShownPage | null }>> {
    const connection = connections.list().find((one) => one.id === id);
    if (connection === undefined) return failed({ kind: 'bad-input', where: 'connection', reason: 'not-known' });
    const before = connections.places.of(id);
    const opened = await openRemembered(connection);
    if (!opened.ok) return opened;
    const { store, recorder } = opened.value.directory;
    const isThere = (person: UserId) => store.user(person) !== null;
    const left = leftAt(connections.places, before, { connection: id, isThere });
    return succeeded({ start: recorder.recent(1)[0]?.id ?? store.startIds()[0] ?? null, left });
  }

  const disconnect: Account['disconnect'] = async (input) => {
    notOpened.forget();
    const left = await disconnectFrom(connecting, input);
    if (left.ok) return succeeded(overview());
    changed();
    return left;
  };

  const renewToken: Account['renewToken'] = async (token) => {
    const open = current.opened();
    if (open === null || open.view().connection.kind === 'demo') return failed({ kind: 'not-connected' });
    const kept = await tryToken({ servers, tokens }, open, token);
    if (!kept.ok) return kept;
    // What is in the way of keeping it may be what is kept for this connection.
    if (kept.value === 'session-only') await lookAtKeychain();
    open.answered();
    open.tokenCame();
    return succeeded(overview());
  };

  return {
    overview,
    restore: () =>
      inTurn(async () => {
        await localCopy.finishWipes();
        const last = connections.lastOpen();
        if (last === demoId) {
          // Without it there is still the first screen, which offers it again.
          await connectDemo(connecting).catch((error: unknown) => log.defect('restore the demo directory', error));
        } else if (last !== null) {
          const opened = await switchTo(last);
          if (!opened.ok) notOpened.failed(last, opened.failure);
        }
        inBackground('look at keychain', async () => {
          await lookAtKeychain();
          changed();
        });
      }),
    connect: (input, signal) => inTurn(() => trying(() => connectServer(connecting, input, signal))),
    connectDemo: () => inTurn(() => trying(() => connectDemo(connecting))),
    switchTo: (id) => inTurn(() => trying(() => switchTo(id))),
    rename: (id, name) =>
      inTurn(async () => {
        const renamed = await connections.rename(id, name);
        if (!renamed.ok) return renamed;
        const open = current.opened();
        if (open?.view().connection.id === id) open.rename(name);
        return succeeded(overview());
      }),
    renewToken: (token) => inTurn(renewToken, token),
    unlockKeychain: async () => {
      // Not in turn: the person may take minutes, and everything else goes on meanwhile.
      const unlocked = await keychain.unlock(openServer());
      return inTurn(async () => {
        await lookAtKeychain();
        const open = current.opened();
        const connection = open?.view().connection;
        if (unlocked && connection?.kind === 'server') {
          const token = tokens.current(connection.id);
          if (token !== null) await tokens.accept(connection, token);
          else if ((await tokens.recall(connection)) === 'stored') open?.tokenCame();
        }
        return succeeded({ unlocked, overview: overview() });
      });
    },
    disconnect: (input) => inTurn(disconnect, input),
    // Not in turn: a server may take long to answer.
    lookAgain: async () => {
      const open = current.opened();
      if (open === null) return failed({ kind: 'not-connected' });
      await open.lookAgain();
      return succeeded(overview());
    },
    networkChanged: (isOnline) => {
      if (isOnline === hasNetwork) return;
      hasNetwork = isOnline;
      current.opened()?.networkChanged();
    },
    current: () => current.opened()?.directory ?? null,
    close: () =>
      inTurn(async () => {
        notOpened.forget();
        connections.places.flush();
        await current.close();
      }),
  };
}
