/** A full disk on which not even a folder's name can be changed, and one that a scanner looks into: the copy goes all the same. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { createLocalCopy } from '../../../electron/connection/local-copy.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const id = ConnectionId.parse('00000000-0000-4000-8000-000000000001');

function copyIn(folder: string, code: string) {
  const moveFolder = () => Promise.reject(Object.assign(new Error(code), { code }));
  const copy = createLocalCopy({ folder, moveFolder });
  const { database, pictures } = copy.pathsOf(id);
  mkdirSync(pictures, { recursive: true });
  for (const file of [database, `${database}-wal`, join(pictures, 'one')]) writeFileSync(file, 'data');
  return copy;
}

it.each(['ENOSPC', 'EDQUOT'])('it is removed where it lies (%s)', async (code) => {
  const folder = temporaryFolder();
  expect(await copyIn(folder, code).wipe(id)).toEqual({ ok: true, value: null });
  expect(readdirSync(join(folder, 'directories'))).toEqual([]);
});

it.each(['EPERM', 'EACCES', 'EBUSY'])('it goes once nobody looks into it any more (%s)', async (code) => {
  const folder = temporaryFolder();
  let refusals = 2;
  const moveFolder = (from: string, to: string) => {
    refusals -= 1;
    return refusals < 0 ? rename(from, to) : Promise.reject(Object.assign(new Error(code), { code }));
  };
  const copy = createLocalCopy({ folder, moveFolder });
  expect((await copy.prepare(id)).ok).toBe(true);
  expect(await copy.wipe(id)).toEqual({ ok: true, value: null });
  expect(readdirSync(join(folder, 'directories'))).toEqual([]);
});

it('where the folder may not be changed, it stays whole', async () => {
  const folder = temporaryFolder();
  const copy = copyIn(folder, 'EACCES');
  expect(await copy.wipe(id)).toEqual({ ok: false, failure: { kind: 'database', trouble: 'read-only' } });
  expect(readdirSync(copy.pathsOf(id).folder)).toHaveLength(3);
});
