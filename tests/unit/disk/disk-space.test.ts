/** Whether there is room on the disk: looked at now and then, and waited for. */
import * as disks from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { createDiskSpace, leastFree } from '../../../electron/disk/space.ts';

vi.mock('node:fs/promises', { spy: true });

const diskWith = (free: () => Promise<number>) => {
  let now = 0;
  const slept: number[] = [];
  let looks = 0;
  const disk = createDiskSpace({
    folder: 'somewhere',
    clock: {
      now: () => now,
      monotonic: () => now,
      sleep: async (ms) => {
        slept.push(ms);
        now += ms;
      },
    },
    freeBytes: (folder) => {
      looks += 1;
      expect(folder).toBe('somewhere');
      return free();
    },
  });
  return { disk, slept, looks: () => looks, pass: (ms: number) => (now += ms) };
};

it('there is room from 500 MB on', async () => {
  let free = leastFree;
  const { disk, pass } = diskWith(async () => free);
  expect(await disk.look()).toBeNull();
  free = leastFree - 1;
  pass(60_000);
  expect(await disk.look()).toEqual({ kind: 'disk-low', freeBytes: leastFree - 1 });
});

it('one look counts for all that ask within two seconds', async () => {
  const { disk, looks, pass } = diskWith(async () => 1e12);
  await Promise.all(Array.from({ length: 40 }, disk.look));
  expect(looks()).toBe(1);
  pass(2000);
  await disk.look();
  expect(looks()).toBe(2);
});

it('room is waited for until there is some, or it is no longer wanted', async () => {
  let free = 0;
  const { disk, slept } = diskWith(async () => {
    free += 200_000_000;
    return free;
  });
  await disk.untilRoom();
  expect(slept).toHaveLength(2);
  const ending = new AbortController();
  ending.abort();
  await diskWith(async () => 0).disk.untilRoom(ending.signal);
});

it('a file system that does not say how much is free is written to', async () => {
  const { disk } = diskWith(() => Promise.reject(new Error('ENOSYS')));
  expect(await disk.look()).toBeNull();
});

it.skipIf(process.platform !== 'linux')('one that says it has no size at all says nothing', async () => {
  const clock = { now: () => 0, monotonic: () => 0, sleep: () => Promise.resolve() };
  // As some network and cloud drives do, which have no blocks to count.
  expect(await createDiskSpace({ folder: '/proc', clock }).look()).toBeNull();
});

it.each([
  ['whose blocks have no size', { blocks: 4096, bavail: 1024, bsize: 0 }],
  ['with no blocks', { blocks: 0, bavail: 0, bsize: 4096 }],
])('nor does one %s', async (_which, told) => {
  const clock = { now: () => 0, monotonic: () => 0, sleep: () => Promise.resolve() };
  vi.mocked(disks.statfs).mockResolvedValueOnce(told as Awaited<ReturnType<typeof disks.statfs>>);
  expect(await createDiskSpace({ folder: '.', clock }).look()).toBeNull();
});

it('the disk of this computer says', async () => {
  const clock = { now: () => 0, monotonic: () => 0, sleep: () => Promise.resolve() };
  const low = await createDiskSpace({ folder: '.', clock }).look();
  expect(low === null || low.freeBytes < leastFree).toBe(true);
});
