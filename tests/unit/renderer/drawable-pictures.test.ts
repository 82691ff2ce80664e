/** Which pictures are shown, and how: none that is damaged, a small one of a large one, made in its turn beside the page's thread. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Sha256 } from '../../../contract/ids.ts';
import { createPictures } from '../../../renderer/organisation/view/pictures.ts';
import { createDrawablePictures, type Drawn } from '../../../renderer/picture/drawable-pictures.ts';
import { createLargePictures } from '../../../renderer/picture/large-pictures.ts';

const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [Sha256, Sha256, Sha256];

/** What each picture is: its side, and whether its pixels are damaged. One that is not named is not there. */
let there: Map<Sha256, { readonly side: number; readonly isDamaged?: boolean }>;
let loaded: Sha256[];
let decoded: number[];
/** Sides of those of which a small one is made beside the page's thread. */
let aside: number[];
/** Ends the frame that is waited for. */
let frames: (() => void)[];
let closed: number;
/** What a small one waits for before it is made. */
let made: Promise<unknown>;
beforeEach(() => {
  there = new Map();
  [loaded, decoded, aside, frames, closed, made] = [[], [], [], [], 0, Promise.resolve()];
});

const create = () =>
  createDrawablePictures({
    load: async (picture) => {
      loaded.push(picture);
      const found = there.get(picture);
      if (found === undefined) throw new Error('there is no such picture');
      return { naturalWidth: found.side, naturalHeight: found.side, ...found } as never;
    },
    makeSmall: async (image) => {
      decoded.push(image.naturalWidth);
      if ('isDamaged' in image) throw new Error('damaged');
      const close = () => {
        closed += 1;
      };
      return { width: 176, of: image.naturalWidth, close } as never;
    },
    makeLargeSmall: createLargePictures({
      read: async (picture) => (there.has(picture) ? (picture as never) : null),
      makeSmall: async (bytes, image) => {
        aside.push(image.naturalWidth);
        await made;
        if (there.get(bytes as never)?.isDamaged === true) throw new Error('damaged');
        return { width: 176, of: image.naturalWidth } as never;
      },
      requestFrame: (work) => frames.push(work),
    }),
  });
type Pictures = ReturnType<typeof create>;
const asked = (pictures: Pictures, picture: Sha256) =>
  new Promise<Drawn | null>((resolve) => pictures.want(picture, resolve));
const turns = () => new Promise((resolve) => setImmediate(resolve));

test('one that can be decoded is shown as it is, and decoded once', async () => {
  there.set(one, { side: 512 });
  const pictures = create();
  expect(pictures.known(one)).toBeUndefined();
  expect(await asked(pictures, one)).toMatchObject({ naturalWidth: 512 });
  expect(await asked(pictures, one)).toMatchObject({ naturalWidth: 512 });
  expect([pictures.known(one), decoded, closed]).toEqual(['as-it-is', [512], 1]);
});

test('one whose pixels are damaged is shown nowhere, small or large, and not looked at again', async () => {
  there.set(one, { side: 64, isDamaged: true }).set(two, { side: 2000, isDamaged: true });
  const pictures = create();
  const both = Promise.all([asked(pictures, one), asked(pictures, two)]);
  await vi.waitFor(() => expect(frames).toHaveLength(1));
  frames[0]?.();
  expect(await both).toEqual([null, null]);
  expect([pictures.known(one), pictures.known(two)]).toEqual(['damaged', 'damaged']);
  expect([await asked(pictures, one), loaded]).toEqual([null, [one, two]]);
});

test('one that is not there may be another time', async () => {
  const pictures = create();
  expect([await asked(pictures, one), pictures.known(one)]).toEqual([null, undefined]);
  there.set(one, { side: 64 });
  expect(await asked(pictures, one)).not.toBeNull();
});

test('of large ones small ones are shown, made beside the page’s thread, and a frame is drawn before each', async () => {
  for (const picture of [one, two, three]) there.set(picture, { side: 513 });
  const pictures = create();
  const all = Promise.all([one, two, three].map((picture) => asked(pictures, picture)));
  for (const nth of [1, 2, 3]) {
    await vi.waitFor(() => expect(frames).toHaveLength(nth));
    await turns();
    expect([frames.length, aside.length]).toEqual([nth, nth - 1]);
    frames[nth - 1]?.();
  }
  expect(await all).toMatchObject([{ of: 513 }, { of: 513 }, { of: 513 }]);
  expect(pictures.known(one)).toMatchObject({ width: 176 });
  expect([await asked(pictures, one), aside.length, decoded]).toEqual([pictures.known(one), 3, []]);
});

test('a small one is made only when the one before it is there, damaged or not', async () => {
  there.set(one, { side: 1000, isDamaged: true }).set(two, { side: 2000 });
  let end: () => void = () => undefined;
  made = new Promise<void>((resolve) => {
    end = resolve;
  });
  const pictures = create();
  const both = Promise.all([one, two].map((picture) => asked(pictures, picture)));
  await vi.waitFor(() => expect(frames).toHaveLength(1));
  frames[0]?.();
  await turns();
  expect([frames.length, aside]).toEqual([1, [1000]]);
  end();
  await vi.waitFor(() => expect(frames).toHaveLength(2));
  frames[1]?.();
  expect(await both).toMatchObject([null, { of: 2000 }]);
});

test('a large one that went before it was made small may be there another time', async () => {
  there.set(one, { side: 1000 });
  const pictures = create();
  const gone = asked(pictures, one);
  await vi.waitFor(() => expect(frames).toHaveLength(1));
  there.delete(one);
  frames[0]?.();
  expect([await gone, pictures.known(one)]).toEqual([null, undefined]);
});

test('what nobody waits for any more is not decoded, and is once somebody does', async () => {
  there.set(one, { side: 2000 }).set(two, { side: 3000 }).set(three, { side: 1000 });
  const pictures = create();
  const first = asked(pictures, one);
  const giveUp = pictures.want(two, () => expect.unreachable());
  const last = asked(pictures, three);
  await turns();
  giveUp();
  for (const nth of [0, 1]) {
    frames[nth]?.();
    await turns();
  }
  // The one between took no frame.
  expect([await first, await last]).not.toContain(null);
  expect([frames.length, aside]).toEqual([2, [2000, 1000]]);
  const again = asked(pictures, two);
  await turns();
  frames[2]?.();
  expect(await again).not.toBeNull();
});

test('so many small ones are kept, and the oldest goes first', async () => {
  const pictures = create();
  const many = Array.from({ length: 201 }, (_, nth) => String(nth).padStart(64, '0') as Sha256);
  for (const picture of many) {
    there.set(picture, { side: 1000 });
    const drawn = asked(pictures, picture);
    while (frames.length === 0) await turns();
    frames.pop()?.();
    await drawn;
  }
  expect(many.filter((picture) => pictures.known(picture) === undefined)).toEqual(many.slice(0, 1));
});

test('the organisation draws initials for one that is damaged, and asks for it once', async () => {
  there.set(one, { side: 64, isDamaged: true });
  const page = create();
  const want = vi.fn(page.want);
  const onLoad = vi.fn();
  const portraits = createPictures(onLoad, { want });
  expect(portraits.of(one)).toBeNull();
  await vi.waitFor(() => expect(page.known(one)).toBe('damaged'));
  await turns();
  expect([portraits.of(one), want.mock.calls.length, onLoad.mock.calls.length]).toEqual([null, 1, 0]);
});
