/**
 * Says of one stored secret whether it is there, not there, or behind a lock, without touching the secret and without
 * ever making a prompt appear. A lock that opens without one (a keyring without a password, after an automatic login) is opened.
 *
 * Why: the binding cannot tell. Measured against gnome-keyring 42: where the collection is locked its `getPassword`
 * resolves to null, as it does for "none", after having asked the desktop for an unlock prompt; its
 * `deletePassword` resolves to false, and the secret is still there. See docs/decisions/keychain.md.
 * Source: Secret Service API Draft, "org.freedesktop.Secret.Service".
 */
import { type Bus, BusError, busSocket, openBus } from './bus.ts';
import type { BusArgument } from './bus-message.ts';

export type Attributes = { readonly service: string; readonly account: string };

/** `collection`: where new secrets go. `missing`: there is none yet; making one asks the person for a password. */
export type Holdings = {
  readonly collection: 'ready' | 'locked' | 'missing';
  readonly unlocked: number;
  readonly locked: number;
};

export type SecretService = {
  /** What is held under these attributes. Rejects where the service cannot be reached, or when `signal` aborts. */
  readonly holdings: (attributes: Attributes, signal: AbortSignal) => Promise<Holdings>;
  /**
   * Has the desktop ask the person to unlock the collection, or to make one, and whatever is held under these attributes and
   * locked, and waits for them. True: the service says that what is held is open now or, where nothing is, the collection. It
   * may hold for this conversation alone. Rejects as `holdings` does.
   */
  readonly unlock: (attributes: Attributes, signal: AbortSignal) => Promise<boolean>;
};

const name = 'org.freedesktop.secrets';
const root = '/org/freedesktop/secrets';
const nothing = '/';

/** What a desktop calls the collection that a person has from the start; other programs will use it, too. */
const newCollection = new Map([['org.freedesktop.Secret.Collection.Label', 'Login']]);

const ask = (bus: Bus, member: string, signature: string, body: readonly BusArgument[]) =>
  bus.call({ destination: name, path: root, interface: 'org.freedesktop.Secret.Service', member, signature, body });

const defaultCollection = async (bus: Bus): Promise<string | null> => {
  const [path] = await ask(bus, 'ReadAlias', 's', ['default']);
  return typeof path === 'string' && path !== nothing ? path : null;
};

const isLocked = async (bus: Bus, collection: string): Promise<boolean> => {
  const asked = bus.call({
    destination: name,
    path: collection,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: ['org.freedesktop.Secret.Collection', 'Locked'],
  });
  const [locked] = await asked.catch((error: unknown) => {
    // The alias may name a collection that was removed: what is kept in another one can be read all the same.
    if (error instanceof BusError && error.name !== 'gone') return [null];
    throw error;
  });
  // Anything but a plain "no" is a lock: to overwrite what cannot be seen is the one thing not to be done.
  return locked !== false;
};

const collectionState = async (bus: Bus): Promise<Holdings['collection']> => {
  const collection = await defaultCollection(bus);
  if (collection === null) return 'missing';
  return (await isLocked(bus, collection)) ? 'locked' : 'ready';
};

type Found = { readonly unlocked: readonly string[]; readonly locked: readonly string[] };

const search = async (bus: Bus, { service, account }: Attributes): Promise<Found> => {
  const wanted = new Map([
    ['service', service],
    ['account', account],
    // The binding stores under this schema and finds only what has it.
    ['xdg:schema', 'org.freedesktop.Secret.Generic'],
  ]);
  const [unlocked, locked] = await ask(bus, 'SearchItems', 'a{ss}', [wanted]);
  if (!Array.isArray(unlocked) || !Array.isArray(locked)) throw new BusError('bad-reply');
  return { unlocked: unlocked.map(String), locked: locked.map(String) };
};

/** All that is in the way of a secret: itself, and the collection where a new one goes. */
const locksOf = async (bus: Bus, { locked }: Found): Promise<string[]> => {
  const collection = await defaultCollection(bus);
  return collection !== null && (await isLocked(bus, collection)) ? [...locked, collection] : [...locked];
};

/** Asks for the locks to be opened. Gives the prompt that this takes; null: none. */
const askToUnlock = async (bus: Bus, locks: readonly string[]): Promise<string | null> => {
  const [, prompt] = await ask(bus, 'Unlock', 'ao', [locks]);
  return typeof prompt === 'string' && prompt !== nothing ? prompt : null;
};

/** Opens what opens without a prompt; a prompt is dismissed, never shown. */
const openSilently = async (bus: Bus, locks: readonly string[]): Promise<void> => {
  try {
    const prompt = await askToUnlock(bus, locks);
    if (prompt === null) return;
    await bus.call({
      destination: name,
      path: prompt,
      interface: 'org.freedesktop.Secret.Prompt',
      member: 'Dismiss',
      signature: '',
      body: [],
    });
  } catch (error) {
    // A service that will not do this leaves it locked, which shows.
    if (!(error instanceof BusError) || error.name === 'gone') throw error;
  }
};

/** Rejects once the service has left the bus. Another service in its place does not know the prompt. */
const untilGone = async (bus: Bus): Promise<never> => {
  for (;;) {
    const [whose] = await bus.nextSignal('/org/freedesktop/DBus', 'NameOwnerChanged');
    if (whose === name) throw new BusError('gone');
  }
};

/** Shows a prompt and waits until the person has answered or dismissed it, or the service is gone, which then tells nobody. */
const runPrompt = async (bus: Bus, prompt: string): Promise<void> => {
  const daemon = {
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
  };
  const rule = `type='signal',interface='org.freedesktop.Secret.Prompt',path='${prompt}'`;
  const ownerRule = `type='signal',sender='${daemon.destination}',member='NameOwnerChanged',arg0='${name}'`;
  const gone = untilGone(bus);
  // It also ends when the conversation does, and then nobody waits for it any more.
  gone.catch(() => undefined);
  for (const one of [rule, ownerRule]) await bus.call({ ...daemon, member: 'AddMatch', signature: 's', body: [one] });
  const completed = bus.nextSignal(prompt, 'Completed');
  const shown = bus.call({
    destination: name,
    path: prompt,
    interface: 'org.freedesktop.Secret.Prompt',
    member: 'Prompt',
    signature: 's',
    body: [''],
  });
  // Both are awaited together, so that neither can reject unseen.
  await Promise.race([Promise.all([shown, completed]), gone]);
};

/** Has the person make the collection where new secrets go. What is kept in another one is asked for all the same. */
const makeCollection = async (bus: Bus): Promise<void> => {
  try {
    const [, prompt] = await ask(bus, 'CreateCollection', 'a{sv}s', [{ properties: newCollection }, 'default']);
    if (typeof prompt === 'string' && prompt !== nothing) await runPrompt(bus, prompt);
  } catch (error) {
    // A service that makes none leaves it missing, which shows.
    if (!(error instanceof BusError) || error.name === 'gone') throw error;
  }
};

/** `environment`: where the session's bus is looked up each time, as the binding's own library does. */
export const createSecretService = (environment: Readonly<Record<string, string | undefined>>): SecretService => {
  const withBus = async <T>(signal: AbortSignal, use: (bus: Bus) => Promise<T>): Promise<T> => {
    const socketPath = busSocket(environment);
    if (socketPath === null) throw new BusError('no-bus');
    const bus = await openBus({ socketPath, signal });
    try {
      return await use(bus);
    } finally {
      bus.close();
    }
  };

  const look = async (bus: Bus, attributes: Attributes): Promise<Holdings> => {
    const { unlocked, locked } = await search(bus, attributes);
    return { collection: await collectionState(bus), unlocked: unlocked.length, locked: locked.length };
  };

  const holdings = (attributes: Attributes, signal: AbortSignal) =>
    withBus(signal, async (bus) => {
      const locks = await locksOf(bus, await search(bus, attributes));
      if (locks.length > 0) await openSilently(bus, locks);
      return look(bus, attributes);
    });

  const unlock = (attributes: Attributes, signal: AbortSignal) =>
    withBus(signal, async (bus) => {
      if ((await defaultCollection(bus)) === null) await makeCollection(bus);
      const locks = await locksOf(bus, await search(bus, attributes));
      const prompt = locks.length > 0 ? await askToUnlock(bus, locks) : null;
      if (prompt !== null) await runPrompt(bus, prompt);
      const { collection, unlocked, locked } = await look(bus, attributes);
      return locked === 0 && (unlocked > 0 || collection === 'ready');
    });

  return { holdings, unlock };
};
