import { beforeEach, expect, it } from 'vitest';
import { createSnapshots, type Snapshots } from '../../../electron/organisation/snapshots.ts';
import { plant } from './planted.ts';

let time: number;
let version: number;
let reads: number;
let readingTakes: number;
let snapshots: Snapshots;
beforeEach(() => {
  [time, version, reads, readingTakes] = [0, 1, 0, 10];
  snapshots = createSnapshots({
    read: () => {
      reads += 1;
      time += readingTakes;
      return plant({ managers: Array.from({ length: reads }, () => 0) });
    },
    readAsOf: (at) => plant({ managers: Array.from({ length: at }, () => 0) }),
    version: () => `${version}`,
    monotonic: () => time,
    first: 1,
  });
});
/** After so many milliseconds, in which something was written. */
const after = (ms: number) => {
  version += 1;
  time += ms;
  const { number, isOutdated, totals } = snapshots.current();
  return { number, isOutdated, people: totals.people };
};

it('is read again only when something was written', () => {
  snapshots.current();
  time += 100_000;
  expect(snapshots.current()).toMatchObject({ number: 1, isOutdated: false });
  expect(reads).toBe(1);
});

it('is read again at most once a second', () => {
  snapshots.current();
  expect(after(989)).toEqual({ number: 1, isOutdated: true, people: 1 });
  expect(after(1)).toEqual({ number: 2, isOutdated: false, people: 2 });
});

it('is read again so seldom that reading takes no more than a fortieth of the time', () => {
  readingTakes = 500;
  snapshots.current();
  expect(after(19_499)).toMatchObject({ number: 1, isOutdated: true });
  expect(after(1)).toMatchObject({ number: 2, isOutdated: false });
});

it('is outdated where something is written while it is read', () => {
  const written = createSnapshots({
    read: () => {
      version += 1;
      return plant({ managers: [] });
    },
    readAsOf: () => plant({ managers: [] }),
    version: () => `${version}`,
    monotonic: () => time,
    first: 7,
  });
  expect(written.current()).toMatchObject({ number: 7, isOutdated: true });
});

it('is kept with the one before', () => {
  snapshots.current();
  after(1000);
  expect([snapshots.numbered(1)?.forest.people, snapshots.numbered(2)?.forest.people]).toEqual([1, 2]);
  after(1000);
  expect([snapshots.numbered(1), snapshots.numbered(2)?.number, snapshots.numbered(4)]).toEqual([null, 2, null]);
});

it('keeps the order of the one before until the page is opened again', () => {
  const given: (number | null)[] = [];
  const ordered = createSnapshots({
    read: (before) => {
      given.push(before?.people ?? null);
      return plant({ managers: Array.from({ length: given.length }, () => 0) });
    },
    readAsOf: () => plant({ managers: [] }),
    version: () => `${version}`,
    monotonic: () => time,
    first: 1,
  });
  const next = (isOpening: boolean) => {
    if (isOpening) ordered.orderAgain();
    ordered.current();
  };
  next(true);
  version += 1;
  time += 1000;
  next(false);
  // At once: nobody has looked at it yet. What is ordered already is not read again for it.
  next(true);
  next(true);
  version += 1;
  time += 1000;
  next(false);
  expect(given).toEqual([null, 1, null, 3]);
});

it('as of a moment is read once, stays as it is, and is numbered among the others', () => {
  snapshots.current();
  expect(snapshots.asOf(5)).toMatchObject({ number: 2, isOutdated: false, totals: { people: 5 } });
  after(100_000);
  expect(snapshots.asOf(5)).toMatchObject({ number: 2, isOutdated: false });
  expect(snapshots.newest()).toMatchObject({ number: 3, totals: { people: 2 } });
  expect(snapshots.numbered(2)?.totals.people).toBe(5);
  // One alone is kept.
  expect(snapshots.asOf(6)).toMatchObject({ number: 4, totals: { people: 6 } });
  expect([snapshots.numbered(2), snapshots.numbered(4)?.number]).toEqual([null, 4]);
});

it('as of a moment is read again when the page is opened, where something was written since', () => {
  snapshots.current();
  const { number } = snapshots.asOf(5);
  snapshots.orderAgain();
  expect(snapshots.asOf(5).number).toBe(number);
  version += 1;
  expect(snapshots.asOf(5).number).toBe(number);
  snapshots.orderAgain();
  expect(snapshots.asOf(5).number).toBeGreaterThan(number);
});
