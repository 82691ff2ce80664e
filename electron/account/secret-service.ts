/**
 * Says of one stored secret whether it is there, not there, or behind a lock, without touching the secret and without
 * ever making a prompt appear.
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
   * Has the desktop ask the person to unlock the collection, or to make one, and waits for them. True: it is open
   * now. Rejects as `holdings` does.
   */
  readonly unlock: (signal: AbortSignal) => Promise<boolean>;
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
  const [locked] = await bus.call({
    destination: name,
    path: collection,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: ['org.freedesktop.Secret.Collection', 'Locked'],
  });
  // Anything but a plain "no" is a lock: to overwrite what cannot be seen is the one thing not to be done.
  return locked !== false;
};

const collectionState = async (bus: Bus): Promise<Holdings['collection']> => {
  const collection = await defaultCollection(bus);
  if (collection === null) return 'missing';
  return (await isLocked(bus, collection)) ? 'locked' : 'ready';
};

/** Shows a prompt and waits until the person has answered or dismissed it. */
const runPrompt = async (bus: Bus, prompt: string): Promise<void> => {
  const daemon = {
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
  };
  const rule = `type='signal',interface='org.freedesktop.Secret.Prompt',path='${prompt}'`;
  await bus.call({ ...daemon, member: 'AddMatch', signature: 's', body: [rule] });
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
  await Promise.all([shown, completed]);
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

  const holdings = (attributes: Attributes, signal: AbortSignal) =>
    withBus(signal, async (bus) => {
      const wanted = new Map([
        ['service', attributes.service],
        ['account', attributes.account],
        // The binding stores under this schema and finds only what has it.
        ['xdg:schema', 'org.freedesktop.Secret.Generic'],
      ]);
      const [unlocked, locked] = await ask(bus, 'SearchItems', 'a{ss}', [wanted]);
      if (!Array.isArray(unlocked) || !Array.isArray(locked)) throw new BusError('bad-reply');
      return { collection: await collectionState(bus), unlocked: unlocked.length, locked: locked.length };
    });

  const unlock = (signal: AbortSignal) =>
    withBus(signal, async (bus) => {
      const collection = await defaultCollection(bus);
      const [, prompt] =
        collection === null
          ? await ask(bus, 'CreateCollection', 'a{sv}s', [{ properties: newCollection }, 'default'])
          : await ask(bus, 'Unlock', 'ao', [[collection]]);
      if (typeof prompt === 'string' && prompt !== nothing) await runPrompt(bus, prompt);
      return (await collectionState(bus)) === 'ready';
    });

  return { holdings, unlock };
};
