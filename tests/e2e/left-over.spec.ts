/** What a run that was killed left in somebody's own folder is removed by the next one. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';

test('an export that was killed leaves nothing behind once the app has started again', async ({
  launch,
  newFolder,
}) => {
  const [userData, own] = [newFolder(), newFolder()];
  const part = join(own, '.people.csv.0123abcd.part');
  const other = join(own, 'people.csv');
  for (const file of [part, other]) writeFileSync(file, 'half of it');
  mkdirSync(join(userData, 'unfinished'));
  for (const [name, noted] of [
    ['1', part],
    ['2', other],
  ] as const)
    writeFileSync(join(userData, 'unfinished', name), noted);
  const { window } = await launch({ userData });
  await window();
  await expect.poll(() => existsSync(part)).toBe(false);
  expect(existsSync(other)).toBe(true);
});
