/**
 * The main process's parts wired as `electron/main.ts` wires them, in plain Node: the real client, store and files,
 * with a keychain in memory and what is announced kept in a list.
 */
import type { EventData, EventName } from '../../../contract/events.ts';
import type { Outcome } from '../../../contract/failures.ts';
import { UserId } from '../../../contract/ids.ts';
import type { PersonPage } from '../../../contract/person.ts';
import { createAccount } from '../../../electron/account/account.ts';
import type { DemoServer } from '../../../electron/account/connecting.ts';
import { createConnections } from '../../../electron/account/connections.ts';
import { createTokens } from '../../../electron/account/tokens.ts';
import type { Announce } from '../../../electron/announce.ts';
import { type ApiLimits, createApiClient, usualLimits } from '../../../electron/api/client.ts';
import { type Clock, systemClock } from '../../../electron/clock.ts';
import { createLocalCopy } from '../../../electron/connection/local-copy.ts';
import { openDirectory } from '../../../electron/connection/open-directory.ts';
import { createFindPastedIds } from '../../../electron/connection/pasted-thread.ts';
import type { KeytarBinding } from '../../../electron/keychain/binding.ts';
import { createKeychain } from '../../../electron/keychain/keychain.ts';
import type { SecretService } from '../../../electron/keychain/secret-service.ts';
import type { Log } from '../../../electron/log.ts';
import { createPaces, type Paces } from '../../../electron/pace/paces.ts';
import { createServerClocks } from '../../../electron/server-clock.ts';
import type { Sync } from '../../../electron/sync/sync.ts';
import type { StartWorker } from '../../../electron/thread/start-thread.ts';
import { startedFile } from '../started-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { workerInPlace } from '../thread/worker-in-place.ts';

export const id = (text: string): UserId => UserId.parse(text);

export function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`failed: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

export const noLog: Log = { info: () => undefined, defect: (event, error) => `${event}: ${String(error)}` };

/** A keychain's content, which outlives the app. */
export function memoryKeychain(): { readonly binding: KeytarBinding; readonly secrets: Map<string, string> } {
  const secrets = new Map<string, string>();
  return {
    secrets,
    binding: {
      getPassword: async (service, account) => secrets.get(`${service}/${account}`) ?? null,
      setPassword: async (service, account, password) => void secrets.set(`${service}/${account}`, password),
      deletePassword: async (service, account) => secrets.delete(`${service}/${account}`),
    },
  };
}

export type Announced = { readonly name: EventName; readonly data: EventData<EventName> };

export type WiredOptions = {
  readonly folder?: string;
  readonly load?: () => Promise<KeytarBinding>;
  /** Asked before the binding, as on Linux; otherwise there is none, as on macOS. */
  readonly secretService?: SecretService;
  /** What the directory goes by, instead of the server's. */
  readonly clock?: Clock;
  /** This computer's clock, as the server's is corrected from. */
  readonly ownClock?: Clock;
  /** Asked whenever a client is made. */
  readonly limits?: () => ApiLimits;
  /** Whether opening a connection begins to fetch everybody; otherwise only what a test asks for is asked for. */
  readonly syncs?: boolean;
  /** Otherwise one pace for each server, as in the app. */
  readonly paceOf?: Paces;
  readonly startDemo?: (token: string) => Promise<DemoServer>;
};

export async function wire(options: WiredOptions = {}) {
  const folder = options.folder ?? temporaryFolder();
  const clock = options.clock ?? systemClock;
  const clockOf = createServerClocks(options.ownClock ?? systemClock);
  const announced: Announced[] = [];
  const started: string[] = [];
  const wakers = new Set<() => void>();
  const announce: Announce = (name, data) => {
    announced.push({ name, data });
    for (const wake of wakers) wake();
  };
  const paceOf = options.paceOf ?? createPaces({ clock: systemClock });
  const keychain = createKeychain({
    platform: options.secretService === undefined ? 'darwin' : 'linux',
    load: options.load ?? (async () => memoryKeychain().binding),
    secretService: options.secretService ?? null,
    clock,
    log: noLog,
  });
  const tokens = createTokens({ keychain });
  const connections = await createConnections({ folder, clock });
  const startWorker: StartWorker = (script, begun) => {
    started.push(begun.name);
    return workerInPlace(script, begun);
  };
  const thread = { script: startedFile('directory-thread'), startWorker };
  const account = createAccount({
    credentials: { keychain, tokens },
    connections,
    servers: {
      createClient: (server, token, known) =>
        createApiClient({
          fetch,
          server,
          token,
          clock: clockOf(server),
          known,
          random: Math.random,
          pace: paceOf(server),
          limits: options.limits?.() ?? usualLimits,
        }),
      clockOf,
    },
    directories: {
      localCopy: createLocalCopy({ folder }),
      findIds: createFindPastedIds({ thread, log: noLog }),
      open: async (of) => {
        const opened = await openDirectory(
          { thread, pictures: { fetch, paceOf }, announce, log: noLog },
          options.clock === undefined ? of : { ...of, clock },
        );
        if (!opened.ok || options.syncs) return opened;
        return { ...opened, value: { ...opened.value, sync: idle(opened.value.sync) } };
      },
    },
    startDemo:
      options.startDemo ??
      (async () => {
        throw new Error('this test has no demo directory');
      }),
    windows: { announce, isUsed: () => true },
    clock,
    log: noLog,
  });

  const caller = { window: 1, announce };
  return {
    /** The one window there is. */
    caller,
    account,
    places: connections.places,
    tokens,
    folder,
    announced,
    /** The names of the threads that were started. */
    started,
    /** Resolves with the first event, past or to come, that fits. */
    heard: <N extends EventName>(name: N, fits: (data: EventData<N>) => boolean = () => true): Promise<EventData<N>> =>
      new Promise((resolve) => {
        const look = () => {
          for (const event of announced) {
            // The name decides the type of the data; the list has lost that.
            const data = event.data as EventData<N>;
            if (event.name !== name || !fits(data)) continue;
            wakers.delete(look);
            resolve(data);
            return;
          }
        };
        wakers.add(look);
        look();
      }),
    open: async (person: string, want: 'known' | 'fresh' = 'known'): Promise<Outcome<PersonPage>> => {
      const current = account.current();
      if (current === null) throw new Error('nothing is open');
      return current.pages.of(caller).open(id(person), want);
    },
    end: () => account.close(),
  };
}

/** A sync that never begins by itself. */
function idle(sync: Sync): Sync {
  return { ...sync, resume: () => undefined, tokenCame: () => undefined, tokenTaken: () => undefined };
}

export type Wired = Awaited<ReturnType<typeof wire>>;
