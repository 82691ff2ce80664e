/** Saving where a person chose: whole or not at all, and a failure that says what to do. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { getSystemErrorName } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveFailure } from '../../../electron/disk/errors.ts';
import { saveParts, saveWhole } from '../../../electron/export/save-parts.ts';
import { createUnfinished, type Unfinished } from '../../../electron/export/unfinished.ts';
import { expectMode, hasModeBits } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let folder: string;
let notes: string;
let unfinished: Unfinished;
beforeEach(() => {
  folder = temporaryFolder();
  notes = join(temporaryFolder(), 'unfinished');
  unfinished = createUnfinished(notes);
});

describe('a text', () => {
  it('takes the place of what stood there, readable by its owner alone', async () => {
    const path = join(folder, 'user.json');
    writeFileSync(path, 'before');
    chmodSync(path, 0o644);
    await saveWhole(path, 'after', unfinished);
    expect(readFileSync(path, 'utf8')).toBe('after');
    expectMode(path, 0o600);
    expect(readdirSync(folder)).toEqual(['user.json']);
  });

  it('that cannot be had to its end leaves what stood there', async () => {
    const path = join(folder, 'people.csv');
    writeFileSync(path, 'before');
    const broken = async function* () {
      yield { text: 'half', done: 1 };
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    };
    const saving = saveParts(path, broken(), new AbortController().signal, unfinished);
    await expect(saving).rejects.toThrow('no room');
    expect(saveFailure(await saving.catch((error: unknown) => error))).toEqual({ kind: 'not-saved', trouble: 'full' });
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['people.csv']);
  });

  it.runIf(hasModeBits)('takes the place of no pipe, socket or device, nor of a link to one', async () => {
    const server = createServer().listen(join(folder, 'socket'));
    await once(server, 'listening');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('/dev/zero', join(folder, 'device'));
    for (const name of ['socket', 'pipe', 'device']) {
      const place = join(folder, name);
      const before = lstatSync(place).ino;
      const error = await saveWhole(place, 'x', unfinished).catch((thrown: unknown) => thrown);
      expect(saveFailure(error)).toEqual({ kind: 'not-saved', trouble: 'held' });
      expect(lstatSync(place).ino).toBe(before);
    }
    expect([readdirSync(folder).length, existsSync(notes)]).toEqual([3, false]);
    server.close();
  });

  it('for a folder that is not there is not saved', async () => {
    const error = await saveWhole(join(folder, 'gone', 'user.json'), 'x', unfinished).catch(
      (thrown: unknown) => thrown,
    );
    expect(saveFailure(error)).toEqual({ kind: 'not-saved', trouble: 'no-folder' });
  });

  it.each([
    ['whose name a folder has', (at: string) => mkdirSync(at), 'people.csv', 'failed'],
    ['whose path is longer than the system takes', () => undefined, `${'long/'.repeat(900)}people.csv`, 'failed'],
  ])('%s says so, and leaves neither a file nor a note', async (_, prepare, name, trouble) => {
    const path = join(folder, name);
    prepare(path);
    const before = readdirSync(folder);
    const error = await saveWhole(path, 'x', unfinished).catch((thrown: unknown) => thrown);
    expect(saveFailure(error)).toEqual({ kind: 'not-saved', trouble });
    expect(readdirSync(folder)).toEqual(before);
    await unfinished.removeLeft();
    expect(readdirSync(notes)).toEqual([]);
  });
});

describe('a file that a killed run was writing', () => {
  /** Begins to write a file and goes no further, as a run does that is killed. What comes back closes it after the test. */
  const half = async (path: string) => {
    const begun = Promise.withResolvers<void>();
    const over = Promise.withResolvers<void>();
    const stopping = new AbortController();
    const parts = async function* () {
      yield { text: 'half', done: 1 };
      begun.resolve();
      await over.promise;
    };
    const saving = saveParts(path, parts(), stopping.signal, unfinished);
    await begun.promise;
    return async () => {
      stopping.abort();
      over.resolve();
      await saving;
    };
  };

  it('is removed on the next start, and nothing else is', async () => {
    writeFileSync(join(folder, 'people.csv'), 'before');
    writeFileSync(join(folder, '.people.csv.0123abcd.part'), 'of somebody else');
    const close = await half(join(folder, 'people.csv'));
    expect(readdirSync(folder)).toHaveLength(3);
    await createUnfinished(notes).removeLeft();
    expect(readdirSync(folder).sort()).toEqual(['.people.csv.0123abcd.part', 'people.csv']);
    expect(readFileSync(join(folder, 'people.csv'), 'utf8')).toBe('before');
    expect(readdirSync(notes)).toEqual([]);
    await close();
  });

  it('has a name that fits beside one that is as long as names may be', async () => {
    const name = `${'名'.repeat(83)}.csv`;
    await saveWhole(join(folder, name), 'whole', unfinished);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('is no longer noted once it is whole, or was given up', async () => {
    await saveWhole(join(folder, 'user.json'), 'whole', unfinished);
    await saveWhole(join(folder, 'gone', 'user.json'), 'whole', unfinished).catch(() => undefined);
    expect(readdirSync(notes)).toEqual([]);
  });

  it.each(['people.csv', '.people.csv.part', 'x.0123abcd.part'])(
    'is not taken for one by what a note says: %s',
    async (name) => {
      const file = join(folder, 'deep', name);
      mkdirSync(join(folder, 'deep'));
      writeFileSync(file, 'kept');
      mkdirSync(notes);
      writeFileSync(join(notes, 'note'), file);
      await unfinished.removeLeft();
      expect(readFileSync(file, 'utf8')).toBe('kept');
    },
  );

  it('is written all the same where nothing can be noted', async () => {
    writeFileSync(notes, 'a file in the way');
    await saveWhole(join(folder, 'user.json'), 'whole', unfinished);
    await unfinished.removeLeft();
    expect(readdirSync(folder)).toEqual(['user.json']);
  });
});

describe('an error', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EACCES', 'not-allowed'],
    ['EPERM', 'not-allowed'],
    ['EROFS', 'not-allowed'],
    ['ENOENT', 'no-folder'],
    ['ENOTDIR', 'no-folder'],
    ['EIO', 'failed'],
    ['EFBIG', 'failed'],
    ['ENAMETOOLONG', 'failed'],
  ])('%s is told as %s', (code, trouble) => {
    expect(saveFailure(Object.assign(new Error(code), { code }))).toEqual({ kind: 'not-saved', trouble });
  });

  it.skipIf(process.platform === 'win32').each([
    ['EDQUOT', 'full'],
    ['ESTALE', 'failed'],
  ] as const)('%s, which Node has no name for, is told as %s', (name, trouble) => {
    const errno = -constants.errno[name];
    const code = getSystemErrorName(errno);
    expect(code).toBe(`Unknown system error ${errno}`);
    expect(saveFailure(Object.assign(new Error(code), { code, errno }))).toEqual({ kind: 'not-saved', trouble });
  });

  it('of Windows that Node does not know, as of a file that lies in a cloud, is told as failed', () => {
    const error = Object.assign(new Error('UNKNOWN: unknown error, open'), { code: 'UNKNOWN', errno: -4094 });
    expect(saveFailure(error)).toEqual({ kind: 'not-saved', trouble: 'failed' });
  });

  it.each([[new Error('a defect')], [Object.assign(new Error(), { code: 'ERR_INVALID_STATE' })], ['text'], [null]])(
    'that is no such thing stays a defect: %s',
    (error) => expect(saveFailure(error)).toBeNull(),
  );
});
