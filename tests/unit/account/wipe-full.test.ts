/** A full disk on which not even a folder's name can be changed: the copy goes all the same, and what it took is free. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { createLocalCopy } from '../../../electron/account/local-copy.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let code = 'ENOSPC';
vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  rename: async () => {
    throw Object.assign(new Error(code), { code });
  },
}));

const id = ConnectionId.parse('00000000-0000-4000-8000-000000000001');

function copyIn(folder: string) {
  const copy = createLocalCopy({ folder });
  const { database, pictures } = copy.pathsOf(id);
  mkdirSync(pictures, { recursive: true });
  for (const file of [database, `${database}-wal`, join(pictures, 'one')]) writeFileSync(file, 'data');
  return copy;
}

it.each(['ENOSPC', 'EDQUOT'])('it is removed where it lies (%s)', async (given) => {
  code = given;
  const folder = temporaryFolder();
  expect(await copyIn(folder).wipe(id)).toEqual({ ok: true, value: null });
  expect(readdirSync(join(folder, 'directories'))).toEqual([]);
});

it('where the folder may not be changed, it stays whole', async () => {
  code = 'EACCES';
  const folder = temporaryFolder();
  const copy = copyIn(folder);
  expect(await copy.wipe(id)).toEqual({ ok: false, failure: { kind: 'database', trouble: 'read-only' } });
  expect(readdirSync(copy.pathsOf(id).folder)).toHaveLength(3);
});
