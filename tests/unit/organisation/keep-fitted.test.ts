/** A map that is seen whole stays so in a window of another size, and one that was moved by hand stays where it is. */
import { describe, expect, it } from 'vitest';
import { fitted, type Size } from '../../../renderer/organisation/view/camera.ts';
import type { Camera } from '../../../renderer/organisation/view/chart-props.ts';
import { createKeepFitted } from '../../../renderer/organisation/view/keep-fitted.ts';
import { wholeOf } from '../../../renderer/organisation/view/map-look.ts';

const extent = { w: 9000, h: 6000 };
const wide = { w: 1200, h: 800 };
const narrow = { w: 500, h: 300 };

const branchIn = (size: Size) => fitted({ x: 3000, y: 2000, w: 700, h: 900 }, size);

/** A camera that sees all of the map in the wide view, each of whose moves is told. */
function seenWhole() {
  let size: Size = wide;
  let now: Camera = wholeOf(extent, size);
  const jump = (to: Camera) => {
    now = to;
    kept.moved();
  };
  const kept = createKeepFitted({ now: () => now, size: () => size, jump }, () => [
    wholeOf(extent, size),
    branchIn(size),
  ]);
  kept.moved();
  const resize = (to: Size) => {
    size = to;
    kept.moved();
  };
  return { kept, jump, resize, now: () => now };
}

describe('a map that is seen whole', () => {
  it('is seen whole in a view of any other size as well', () => {
    const { kept, resize, now } = seenWhole();
    for (const size of [narrow, { w: 501, h: 300 }, wide]) {
      resize(size);
      expect(now()).toEqual(wholeOf(extent, size));
      expect(kept.fit()).toBe(0);
    }
  });

  it('is not taken for a branch that is: each is fitted again as itself', () => {
    const { kept, jump, resize, now } = seenWhole();
    jump(branchIn(wide));
    expect(kept.fit()).toBe(1);
    resize(narrow);
    expect(now()).toEqual(branchIn(narrow));
    resize(wide);
    expect(now()).toEqual(branchIn(wide));
  });

  it('is still so where the zoom changed the last digits of the camera', () => {
    const { jump, resize, now } = seenWhole();
    const { x, y, k } = now();
    jump({ x: x + 1e-9, y: y - 1e-9, k: k * (1 + 1e-12) });
    resize(narrow);
    expect(now()).toEqual(wholeOf(extent, narrow));
  });

  it.each([
    ['moved', { x: 40, y: 0, k: 1 }],
    ['nearer', { x: 0, y: 0, k: 1.1 }],
  ])('stays where it is once it was %s by hand', (_, by) => {
    const { kept, jump, resize, now } = seenWhole();
    const { x, y, k } = now();
    const moved = { x: x + by.x, y: y + by.y, k: k * by.k };
    jump(moved);
    expect(kept.fit()).toBe(-1);
    resize(narrow);
    expect(now()).toEqual(moved);
    jump(wholeOf(extent, narrow));
    expect(kept.fit()).toBe(0);
  });
});
