/** A list of connections that cannot be read is moved aside past a program that has it open for a moment. */
import * as disk from 'node:fs/promises';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createConnections } from '../../../electron/account/connections.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { createStillClock } from './fakes.ts';

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
