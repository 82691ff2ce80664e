/** What is left of one copy, since another program holds it, is in no other copy's way. */
import * as disk from 'node:fs/promises';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { createLocalCopy } from '../../../electron/connection/local-copy.ts';
import { temporaryFolder } from '../temporary-folder.ts';

vi.mock('node:fs/promises', { spy: true });

const one = ConnectionId.parse('00000000-0000-4000-8000-000000000001');
const other = ConnectionId.parse('00000000-0000-4000-8000-000000000002');
const held = `${one}.0b5f6f0e.wiped`;

let folder: string;
beforeEach(async () => {
  vi.resetAllMocks();
  folder = temporaryFolder();
  for (const name of [held, `${other}.older.wiped`, other]) {
    await mkdir(join(folder, 'directories', name), { recursive: true });
    await writeFile(join(folder, 'directories', name, 'picture'), 'data');
  }
  const { rm } = await vi.importActual<typeof disk>('node:fs/promises');
  vi.mocked(disk.rm).mockImplementation(async (path, how) => {
    if (String(path).endsWith(held)) throw Object.assign(new Error('held'), { code: 'EBUSY' });
    await rm(path, how);
  });
});
const left = () => readdir(join(folder, 'directories'));

it('another one is removed all the same', async () => {
  expect(await createLocalCopy({ folder }).wipe(other)).toEqual({ ok: true, value: null });
  expect(await left()).toEqual([held]);
});

it('a copy that is not there any more is not said to be left either', async () => {
  const copy = createLocalCopy({ folder });
  await copy.wipe(other);
  expect(await copy.wipe(other)).toEqual({ ok: true, value: null });
});

it('of its own copy it is said to be left, and the others go on the next start', async () => {
  const copy = createLocalCopy({ folder });
  const failure = { kind: 'database', trouble: 'cannot-open' };
  expect(await copy.wipe(one)).toEqual({ ok: false, failure });
  expect(await copy.finishWipes()).toEqual({ ok: false, failure });
  expect(await left()).toEqual([other, held].sort());
});
