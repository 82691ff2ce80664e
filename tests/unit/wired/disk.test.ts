/** A disk that is full, or cannot be written to: what is forgotten is gone, and what can be read is read. */
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, type TestContext } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { createFakeClock } from '../fake-clock.ts';
import { mountSmallDisk, type SmallDisk } from '../small-disk.ts';
import { createQuickClock } from '../sync/quick-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { memoryKeychain, unwrap, type Wired, wire } from './wired.ts';

const token = 'token-of-the-test';
const { binding } = memoryKeychain();
let server: FaultServer;
let folder: string;
let disk: SmallDisk | null;
let app: Wired;

beforeEach(async () => {
  server = await startFaultServer({ token });
  folder = temporaryFolder();
  disk = mountSmallDisk(folder);
});
afterEach(async () => {
  await app?.end();
  await server.close();
  disk?.unmount();
});

async function onSmallDisk(context: TestContext): Promise<SmallDisk> {
  if (disk === null) context.skip('no disk can be mounted here');
  if (disk === null) throw new Error('skipped');
  await begin();
  unwrap(await app.account.connect({ server: server.origin, token, startFrom: 'ada-1', name: '' }));
  return disk;
}

async function begin(): Promise<void> {
  app = await wire({ folder, load: async () => binding });
  await app.account.restore();
}

const connection = () => app.account.overview().remembered[0]?.id ?? app.account.overview().open?.connection.id;

it('a directory is forgotten on a full disk, and the room that it took is free', async (context) => {
  const small = await onSmallDisk(context);
  small.fill();
  expect(small.freeBytes()).toBe(0);
  expect(await app.open('bob-1')).toMatchObject({ failure: { kind: 'database', trouble: 'full' } });
  const id = connection();
  if (id === undefined) throw new Error('nothing is open');
  const left = unwrap(await app.account.disconnect({ connection: id, forgetToken: true, forgetCopy: true }));
  expect(left).toMatchObject({ remembered: [], open: null });
  expect(readdirSync(join(folder, 'directories'))).toEqual([]);
  expect(small.freeBytes()).toBeGreaterThan(100_000);
});

it('a directory that is closed on a full disk, and would be open again on the next start, is said to be', async (context) => {
  const small = await onSmallDisk(context);
  small.fill();
  const id = connection();
  if (id === undefined) throw new Error('nothing is open');
  const asked = { connection: id, forgetToken: false, forgetCopy: false };
  expect(await app.account.disconnect(asked)).toMatchObject({ failure: { kind: 'database', trouble: 'full' } });
  expect(app.account.overview().open).toBeNull();
  // Forgetting the copy makes the room in which to write that down.
  unwrap(await app.account.disconnect({ ...asked, forgetCopy: true }));
  await begin();
  expect(app.account.overview()).toMatchObject({ remembered: [{ id }], open: null });
});

it('where nothing can be written, no copy is begun, and the reason is the true one', async (context) => {
  const small = await onSmallDisk(context);
  const id = connection();
  if (id === undefined) throw new Error('nothing is open');
  unwrap(await app.account.disconnect({ connection: id, forgetToken: false, forgetCopy: true }));
  await app.end();
  rmSync(join(folder, 'directories'), { recursive: true });
  small.makeReadOnly();
  await begin();
  expect(await app.account.switchTo(id)).toEqual({ ok: false, failure: { kind: 'database', trouble: 'read-only' } });
});

it('where nothing can be written, what is remembered is read, and the directory says why it cannot be opened', async (context) => {
  const small = await onSmallDisk(context);
  await app.end();
  small.makeReadOnly();
  await begin();
  expect(app.account.overview()).toMatchObject({
    remembered: [{ server: server.origin }],
    rememberedTrouble: null,
    open: null,
    notOpened: { failure: { kind: 'database', trouble: 'read-only' } },
  });
});

it('a directory whose copy another program has locked on starting is opened by itself once that is done', async () => {
  await begin();
  unwrap(await app.account.connect({ server: server.origin, token, startFrom: 'ada-1', name: '' }));
  const id = connection();
  await app.end();
  const other = new DatabaseSync(join(folder, 'directories', String(id), 'directory.sqlite'));
  other.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  app = await wire({ folder, load: async () => binding, clock: createQuickClock(100) });
  await app.account.restore();
  expect(app.account.overview()).toMatchObject({
    open: null,
    notOpened: { connection: id, failure: { kind: 'database', trouble: 'locked' } },
  });
  other.exec('ROLLBACK');
  other.close();
  const opened = await app.heard('account.changed', ({ open }) => open !== null);
  expect(opened).toMatchObject({ open: { connection: { id } }, notOpened: null });
});

it('a directory on a disk that is not there on starting is opened by itself once it is, with everybody', async () => {
  await begin();
  unwrap(await app.account.connect({ server: server.origin, token, startFrom: 'ada-1', name: '' }));
  const id = String(connection());
  await app.end();
  const [place, disk] = [join(folder, 'directories', id), join(folder, 'disk')];
  renameSync(place, join(folder, 'unplugged'));
  symlinkSync(join(disk, id), place);
  app = await wire({ folder, load: async () => binding, clock: createQuickClock(100) });
  await app.account.restore();
  expect(app.account.overview()).toMatchObject({
    open: null,
    notOpened: { connection: id, failure: { kind: 'database', trouble: 'away' } },
  });
  mkdirSync(disk);
  renameSync(join(folder, 'unplugged'), join(disk, id));
  const opened = await app.heard('account.changed', ({ open }) => open !== null);
  expect(opened).toMatchObject({ open: { connection: { id }, peopleCount: 1 }, notOpened: null });
});

it('one that is locked so is left alone once something else was asked for', async () => {
  await begin();
  unwrap(await app.account.connect({ server: server.origin, token, startFrom: 'ada-1', name: '' }));
  const id = ConnectionId.parse(connection());
  await app.end();
  const other = new DatabaseSync(join(folder, 'directories', id, 'directory.sqlite'));
  other.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  const clock = createFakeClock();
  app = await wire({ folder, load: async () => binding, clock });
  await app.account.restore();
  const asked = { connection: id, forgetToken: true, forgetCopy: false };
  unwrap(await app.account.disconnect(asked));
  other.exec('ROLLBACK');
  other.close();
  await clock.pass(60_000);
  expect(app.account.overview()).toMatchObject({ open: null, notOpened: null });
  const told = app.announced.flatMap(({ data }) => (data !== null && 'open' in data ? [data.open] : []));
  expect(told.filter((open) => open !== null)).toEqual([]);
});
