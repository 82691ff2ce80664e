import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { createLocalCopy, type LocalCopy } from '../../../electron/connection/local-copy.ts';
import { hasModeBits } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const id = ConnectionId.parse('3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0001');
const other = ConnectionId.parse('3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0002');

let folder: string;
let copy: LocalCopy;
beforeEach(async () => {
  folder = temporaryFolder();
  copy = createLocalCopy({ folder });
});

const fill = async (connection: ConnectionId) => {
  const prepared = await copy.prepare(connection);
  if (!prepared.ok) throw new Error(prepared.failure.kind);
  const { database, pictures } = prepared.value;
  for (const ending of ['', '-wal', '-shm', '.damaged-1', '.damaged-1-wal']) await writeFile(database + ending, 'data');
  await writeFile(join(pictures, 'a'), 'picture');
  return prepared.value;
};

describe('the local copy of a connection', () => {
  it.runIf(hasModeBits)('lies in a folder of its own that is closed to other users', async () => {
    const paths = await fill(id);
    for (const path of [join(folder, 'directories'), paths.folder, paths.pictures]) {
      expect((await stat(path)).mode & 0o777).toBe(0o700);
    }
    expect(paths.database.startsWith(`${paths.folder}/`)).toBe(true);
    expect(copy.pathsOf(other).folder).not.toBe(paths.folder);
  });

  it.each(['a file', 'a link that leads nowhere'])(
    'is there without pictures where %s is in their place',
    async (what) => {
      const { folder: own, pictures } = copy.pathsOf(id);
      await mkdir(own, { recursive: true });
      await (what === 'a file' ? writeFile(pictures, 'no folder') : symlink(join(folder, 'nowhere'), pictures));
      expect(await copy.prepare(id)).toMatchObject({ ok: true, value: { folder: own } });
      expect(await copy.wipe(id)).toEqual({ ok: true, value: null });
      expect(existsSync(own)).toBe(false);
    },
  );

  it('is wiped with its journal, its pictures and its damaged copies, and nothing else is', async () => {
    await fill(id);
    const kept = await fill(other);
    await writeFile(join(folder, 'connections.json'), '{}');
    expect(await copy.wipe(id)).toEqual({ ok: true, value: null });
    expect(await readdir(join(folder, 'directories'))).toEqual([other]);
    expect((await readdir(kept.folder)).length).toBe(6);
    expect(existsSync(join(folder, 'connections.json'))).toBe(true);
  });

  it('can be wiped where there is none', async () => {
    expect(await copy.wipe(id)).toEqual({ ok: true, value: null });
    expect(await copy.finishWipes()).toEqual({ ok: true, value: null });
  });

  it('is wiped for good on the next start when the wiping was interrupted', async () => {
    await fill(id);
    await mkdir(join(folder, 'directories', `${other}.half.wiped`), { recursive: true });
    await writeFile(join(folder, 'directories', `${other}.half.wiped`, 'directory.sqlite'), 'data');
    expect(await createLocalCopy({ folder }).finishWipes()).toEqual({ ok: true, value: null });
    expect(await readdir(join(folder, 'directories'))).toEqual([id]);
  });

  it('leaves alone what a link in its place points to', async () => {
    const precious = join(folder, 'precious');
    await mkdir(precious);
    await writeFile(join(precious, 'file'), 'precious');
    await mkdir(join(folder, 'directories'));
    await symlink(precious, copy.pathsOf(id).folder, 'junction');
    expect(await copy.wipe(id)).toEqual({ ok: true, value: null });
    expect(await readdir(precious)).toEqual(['file']);
    expect(existsSync(copy.pathsOf(id).folder)).toBe(false);
  });

  it('has no path for what is not the id of a connection', () => {
    for (const bad of ['..', '../../etc', '', `${id}/..`, `${id}x`]) {
      expect(() => copy.pathsOf(bad as ConnectionId)).toThrow();
    }
  });

  it('says so when it cannot be prepared or wiped', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'a file where the folder of the app should be');
    copy = createLocalCopy({ folder: file });
    expect(await copy.prepare(id)).toMatchObject({ ok: false, failure: { kind: 'database' } });
    expect(await copy.wipe(id)).toMatchObject({ ok: false, failure: { kind: 'database' } });
  });
});
