/** Images that the page drew: they come in parts, one at a time, and leave as a file or on the clipboard. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { longestImage, longestImagePart } from '../../../contract/bounds.ts';
import { calls as contract } from '../../../contract/calls.ts';
import { createImageCalls, keptMs } from '../../../electron/calls/image.ts';
import { createUnfinished } from '../../../electron/export/unfinished.ts';
import { createFakeClock, type FakeClock } from '../fake-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let folder: string;
let path: string | null;
let copied: Uint8Array | null;
let suggested: string | null;
let clock: FakeClock;
let calls: ReturnType<typeof createImageCalls>;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'chart.png');
  copied = null;
  suggested = null;
  clock = createFakeClock();
  calls = createImageCalls({
    clock,
    copy: async (image) => {
      copied = image;
    },
    choosePath: async (name) => {
      suggested = name;
      return path;
    },
    unfinished: createUnfinished(join(temporaryFolder(), 'unfinished')),
  });
});

const head = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2]);
const more = Uint8Array.from([3, 4, 5]);
async function sent(...parts: readonly Uint8Array<ArrayBuffer>[]): Promise<number> {
  let number: number | null = null;
  for (const part of parts) {
    const answer = await calls['image.send']({ sent: number, part });
    if (!answer.ok) throw new Error('refused');
    number = answer.value.sent;
  }
  return number ?? 0;
}
const refused = (reason: string) => ({ ok: false, failure: { kind: 'bad-input', where: 'image', reason } });

it('is saved as it came, once', async () => {
  const number = await sent(head, more);
  expect(await calls['image.save']({ sent: number, name: 'Ana' })).toEqual({ ok: true, value: { saved: true } });
  expect(suggested).toBe('Ana.png');
  expect([...readFileSync(join(folder, 'chart.png'))]).toEqual([...head, ...more]);
  expect(readdirSync(folder)).toEqual(['chart.png']);
  expect(await calls['image.save']({ sent: number, name: 'Ana' })).toEqual(refused('not-known'));
});

it('is copied as it came', async () => {
  expect(await calls['image.copy']({ sent: await sent(head, more) })).toEqual({ ok: true, value: null });
  expect([...(copied ?? [])]).toEqual([...head, ...more]);
});

it('is not written where the person chooses no place, and told where it cannot be', async () => {
  path = null;
  expect(await calls['image.save']({ sent: await sent(head), name: '' })).toEqual({
    ok: true,
    value: { saved: false },
  });
  path = join(folder, 'gone', 'chart.png');
  const answer = await calls['image.save']({ sent: await sent(head), name: '' });
  expect(answer).toEqual({ ok: false, failure: { kind: 'not-saved', trouble: 'no-folder' } });
  expect(readdirSync(folder)).toEqual([]);
});

it('is a PNG, and the last that came', async () => {
  const text = Uint8Array.from(Buffer.from('#!/bin/sh\n'));
  expect(await calls['image.copy']({ sent: await sent(text) })).toEqual(refused('malformed'));
  const first = await sent(head);
  await sent(head, more);
  expect(await calls['image.copy']({ sent: first })).toEqual(refused('not-known'));
  expect(await calls['image.send']({ sent: first, part: more })).toEqual(refused('not-known'));
  expect(copied).toBeNull();
});

it('is no larger than it may be, whole and in each part', async () => {
  const part = new Uint8Array(longestImagePart);
  part.set(head);
  expect(contract['image.send'].input.safeParse({ sent: null, part }).success).toBe(true);
  expect(
    contract['image.send'].input.safeParse({ sent: null, part: new Uint8Array(longestImagePart + 1) }).success,
  ).toBe(false);
  const number = await sent(...Array.from({ length: longestImage / longestImagePart }, () => part));
  expect(await calls['image.send']({ sent: number, part: more })).toEqual(refused('too-long'));
  expect(await calls['image.copy']({ sent: number })).toEqual(refused('not-known'));
});

it('is kept no longer than a minute after its last part, where the page takes it no more', async () => {
  const number = await sent(head);
  await clock.pass(keptMs - 1);
  expect(await calls['image.send']({ sent: number, part: more })).toEqual({ ok: true, value: { sent: number } });
  await clock.pass(keptMs - 1);
  expect(await calls['image.copy']({ sent: number })).toEqual({ ok: true, value: null });
  expect([...(copied ?? [])]).toEqual([...head, ...more]);
  const lost = await sent(head);
  await clock.pass(keptMs);
  expect(await calls['image.copy']({ sent: lost })).toEqual(refused('not-known'));
  expect(await calls['image.send']({ sent: lost, part: more })).toEqual(refused('not-known'));
  expect(clock.sleepers()).toBe(0);
});
