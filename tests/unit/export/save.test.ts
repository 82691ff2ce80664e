/** Saving where a person chose: whole or not at all, and a failure that says what to do. */
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { saveFailure } from '../../../electron/export/save-failure.ts';
import { saveParts, saveWhole } from '../../../electron/export/save-parts.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

describe('a text', () => {
  it('takes the place of what stood there, readable by its owner alone', async () => {
    const path = join(folder, 'user.json');
    writeFileSync(path, 'before');
    chmodSync(path, 0o644);
    await saveWhole(path, 'after');
    expect(readFileSync(path, 'utf8')).toBe('after');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['user.json']);
  });

  it('that cannot be had to its end leaves what stood there', async () => {
    const path = join(folder, 'people.csv');
    writeFileSync(path, 'before');
    const broken = async function* () {
      yield { text: 'half', done: 1 };
      throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
    };
    const saving = saveParts(path, broken(), new AbortController().signal);
    await expect(saving).rejects.toThrow('no room');
    expect(saveFailure(await saving.catch((error: unknown) => error))).toEqual({ kind: 'not-saved', trouble: 'full' });
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['people.csv']);
  });

  it('for a folder that is not there is not saved', async () => {
    const error = await saveWhole(join(folder, 'gone', 'user.json'), 'x').catch((thrown: unknown) => thrown);
    expect(saveFailure(error)).toEqual({ kind: 'not-saved', trouble: 'no-folder' });
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
  ])('%s is told as %s', (code, trouble) => {
    expect(saveFailure(Object.assign(new Error(code), { code }))).toEqual({ kind: 'not-saved', trouble });
  });

  it.each([[new Error('a defect')], [Object.assign(new Error(), { code: 'ERR_INVALID_STATE' })], ['text'], [null]])(
    'that is no such thing stays a defect: %s',
    (error) => expect(saveFailure(error)).toBeNull(),
  );
});
