/**
 * The connections and the one that is open: connecting, switching, renewing a token, forgetting. One of these runs
 * at a time. Whatever the keychain does, what is stored opens at once; the token follows when it is there.
 */
import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import type { AccountOverview, Connection, Keychain as KeychainView } from '../../contract/account.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { ConnectionId, UserId } from '../../contract/ids.ts';
import type { Announce } from '../announce.ts';
import { findIds } from '../api/find-ids.ts';
import { parseServerAddress } from '../api/server-address.ts';
import type { OpenDirectory } from '../directory/open-directory.ts';
import { checkServer } from './check-server.ts';
import type { Connections } from './connections.ts';
import type { Keychain } from './keychain.ts';
import type { LocalCopy } from './local-copy.ts';
import { type Opened, type OpenedNeeds, openConnection } from './opened.ts';

export type DemoServer = { readonly origin: string; readonly start: string; readonly close: () => Promise<void> };

export type AccountNeeds = Omit<OpenedNeeds, 'connection' | 'changed'> & {
  readonly keychain: Keychain;
  readonly connections: Connections;
  readonly localCopy: LocalCopy;
  readonly startDemo: (token: string) => Promise<DemoServer>;
  readonly announce: Announce;
};

export type Account = {
  readonly overview: () => AccountOverview;
  /** Opens what was open last, if anything; called once, at start. The token may follow later. */
  readonly restore: () => Promise<void>;
  readonly connect: (input: ParsedInput<'account.connect'>) => Promise<Outcome<CallOutput<'account.connect'>>>;
  readonly connectDemo: () => Promise<Outcome<CallOutput<'account.connectDemo'>>>;
  readonly switchTo: (id: ConnectionId) => Promise<Outcome<CallOutput<'account.switch'>>>;
  readonly rename: (id: ConnectionId, name: string) => Promise<Outcome<AccountOverview>>;
  readonly renewToken: (token: string) => Promise<Outcome<AccountOverview>>;
  readonly unlockKeychain: () => Promise<Outcome<CallOutput<'account.unlockKeychain'>>>;
  readonly disconnect: (input: ParsedInput<'account.disconnect'>) => Promise<Outcome<AccountOverview>>;
  /** What is open, for the handlers of `people.*`. */
  readonly current: () => OpenDirectory | null;
  /** Closes what is open, so that the app can end. */
  readonly close: () => Promise<void>;
};

/** The demo directory's place among the local copies: always the same, never in the list of remembered ones. */
const demoId = ConnectionId.parse('00000000-0000-4000-8000-000000000000');

export function createAccount(needs: AccountNeeds): Account {
  const { keychain, connections, localCopy, tokens, announce, clock } = needs;
  const inTurn = pLimit(1);
  let keychainView: KeychainView = { name: keychain.name, state: 'unknown' };
  let open: Opened | null = null;
  let demo: DemoServer | null = null;
  let notOpened: AccountOverview['notOpened'] = null;

  const overview = (): AccountOverview => ({
    keychain: keychainView,
    remembered: [...connections.list()],
    open: open?.view() ?? null,
    notOpened,
  });
  const changed = () => announce('account.changed', overview());

  const lookAtKeychain = async (): Promise<void> => {
    keychainView = await keychain.state();
  };

  const closeOpen = async (): Promise<void> => {
    notOpened = null;
    open?.close();
    open = null;
    await demo?.close();
    demo = null;
  };

  const openOne = async (connection: Connection): Promise<Outcome<Opened>> => {
    await closeOpen();
    const opened = await openConnection({ ...needs, connection, changed });
    if (opened.ok) open = opened.value;
    return opened;
  };

  /** Opens a remembered one; its token is asked for meanwhile. */
  const openRemembered = async (connection: Connection): Promise<Outcome<Opened>> => {
    const opened = await openOne(connection);
    if (!opened.ok) return opened;
    await connections.setOpen(connection.id);
    void tokens.recall(connection.id).then(async () => {
      if (open !== opened.value) return;
      changed();
      await open.fetchLabels();
    });
    return opened;
  };

  const startOf = ({ directory: { store } }: Opened): UserId | null =>
    store.recent(1)[0]?.id ?? store.startIds()[0] ?? null;

  const connect: Account['connect'] = async ({ server, token, startFrom, name }) => {
    const address = parseServerAddress(server);
    if (!address.ok) return address;
    const ids = findIds(startFrom);
    if (ids.length === 0 && startFrom.trim() !== '') {
      return failed({ kind: 'bad-input', where: 'startFrom', reason: 'no-id-found' });
    }
    const first = await checkServer(
      needs.createClient(address.value, () => token),
      ids,
    );
    if (!first.ok) return first;
    const added = await connections.add({
      name: freeName(name || new URL(address.value).host),
      server: address.value,
      startFrom: ids,
    });
    if (!added.ok) return added;
    const kept = await tokens.accept(added.value.id, token);
    const opened = kept.ok ? await openOne(added.value) : kept;
    if (!opened.ok) {
      await tokens.forget(added.value.id);
      await connections.remove(added.value.id);
      return opened;
    }
    await connections.setOpen(added.value.id);
    const { store } = opened.value.directory;
    store.setStartIds(ids);
    if (first.value !== null) store.recordUsers([first.value]);
    await opened.value.fetchLabels();
    return succeeded({ overview: overview(), start: first.value?.user.id ?? null, idsFound: ids.length });
  };

  const freeName = (wanted: string): string => {
    const taken = new Set(connections.list().map((one) => one.name));
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted} (${number})`;
      if (!taken.has(name)) return name;
    }
  };

  const connectDemo: Account['connectDemo'] = async () => {
    await closeOpen();
    // Its pictures' addresses are of this run's port, so an older copy would only look changed.
    const wiped = await localCopy.wipe(demoId);
    if (!wiped.ok) return wiped;
    const token = randomBytes(32).toString('base64url');
    const server = await needs.startDemo(token);
    tokens.hold(demoId, token);
    const opened = await openOne({
      id: demoId,
      kind: 'demo',
      name: 'Demo directory',
      server: server.origin,
      addedAt: clock.now(),
    });
    demo = server;
    if (!opened.ok) {
      await closeOpen();
      return opened;
    }
    await connections.setOpen(null);
    await opened.value.fetchLabels();
    return succeeded({ overview: overview(), start: UserId.parse(server.start) });
  };

  const disconnect: Account['disconnect'] = async ({ connection, forgetToken, forgetCopy }) => {
    const isOpen = open?.view().connection.id === connection;
    if (isOpen) {
      await closeOpen();
      await connections.setOpen(null);
    }
    const isDemo = connection === demoId;
    if (isDemo) tokens.release(connection);
    // The copy goes first: a keychain that does not answer must not keep it.
    const copy = forgetCopy || isDemo ? await localCopy.wipe(connection) : succeeded(null);
    const token = forgetToken && !isDemo ? await tokens.forget(connection) : succeeded(null);
    if (!forgetToken) tokens.release(connection);
    const left = [copy, token].find((one) => !one.ok);
    if (left?.ok === false) {
      changed();
      return left;
    }
    if (forgetToken && forgetCopy && !isDemo) {
      const removed = await connections.remove(connection);
      if (!removed.ok) return removed;
    }
    return succeeded(overview());
  };

  return {
    overview,
    restore: () =>
      inTurn(async () => {
        await localCopy.finishWipes();
        const last = connections.lastOpen();
        const connection = connections.list().find((one) => one.id === last);
        if (connection !== undefined) {
          const opened = await openRemembered(connection);
          if (!opened.ok) notOpened = { connection: connection.id, failure: opened.failure };
        }
        void lookAtKeychain().then(changed);
      }),
    connect: (input) => inTurn(connect, input),
    connectDemo: () => inTurn(connectDemo),
    switchTo: (id) =>
      inTurn(async () => {
        const connection = connections.list().find((one) => one.id === id);
        if (connection === undefined) return failed({ kind: 'bad-input', where: 'connection', reason: 'not-known' });
        const opened = await openRemembered(connection);
        return opened.ok ? succeeded({ overview: overview(), start: startOf(opened.value) }) : opened;
      }),
    rename: (id, name) =>
      inTurn(async () => {
        const renamed = await connections.rename(id, name);
        if (!renamed.ok) return renamed;
        if (open?.view().connection.id === id) open.rename(name);
        return succeeded(overview());
      }),
    renewToken: (token) =>
      inTurn(async () => {
        if (open === null) return failed({ kind: 'not-connected' });
        const { connection } = open.view();
        const { store } = open.directory;
        const checked = await checkServer(
          needs.createClient(connection.server, () => token),
          [...store.startIds(), ...store.recent(1).map((card) => card.id)].slice(0, 1),
        );
        if (!checked.ok && checked.failure.kind !== 'not-found') return checked;
        const kept = await tokens.accept(connection.id, token);
        if (!kept.ok) return kept;
        open.answered();
        return succeeded(overview());
      }),
    unlockKeychain: async () => {
      // Not in turn: the person may take minutes, and everything else goes on meanwhile.
      const unlocked = await keychain.unlock();
      return inTurn(async () => {
        await lookAtKeychain();
        const connection = open?.view().connection;
        if (unlocked && connection?.kind === 'server') {
          const token = tokens.current(connection.id);
          if (token === null) await tokens.recall(connection.id);
          else await tokens.accept(connection.id, token);
        }
        return succeeded({ unlocked, overview: overview() });
      });
    },
    disconnect: (input) => inTurn(disconnect, input),
    current: () => open?.directory ?? null,
    close: () => inTurn(closeOpen),
  };
}
