/** Each window has a page of its own: what one opens, is told or leaves is nothing to the other. */
import { afterEach, expect, test } from 'vitest';
import type { EventData } from '../../../contract/events.ts';
import type { Announce, Caller } from '../../../electron/announce.ts';
import { idOf } from '../storage/stored.ts';
import { type OrganisationServer, type People, startOrganisationServer } from './organisation-server.ts';
import { openSynced, type Synced, unwrap } from './synced.ts';

const running: (Synced | OrganisationServer)[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await ('end' in one ? one.end() : one.close());
});

/** A window, and what was announced to it. */
function windowOf(number: number) {
  const arrived: string[] = [];
  const refreshed: string[] = [];
  const announce: Announce = (name, data) => {
    // The name decides the type of the data.
    if (name === 'reports.arrived')
      arrived.push(...(data as EventData<'reports.arrived'>).entries.map((entry) => ('id' in entry ? entry.id : '')));
    if (name === 'person.refreshed') refreshed.push((data as EventData<'person.refreshed'>).user.id);
  };
  const caller: Caller = { window: number, announce };
  return { caller, arrived, refreshed };
}

async function setUp(before: (id: string) => Promise<unknown> | undefined = () => undefined) {
  const people: People = new Map([
    ['a0', ['a1', 'a2']],
    ['b0', ['b1', 'b2']],
    ...['a1', 'a2', 'b1', 'b2'].map((id): [string, string[]] => [id, []]),
  ]);
  const server = await startOrganisationServer({ people, before });
  const app = await openSynced({ origin: server.origin });
  running.push(app, server);
  return { server, app, one: windowOf(2), other: windowOf(3) };
}

test('each is told of its own page alone', async () => {
  const { app, one, other } = await setUp();
  unwrap(await app.pages.of(one.caller).open(idOf('a0'), 'known'));
  unwrap(await app.pages.of(other.caller).open(idOf('b0'), 'known'));
  await app.untilStored(() => app.store.peopleCount() === 6);
  await expect
    .poll(() => [one.arrived.toSorted(), other.arrived.toSorted()])
    .toEqual([
      ['a1', 'a2'],
      ['b1', 'b2'],
    ]);
});

test('what one leaves goes on in the other', async () => {
  const held = Promise.withResolvers<void>();
  const { app, server, one, other } = await setUp((id) =>
    id.endsWith('1') || id.endsWith('2') ? held.promise : undefined,
  );
  unwrap(await app.pages.of(one.caller).open(idOf('a0'), 'known'));
  unwrap(await app.pages.of(other.caller).open(idOf('b0'), 'known'));
  await server.seen(6);
  app.pages.leave(2);
  held.resolve();
  await expect.poll(() => other.arrived.toSorted()).toEqual(['b1', 'b2']);
  expect(one.arrived).toEqual([]);
});

test('a page follows what another window fetches of its person', async () => {
  const { app, one, other } = await setUp();
  unwrap(await app.pages.of(one.caller).open(idOf('a0'), 'known'));
  await expect.poll(() => one.arrived.length).toBe(2);
  unwrap(await app.pages.of(other.caller).open(idOf('a0'), 'fresh'));
  // It is told at most once a second.
  await expect.poll(() => one.refreshed, { timeout: 10_000 }).toEqual(['a0']);
  expect(other.refreshed).toEqual([]);
});
