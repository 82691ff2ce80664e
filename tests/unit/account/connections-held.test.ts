/** A list of connections that cannot be read is moved aside past a program that has it open for a moment. */
import * as diskNow from 'node:fs';
import * as disk from 'node:fs/promises';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createConnections } from '../../../electron/account/connections.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { createStillClock } from './fakes.ts';

vi.mock('node:fs', { spy: true });
vi.mock('node:fs/promises', { spy: true });

it.each(['EPERM', 'EACCES', 'EBUSY'])('%s', async (code) => {
  vi.resetAllMocks();
  const folder = temporaryFolder();
  await writeFile(join(folder, 'connections.json'), 'cut off');
  const held = Object.assign(new Error(code), { code });
  vi.mocked(disk.rename).mockRejectedValueOnce(held).mockRejectedValueOnce(held);
  const connections = await createConnections({ folder, clock: createStillClock() });
  expect(connections.trouble).toBeNull();
  expect(connections.movedAside).not.toBeNull();
  expect(await readdir(folder)).toHaveLength(2);
});

it('a folder in its place that cannot be moved aside stays, and the app still starts', async () => {
  vi.resetAllMocks();
  const folder = temporaryFolder();
  await mkdir(join(folder, 'connections.json'));
  vi.mocked(diskNow.renameSync).mockImplementation(() => {
    throw Object.assign(new Error('held'), { code: 'EPERM' });
  });
  const connections = await createConnections({ folder, clock: createStillClock() });
  expect(connections.trouble).toEqual({ kind: 'database', trouble: 'read-only' });
  const newcomer = { name: 'Work', server: 'https://api.example.com', startFrom: [] };
  expect(await connections.add(newcomer)).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual(['connections.json']);
});
