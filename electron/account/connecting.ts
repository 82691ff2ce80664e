/** Connecting for the first time: a server, which is then listed, or the demo directory, which never is. */
import { randomBytes } from 'node:crypto';
import type { Connection } from '../../contract/account.ts';
import type { ParsedInput } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { otherSpelling, UserId } from '../../contract/ids.ts';
import type { OddItems } from '../../contract/pasted.ts';
import type { ShownPage } from '../../contract/shown-page.ts';
import { parseServerAddress } from '../api/server-address.ts';
import { withSignal } from '../api/with-signal.ts';
import type { Clock } from '../clock.ts';
import { checkServer } from '../connection/check-server.ts';
import type { Directories, Servers } from '../connection/opened.ts';
import { isUuid } from '../pasted/own-form.ts';
import type { Connections } from './connections.ts';
import type { CurrentConnection } from './current-connection.ts';
import { demoId } from './demo-id.ts';
import { leftAt } from './left-at.ts';
import type { Tokens } from './tokens.ts';

/** As `account.connect` has it, with the whole text to start from. */
export type ConnectAsked = Omit<ParsedInput<'account.connect'>, 'startFrom'> & { readonly startFrom: string };

export type DemoServer = {
  readonly origin: string;
  readonly start: string;
  /** The same people on every start, whose ids it knows before they are fetched. */
  readonly organisation: { readonly indexOf: (id: string) => number | null };
  readonly close: () => Promise<void>;
};

export type ConnectingNeeds = {
  readonly current: CurrentConnection;
  readonly tokens: Tokens;
  readonly connections: Connections;
  readonly servers: Pick<Servers, 'createClient'>;
  readonly directories: Pick<Directories, 'localCopy' | 'findIds'>;
  readonly startDemo: (token: string) => Promise<DemoServer>;
  readonly clock: Clock;
};

/** `start`: the person to show first, where the server knows one of the ids. `signal` cancels it until something is kept. */
export async function connectServer(
  needs: ConnectingNeeds,
  { server, token, startFrom, name }: ConnectAsked,
  signal?: AbortSignal,
): Promise<Outcome<{ start: UserId | null; idsFound: number; odd: OddItems }>> {
  const { current, tokens, connections, directories } = needs;
  const address = parseServerAddress(server);
  if (!address.ok) return address;
  const read = await directories.findIds(startFrom, address.value);
  if (!read.ok) return read;
  if (signal?.aborted) return failed({ kind: 'cancelled' });
  const found = read.value;
  if (found.ids.length === 0 && startFrom.trim() !== '') {
    const item = found.odd.first[0]?.text;
    return failed({ kind: 'bad-input', where: 'startFrom', reason: 'no-id-found', item });
  }
  const client = needs.servers.createClient(
    address.value,
    () => token,
    () => [],
  );
  const checked = await checkServer(
    signal === undefined ? client : withSignal(client, signal),
    found.ids.flatMap(spellingsOf),
  );
  if (!checked.ok) return checked;
  if (signal?.aborted) return failed({ kind: 'cancelled' });
  const { given, listed } = checked.value;
  // The first of the list is somebody to start from, in case the list cannot be read again.
  const ids = listed === null ? spelledAs(found.ids, given?.user.id ?? null) : [listed];
  const added = await connections.add({
    name: freeName(connections.list(), name || new URL(address.value).host),
    server: address.value,
    startFrom: ids,
  });
  if (!added.ok) return added;
  const { id } = added.value;
  const kept = await tokens.accept(added.value, token);
  const opened = kept.ok ? await current.open(added.value) : kept;
  if (!opened.ok) {
    await tokens.forget(id);
    await connections.remove(id);
    return opened;
  }
  opened.value.answered();
  const { recorder, sync } = opened.value.directory;
  const remembered = await connections.setOpen(id);
  const stored = given === null ? succeeded([]) : await recorder.users([given], 'connecting');
  const begun = await sync.startFrom(ids);
  // It is connected all the same; what could not be written is said now rather than found missing later.
  for (const written of [remembered, stored, begun]) if (!written.ok) return written;
  await opened.value.labelsForFirstPage();
  sync.resume();
  return succeeded({ start: given?.user.id ?? null, idsFound: found.ids.length, odd: found.odd });
}

/** A UUID that was pasted without dashes may have some at the server: the likelier spelling first. */
function spellingsOf(id: UserId): UserId[] {
  const other = isUuid(id) && !id.includes('-') ? otherSpelling(id) : null;
  return other === null ? [id] : [other, id];
}

/** The ids in the spelling that the server has: with dashes where it was not heard of any without. */
function spelledAs(ids: readonly UserId[], answered: UserId | null): UserId[] {
  const isBare = answered !== null && isUuid(answered) && !answered.includes('-');
  return isBare ? [...ids] : ids.map((id) => spellingsOf(id)[0] ?? id);
}

/** Rejects where the demo server cannot be started. */
export async function connectDemo(needs: ConnectingNeeds): Promise<Outcome<{ start: UserId; left: ShownPage | null }>> {
  const { current, tokens, connections, directories, clock } = needs;
  const { places } = connections;
  const left = places.of(demoId);
  if (current.opened()?.view().connection.id === demoId) await current.close();
  // Its pictures' addresses are of this run's port, so an older copy would only look changed.
  const wiped = await directories.localCopy.wipe(demoId);
  if (!wiped.ok) return wiped;
  const token = randomBytes(32).toString('base64url');
  const server = await needs.startDemo(token);
  tokens.hold(demoId, token);
  const { origin } = server;
  const opened = await current.open(
    { id: demoId, kind: 'demo', name: 'Demo directory', server: origin, addedAt: clock.now() },
    server.close,
  );
  if (!opened.ok) return opened;
  await connections.setOpen(demoId);
  await opened.value.labelsForFirstPage();
  opened.value.directory.sync.resume();
  const isThere = (id: UserId) => server.organisation.indexOf(id) !== null;
  return succeeded({ start: UserId.parse(server.start), left: leftAt(places, left, { connection: demoId, isThere }) });
}

function freeName(remembered: readonly Connection[], wanted: string): string {
  const taken = new Set(remembered.map((one) => one.name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} (${number})`;
    if (!taken.has(name)) return name;
  }
}
