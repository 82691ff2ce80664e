/** Where finding problems takes long, they are kept for a while though something was written, and what was said of them counts at once. */
import { expect, it } from 'vitest';
import { createFindProblems } from '../../../electron/problems/find-problems.ts';
import { createProblemsNow } from '../../../electron/problems/problems-now.ts';
import { createClaimsWatched } from '../../../electron/storage/claims-upward.ts';
import { packedSeen } from '../../../electron/storage/problem-marks-table.ts';
import { noon } from '../storage/stored.ts';
import { deleted, openProblemStore, reports } from './problem-store.ts';

it('are found again after three times as long as it took, at least a second', () => {
  const { store, say } = openProblemStore();
  const { database, tables } = store;
  let at = 0;
  let times = 0;
  let takesMs = 500;
  const upward = createClaimsWatched(database, tables.claims);
  const find = createFindProblems({ database, tables, upward, readerVersion: 1 });
  const now = createProblemsNow({ database, tables, clock: { ...store.storeFile.clock, monotonic: () => at } }, () => {
    times += 1;
    at += takesMs;
    return find();
  });
  say({ gone: { ...deleted(), ...reports('a') }, a: {} });
  const left = () => now.at().marked.of['left-behind'];
  expect([left().fresh, times, now.isOutdated()]).toEqual([1, 1, false]);
  say({ gone: { ...deleted(), ...reports('a', 'b') }, b: {} }, noon + 1);
  at += 1400;
  expect([left().fresh, times, now.isOutdated()]).toEqual([1, 1, true]);
  at += 100;
  expect([left().fresh, times, now.isOutdated()]).toEqual([2, 2, false]);

  const { subjects, evidence } = now.at().found['left-behind'];
  store.setProblemsSeen([{ kind: 'left-behind', packed: packedSeen({ subjects, evidence }) }]);
  expect(left().fresh).toBe(2);
  now.marksChanged();
  expect([left().fresh, times]).toEqual([0, 2]);

  takesMs = 10;
  at += 1500;
  left();
  say({ gone: { ...deleted(), ...reports('a', 'b', 'c') }, c: {} }, noon + 2);
  expect([left().fresh, times]).toEqual([1, 4]);
  store.close();
});
