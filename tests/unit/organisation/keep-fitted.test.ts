/** A map that is seen whole stays so in a window of another size, and one that was moved by hand stays where it is. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fitted, type Size } from '../../../renderer/organisation/view/camera.ts';
import type { Camera } from '../../../renderer/organisation/view/chart-props.ts';
import { createKeepFitted } from '../../../renderer/organisation/view/keep-fitted.ts';
import { wholeOf } from '../../../renderer/organisation/view/map-look.ts';
import { createViewCamera } from '../../../renderer/organisation/view/view-camera.ts';

const extent = { w: 9000, h: 6000 };
const wide = { w: 1200, h: 800 };
const narrow = { w: 500, h: 300 };

const branchIn = (size: Size, key = 7) => fitted({ x: 400 * key, y: 2000, w: 700, h: 900 }, size);

/** A camera that sees all of the map in the wide view, each of whose moves is told. */
function seenWhole() {
  let size: Size = wide;
  let map: Size = extent;
  let key = 7;
  let now: Camera = wholeOf(map, size);
  const jump = (to: Camera) => {
    now = to;
    kept.moved();
  };
  const kept = createKeepFitted({ goal: () => now, size: () => size, jump }, () => [
    { what: 'whole', key: 0, camera: wholeOf(map, size) },
    { what: 'branch', key, camera: branchIn(size, key) },
  ]);
  kept.moved();
  const resize = (to: Size) => {
    size = to;
    kept.moved();
  };
  const grow = (to: Size) => {
    map = to;
    kept.moved();
  };
  const select = (other: number) => {
    key = other;
    kept.moved();
  };
  return { kept, jump, resize, grow, select, now: () => now };
}

describe('a map that is seen whole', () => {
  it('is seen whole in a view of any other size as well', () => {
    const { kept, resize, now } = seenWhole();
    for (const size of [narrow, { w: 501, h: 300 }, wide]) {
      resize(size);
      expect(now()).toEqual(wholeOf(extent, size));
      expect(kept.fit()).toBe('whole');
    }
  });

  it('is not taken for a branch that is: each is fitted again as itself', () => {
    const { kept, jump, resize, now } = seenWhole();
    jump(branchIn(wide));
    expect(kept.fit()).toBe('branch');
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
    expect(kept.fit()).toBeNull();
    resize(narrow);
    expect(now()).toEqual(moved);
    jump(wholeOf(extent, narrow));
    expect(kept.fit()).toBe('whole');
  });

  it('is seen whole once it has become larger, and stays where it is where it was moved', () => {
    const { kept, jump, grow, now } = seenWhole();
    const larger = { w: 12_000, h: 6500 };
    grow(larger);
    expect(now()).toEqual(wholeOf(larger, wide));
    const moved = { ...now(), x: 0 };
    jump(moved);
    grow(extent);
    expect([now(), kept.fit()]).toEqual([moved, null]);
  });

  it('follows a branch no longer once somebody else is selected', () => {
    const { kept, jump, resize, select, now } = seenWhole();
    const there = branchIn(wide);
    jump(there);
    expect(kept.fit()).toBe('branch');
    select(8);
    expect([now(), kept.fit()]).toEqual([there, null]);
    resize(narrow);
    expect(now()).toEqual(there);
  });
});

describe('a flight to all of a map', () => {
  let frames: ((time: number) => void)[];
  beforeEach(() => {
    frames = [];
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    vi.stubGlobal('requestAnimationFrame', (frame: (time: number) => void) => frames.push(frame));
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames = [];
    });
    vi.spyOn(performance, 'now').mockReturnValue(0);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it.each(Array.from({ length: 40 }, (_, nth) => ({ w: 300 + ((nth * 337) % 1300), h: 200 + ((nth * 211) % 900) })))(
    'shows all of it in a view that is $w × $h by then',
    (size) => {
      const held = { x: extent.w - 200, y: extent.h - 40, w: 200, h: 40 };
      const camera = createViewCamera({ held: () => held, onMove: () => undefined, onRest: () => undefined });
      const kept = createKeepFitted(camera, () => [{ what: 'whole', key: 0, camera: wholeOf(extent, camera.size()) }]);
      camera.resize(wide);
      camera.jump({ x: 100, y: 100, k: 1 });
      kept.moved();
      const to = wholeOf(extent, camera.size());
      camera.fly(() => to);
      const passed = (time: number) => {
        for (const frame of frames.splice(0)) frame(time);
        kept.moved();
      };
      passed(50);
      expect(kept.fit()).toBe('whole');
      camera.resize(size);
      kept.moved();
      for (let time = 100; time < 2000; time += 50) passed(time);
      expect(camera.now()).toEqual(wholeOf(extent, size));
      // Who is held is brought into view before it is fitted.
      for (const next of [{ w: 250, h: 160 }, size]) {
        camera.resize(next);
        kept.moved();
        expect(camera.now()).toEqual(wholeOf(extent, next));
      }
    },
  );
});
