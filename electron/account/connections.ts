/**
 * The servers that are remembered between runs, with names and starting points and without any secret. A change is
 * seen by the app only once it is safely on disk; changes are made one after another.
 */
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Connection, RememberedTrouble } from '../../contract/account.ts';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { ConnectionId, UserId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import { newConnectionId } from './bound-id.ts';
import { type Contents, createConnectionsFile, Remembered } from './connections-file.ts';
import { demoId } from './demo-id.ts';
import { createPlaces, type Places } from './places.ts';

export type NewConnection = {
  readonly name: string;
  /** An origin; a URL with anything more is refused. */
  readonly server: string;
  readonly startFrom: readonly UserId[];
};

export type Connections = {
  /** In the order they were added. */
  readonly list: () => readonly Connection[];
  readonly find: (connection: ConnectionId) => Remembered | null;
  /** The connection that was open last and not closed since, the demo directory included; what to open on starting. */
  readonly lastOpen: () => ConnectionId | null;
  readonly add: (connection: NewConnection) => Promise<Outcome<Connection>>;
  readonly rename: (connection: ConnectionId, name: string) => Promise<Outcome<null>>;
  /** Marks which one is open now; null: none. */
  readonly setOpen: (connection: ConnectionId | null) => Promise<Outcome<null>>;
  readonly remove: (connection: ConnectionId) => Promise<Outcome<null>>;
  /** Where each was left. */
  readonly places: Places;
  /** Where a damaged file went on opening; what could be read of it is remembered. Null: it was sound. */
  readonly movedAside: string | null;
  /** Why nothing can be remembered in this run, such as a file of a newer version; every change then fails with it. */
  readonly trouble: Failure | null;
};

/** What keeps connections from being remembered, in a word; null: nothing does. */
export function rememberedTroubleOf({ trouble, movedAside }: Connections): RememberedTrouble | null {
  if (trouble?.kind === 'database' && trouble.trouble === 'newer-version') return 'newer-version';
  if (trouble !== null) return 'unreadable';
  return movedAside === null ? null : 'damaged';
}

const asConnection = ({ id, kind, name, server, addedAt }: Remembered): Connection => ({
  id,
  kind,
  name,
  server,
  addedAt,
});

const notKnown = failed({ kind: 'bad-input', where: 'connection', reason: 'not-known' });

/** `folder`: the user data folder. Never rejects; what is wrong is in `trouble` and `movedAside`. */
export const createConnections = async ({ folder, clock }: { folder: string; clock: Clock }): Promise<Connections> => {
  const file = createConnectionsFile({ folder });
  const loaded = await file.load();
  const trouble = loaded.ok ? null : loaded.failure;
  let now: Contents = loaded.ok ? loaded.value.contents : { remembered: [], open: null };
  const inTurn = pLimit(1);

  const change = <T>(decide: (before: Contents) => Outcome<{ after: Contents; value: T }>): Promise<Outcome<T>> =>
    inTurn(async (): Promise<Outcome<T>> => {
      if (trouble) return failed(trouble);
      const decided = decide(now);
      if (!decided.ok) return decided;
      const written = await file.write(decided.value.after);
      if (!written.ok) return written;
      now = decided.value.after;
      return succeeded(decided.value.value);
    });

  const changeOne = (id: ConnectionId, edit: (before: Remembered) => Remembered): Promise<Outcome<null>> =>
    change((before) => {
      if (!before.remembered.some((one) => one.id === id)) return notKnown;
      const remembered = before.remembered.map((one) => (one.id === id ? edit(one) : one));
      return succeeded({ after: { ...before, remembered }, value: null });
    });

  return {
    movedAside: loaded.ok ? loaded.value.movedAside : null,
    trouble,
    list: () => now.remembered.map(asConnection),
    find: (id) => now.remembered.find((one) => one.id === id) ?? null,
    lastOpen: () => now.open,
    add: ({ name, server, startFrom }) =>
      change((before) => {
        const made = Remembered.safeParse({
          id: newConnectionId(server),
          kind: 'server',
          name,
          server,
          addedAt: clock.now(),
          startFrom,
          lastOpenedAt: null,
        });
        if (!made.success) return failed({ kind: 'bad-input', where: 'server', reason: 'malformed' });
        const after = { ...before, remembered: [...before.remembered, made.data] };
        return succeeded({ after, value: asConnection(made.data) });
      }),
    rename: (id, name) => changeOne(id, (before) => ({ ...before, name })),
    setOpen: (id) =>
      id === null
        ? change((before) => succeeded({ after: { ...before, open: null }, value: null }))
        : change((before) => {
            if (id !== demoId && !before.remembered.some((one) => one.id === id)) return notKnown;
            const remembered = before.remembered.map((one) =>
              one.id === id ? { ...one, lastOpenedAt: clock.now() } : one,
            );
            return succeeded({ after: { remembered, open: id }, value: null });
          }),
    remove: (id) =>
      change((before) => {
        const remembered = before.remembered.filter((one) => one.id !== id);
        return succeeded({ after: { remembered, open: before.open === id ? null : before.open }, value: null });
      }),
    places: createPlaces(join(folder, 'places.json'), clock),
  };
};
