/** A directory opens where it was left: after a restart, and after another one was open. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConnectionId } from '../../../contract/ids.ts';
import { usualView } from '../../../contract/people-view.ts';
import type { Page, ShownPage } from '../../../contract/shown-page.ts';
import { startDemoServer } from '../../../demo/server.ts';
import { createPageCalls } from '../../../electron/calls/page.ts';
import { systemClock } from '../../../electron/clock.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { id, memoryKeychain, noLog, unwrap, type Wired, wire } from './wired.ts';

let server: FaultServer;
let folder: string;
let apps: Wired[] = [];
beforeEach(async () => {
  server = await startFaultServer();
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const app of apps) await app.end();
  apps = [];
  await server.close();
});

const keychain = memoryKeychain();
async function started() {
  const app = await wire({
    folder,
    load: async () => keychain.binding,
    startDemo: (token) => startDemoServer({ token, people: 200 }),
  });
  apps.push(app);
  const { account, places } = app;
  const restored = account.restore();
  const calls = createPageCalls({
    isShown: () => undefined,
    places,
    open: () => account.overview().open?.connection.id ?? null,
    restored,
    log: noLog,
    clock: systemClock,
  });
  const resume = async (): Promise<ShownPage | null> => unwrap(await calls['page.resume'](null));
  const open = (): ConnectionId => account.overview().open?.connection.id ?? expect.fail('nothing is open');
  const shown = (page: Page, scrollTop = 0, connection = open()) =>
    calls['page.shown']({ connection, page, scrollTop });
  const quit = async () => {
    await app.end();
    apps = apps.filter((one) => one !== app);
  };
  return { app, account, resume, shown, open, quit };
}
const connect = (account: Wired['account'], startFrom: string, name: string) =>
  account.connect({ server: server.origin, token: 'a-token', startFrom, name });
const personPage = (person: string): Page => ({ view: 'person', id: id(person), tab: 'reports' });
const people: Page = { view: 'people', table: usualView };

it('on the next start, at the person and as far down', async () => {
  const first = await started();
  expect(await first.resume()).toBeNull();
  unwrap(await connect(first.account, 'alice-1', 'Work'));
  first.shown(personPage('alice-1'), 480);
  await first.quit();

  const next = await started();
  expect(await next.resume()).toEqual({ connection: next.open(), page: personPage('alice-1'), scrollTop: 480 });
});

it('each its own way, after another one was open', async () => {
  const { account, resume, shown, open } = await started();
  await resume();
  unwrap(await connect(account, 'alice-1', 'Work'));
  const work = open();
  shown({ view: 'problems' }, 7);
  unwrap(await connect(account, 'alice-1', 'Play'));
  const play = open();
  shown(personPage('alice-1'), 12);

  expect(unwrap(await account.switchTo(work)).left).toEqual({
    connection: work,
    page: { view: 'problems' },
    scrollTop: 7,
  });
  // What is told late of the one that was left is not taken for this one's, nor for that one's.
  shown(people, 0, play);
  expect(unwrap(await account.switchTo(play)).left).toMatchObject({ page: personPage('alice-1'), scrollTop: 12 });
});

it('at People, where who was shown is not there any more', async () => {
  const { account, resume, shown, open, quit } = await started();
  await resume();
  unwrap(await connect(account, 'alice-1', 'Work'));
  shown(personPage('nobody-9'), 30);
  const work = open();
  expect(unwrap(await account.switchTo(work)).left).toEqual({ connection: work, page: people, scrollTop: 0 });
  shown(personPage('nobody-9'), 30);
  await quit();
  expect(await (await started()).resume()).toEqual({ connection: work, page: people, scrollTop: 0 });
});

it('in the organisation at the person, or with nobody named where they are not there any more', async () => {
  const { account, resume, shown, open } = await started();
  await resume();
  unwrap(await connect(account, 'alice-1', 'Work'));
  const of = (person: string | null): Page => ({
    view: 'organisation',
    id: person === null ? null : id(person),
    form: 'map',
  });
  shown(of('alice-1'));
  expect(unwrap(await account.switchTo(open())).left).toMatchObject({ page: of('alice-1') });
  shown(of('nobody-9'));
  expect(unwrap(await account.switchTo(open())).left).toMatchObject({ page: of(null) });
});

it('and a damaged file of places loses nothing else', async () => {
  const first = await started();
  await first.resume();
  unwrap(await connect(first.account, 'alice-1', 'Work'));
  first.shown({ view: 'problems' });
  await first.quit();
  writeFileSync(join(folder, 'places.json'), '{"vers');
  const next = await started();
  expect(await next.resume()).toBeNull();
  expect(next.account.overview().open?.connection.name).toBe('Work');
});

it('the demo directory too, until it is closed on purpose', async () => {
  const first = await started();
  await first.resume();
  const { start, left } = unwrap(await first.account.connectDemo());
  expect(left).toBeNull();
  const { reports } = unwrap(await first.app.open(start));
  const report =
    reports.flatMap((entry) => (entry.state === 'not-an-id' ? [] : [entry.id]))[0] ?? expect.fail('nobody');
  first.shown(personPage(report), 50);
  await first.quit();

  const next = await started();
  expect(await next.resume()).toMatchObject({ page: personPage(report), scrollTop: 50 });
  expect(next.account.overview().open?.connection.kind).toBe('demo');
  const demo = next.open();
  // From another directory back to it.
  unwrap(await connect(next.account, 'alice-1', 'Work'));
  expect(unwrap(await next.account.connectDemo()).left).toMatchObject({ page: personPage(report), scrollTop: 50 });
  next.shown(personPage('nobody-9'));
  expect(unwrap(await next.account.connectDemo()).left).toMatchObject({ page: people });

  unwrap(await next.account.disconnect({ connection: demo, forgetToken: true, forgetCopy: true }));
  expect(unwrap(await next.account.connectDemo()).left).toBeNull();
  unwrap(await next.account.disconnect({ connection: demo, forgetToken: true, forgetCopy: true }));
  await next.quit();
  const last = await started();
  expect(await last.resume()).toBeNull();
  expect(last.account.overview().open).toBeNull();
});

it('and where its copy was forgotten it begins at People', async () => {
  const { account, resume, shown, open } = await started();
  await resume();
  unwrap(await connect(account, 'alice-1', 'Work'));
  const work = open();
  shown({ view: 'problems' });
  unwrap(await account.disconnect({ connection: work, forgetToken: false, forgetCopy: true }));
  expect(unwrap(await account.switchTo(work)).left).toBeNull();
});

it('a page that shows its start before it has heard where it was changes nothing of that', async () => {
  const { app, account, open } = await started();
  unwrap(await connect(account, 'alice-1', 'Work'));
  const place = { page: personPage('alice-1'), scrollTop: 9 };
  app.places.keep(open(), place);
  const restored = Promise.withResolvers<void>();
  const needs = { isShown: () => undefined, places: app.places, log: noLog, clock: systemClock };
  const calls = createPageCalls({ ...needs, open, restored: restored.promise });
  const asked = calls['page.resume'](null);
  calls['page.shown']({ connection: open(), page: people, scrollTop: 0 });
  restored.resolve();
  expect(unwrap(await asked)).toEqual({ connection: open(), ...place });
  calls['page.shown']({ connection: open(), page: people, scrollTop: 0 });
  expect(app.places.of(open())).toEqual({ page: people, scrollTop: 0 });
});
