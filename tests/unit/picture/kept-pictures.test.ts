import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../contract/ids.ts';
import { createKeptPictures } from '../../../electron/picture/kept-pictures.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const day = 24 * 60 * 60 * 1000;
const bytesOf = (nth: number, length = 1000) => new Uint8Array(length).fill(nth);

let folder: string;
let now: number;
let gone: Sha256[];
const opened = (limitBytes = 10_000) =>
  createKeptPictures({
    folder,
    limitBytes,
    clock: { now: () => now },
    gone: (pictures) => gone.push(...pictures),
  });
beforeEach(() => {
  folder = join(temporaryFolder(), 'pictures');
  now = Date.UTC(2026, 2, 1);
  gone = [];
});

describe('kept pictures', () => {
  it('are there whole, however many keep the same one at once', async () => {
    const kept = opened();
    const all = await Promise.all(Array.from({ length: 60 }, () => kept.keep(bytesOf(7))));
    expect(new Set(all).size).toBe(1);
    expect(readdirSync(folder)).toEqual([all[0]]);
    expect(await kept.read(all[0] as Sha256)).toEqual(Buffer.from(bytesOf(7)));
  });

  it('stay within their bound: those go first that nobody has seen for the longest time', async () => {
    const kept = opened();
    const all: Sha256[] = [];
    for (let nth = 0; nth < 10; nth += 1) {
      all.push(await kept.keep(bytesOf(nth)));
      now += day;
    }
    await kept.read(all[0] as Sha256);
    await kept.read(all[2] as Sha256);
    now += day;
    const newest = await kept.keep(bytesOf(99));
    expect(gone).toEqual([all[1], all[3]]);
    expect(readdirSync(folder).sort()).toEqual([...all.filter((one) => !gone.includes(one)), newest].sort());
  });

  it('stay within it after a start, too, and go by when they were seen before it', async () => {
    const before = opened();
    const all = [];
    for (let nth = 0; nth < 10; nth += 1) all.push(await before.keep(bytesOf(nth)));
    for (const [nth, picture] of all.entries()) utimesSync(join(folder, picture), now / 1000 + nth, now / 1000 + nth);
    now += 3 * day;
    await opened().read(all[0] as Sha256);
    now += day;
    await opened().keep(bytesOf(99));
    expect(gone).toEqual([all[1], all[2]]);
  });

  it('note when they were seen once a day at most', async () => {
    const kept = opened();
    const picture = await kept.keep(bytesOf(1));
    const timeOf = () => statSync(join(folder, picture)).mtimeMs;
    utimesSync(join(folder, picture), now / 1000, now / 1000);
    now += day - 1;
    await kept.read(picture);
    const first = timeOf();
    now += 2 * day;
    await kept.read(picture);
    expect([first, timeOf()]).toEqual([Date.UTC(2026, 2, 1), now]);
  });

  it('are told as gone, and are gone, where their bytes are others or there are none', async () => {
    const kept = opened();
    const damaged = await kept.keep(bytesOf(1));
    const missing = await kept.keep(bytesOf(2));
    writeFileSync(join(folder, damaged), 'cut');
    utimesSync(folder, now / 1000, now / 1000);
    expect(await opened().read(damaged)).toBeNull();
    expect([gone, existsSync(join(folder, damaged)), await kept.isKept(damaged)]).toEqual([[damaged], false, false]);
    const other = createKeptPictures({
      folder: join(folder, 'none'),
      clock: { now: () => now },
      gone: (some) => gone.push(...some),
    });
    expect([await other.read(missing), await other.isKept(missing)]).toEqual([null, false]);
    expect(gone).toEqual([damaged, missing]);
    expect(await kept.keep(bytesOf(1))).toBe(damaged);
    expect(await kept.read(damaged)).toEqual(Buffer.from(bytesOf(1)));
  });

  it('stay where they cannot be read for now', async () => {
    const kept = opened();
    const picture = await kept.keep(bytesOf(1));
    // A link to itself fails as a file does that another program holds.
    rmSync(join(folder, picture));
    symlinkSync(picture, join(folder, picture));
    expect(await kept.read(picture)).toBeNull();
    expect([gone, lstatSync(join(folder, picture)).isSymbolicLink()]).toEqual([[], true]);
  });

  it('are kept where another one cannot be removed to make room', async () => {
    const kept = opened(1500);
    const first = await kept.keep(bytesOf(1));
    rmSync(join(folder, first));
    mkdirSync(join(folder, first));
    now += day;
    const second = await kept.keep(bytesOf(2));
    expect(await kept.read(second)).toEqual(Buffer.from(bytesOf(2)));
  });

  it.each(['before', 'after'])(
    'stay within their bound beside a folder named as one, made %s the start',
    async (when) => {
      const unknown = join(folder, 'f'.repeat(64));
      if (when === 'before') {
        mkdirSync(unknown, { recursive: true });
        utimesSync(unknown, 1, 1);
      }
      const kept = opened(2500);
      const all = [await kept.keep(bytesOf(1))];
      const inPlace = join(folder, all[0] as Sha256);
      if (when === 'after') {
        rmSync(inPlace);
        mkdirSync(inPlace);
      }
      for (let nth = 2; nth < 6; nth += 1) {
        now += day;
        all.push(await kept.keep(bytesOf(nth)));
      }
      expect(all.slice(1).map((one) => existsSync(join(folder, one)))).toEqual([false, false, true, true]);
      expect(gone).toEqual(all.slice(0, 3));
      const left = when === 'before' ? unknown : inPlace;
      expect([statSync(left).isDirectory(), await kept.isKept(basename(left) as Sha256)]).toEqual([true, false]);
    },
  );

  it('leave nothing of a run that was ended while it wrote', async () => {
    const kept = opened();
    const picture = await kept.keep(bytesOf(1));
    writeFileSync(join(folder, `${picture}.x.part`), 'half');
    writeFileSync(join(folder, 'notes.txt'), 'of somebody else');
    const next = await opened().keep(bytesOf(2));
    expect(readdirSync(folder).sort()).toEqual([picture, next, 'notes.txt'].sort());
  });

  it('are kept whatever of such a run cannot be removed', async () => {
    mkdirSync(join(folder, 'left.part'), { recursive: true });
    const kept = opened();
    const picture = await kept.keep(bytesOf(1));
    expect([readdirSync(folder).sort(), await kept.isKept(picture)]).toEqual([[picture, 'left.part'].sort(), true]);
  });

  it('can be read where their folder is not to be written to', async () => {
    const picture = await opened().keep(bytesOf(1));
    const elsewhere = createKeptPictures({
      folder,
      clock: { now: () => Number.NaN },
      gone: (some) => gone.push(...some),
    });
    expect(await elsewhere.read(picture)).toEqual(Buffer.from(bytesOf(1)));
    expect(gone).toEqual([]);
  });
});
