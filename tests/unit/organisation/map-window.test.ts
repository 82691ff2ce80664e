/** What of the map is asked for, and when it is asked for again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure, Outcome } from '../../../contract/failures.ts';
import { extraOf, type Item, writeItems } from '../../../contract/organisation-items.ts';
import type { MapAnswer, MapAsked } from '../../../contract/organisation-map.ts';
import { enclosing, mapItemAt } from '../../../renderer/organisation/view/map-hit.ts';
import { lookAt } from '../../../renderer/organisation/view/map-look.ts';
import { createMapStore } from '../../../renderer/organisation/view/map-store.ts';
import { covers, isEnough, windowAround } from '../../../renderer/organisation/view/map-window.ts';

const size = { w: 800, h: 600 };
const at = (x: number, y: number, k: number) => ({ x, y, k });

describe('a window', () => {
  it('is three views wide and high, at the scale of a half octave', () => {
    expect(windowAround(at(0, 0, 1), size)).toEqual({ region: { x: -1200, y: -900, w: 2400, h: 1800 }, scale: 1 });
    expect(windowAround(at(0, 0, 0.3), size).scale).toBeCloseTo(2 ** -1.5);
  });

  it('does until its middle or its scale is left, and all in view is in it as long', () => {
    const near = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    const scale = fc.double({ min: 0.01, max: 3, noNaN: true });
    fc.assert(
      fc.property(near, near, scale, near, near, scale, (x, y, k, toX, toY, toK) => {
        const window = windowAround(at(x, y, k), size);
        expect(isEnough(window, at(x, y, k), size)).toBe(true);
        const camera = at(x + toX, y + toY, toK);
        if (isEnough(window, camera, size)) expect(covers(window, camera, size)).toBe(true);
      }),
    );
    const window = windowAround(at(0, 0, 1), size);
    const enough = (x: number, y: number, k: number) => isEnough(window, at(x, y, k), size);
    expect([enough(399, 0, 1), enough(401, 0, 1), enough(0, 299, 1), enough(0, -301, 1)]).toEqual([
      ...[true, false, true, false],
    ]);
    expect([enough(0, 0, 0.71), enough(0, 0, 0.69), enough(0, 0, 1.39), enough(0, 0, 1.41)]).toEqual([
      ...[true, false, true, false],
    ]);
  });
});

const territory = (key: number, x: number, y: number, w: number, h: number): Item => ({
  kind: 'heading',
  key,
  extra: extraOf({ marks: 0, level: 1, colour: 0 }),
  ...{ x, y, w, h },
});
const card = (key: number, x: number, y: number): Item => ({ ...territory(key, x, y, 200, 40), kind: 'card' });

describe('a point of the map', () => {
  const items = [territory(0, 0, 0, 1000, 1000), territory(1, 10, 50, 500, 500), card(2, 20, 100), card(3, 228, 100)];
  it('is of the innermost around it, and of nobody where that is everybody', () => {
    expect(mapItemAt(items, { x: 30, y: 110 })?.key).toBe(2);
    expect(mapItemAt(items, { x: 224, y: 110 })?.key).toBe(1);
    expect(mapItemAt(items, { x: 700, y: 110 })).toBeNull();
    const around = (x: number, y: number) => enclosing(items, { x, y }).map(({ kind, key }) => `${kind} ${key}`);
    expect(around(30, 110).some((one) => one.startsWith('card'))).toBe(false);
    expect(around(30, 110).at(-1)).toBe('heading 1');
    expect(around(1e6, 110)).toEqual([]);
    expect(mapItemAt(items, { x: 1700, y: 110 })).toBeNull();
  });
});

describe('who is gone to', () => {
  it('stays where they can be read, is brought into view where not all of them is, and nearer where they are too small', () => {
    const leaf = card(1, 3000, 3000);
    const there = at(3100, 3020, 1);
    expect(lookAt(leaf, there, size, 0.01)).toBe(there);
    expect(lookAt(leaf, at(2500, 3020, 1), size, 0.01)).toMatchObject({ y: 3020, k: 1 });
    expect(lookAt(leaf, at(3000, 3000, 0.2), size, 0.01)).toEqual({ x: 3100, y: 3020, k: 0.9 });
    const large = territory(2, 0, 0, 4000, 3000);
    expect(lookAt(large, at(2000, 1500, 0.05), size, 0.01).k).toBeGreaterThan(0.05);
    expect(lookAt(territory(3, 0, 0, 40_000, 30_000), at(0, 0, 0.001), size, 0.001).k).toBeCloseTo(536 / 30_000);
  });
});

describe('the map that is shown', () => {
  const failure: Failure = { kind: 'internal' } as never;
  const start = () => {
    const asked: { readonly input: MapAsked; readonly answer: (answer: Outcome<MapAnswer>) => void }[] = [];
    const wholes: number[] = [];
    const store = createMapStore(
      (input) => new Promise((answer) => asked.push({ input, answer })),
      { colour: 'division', spotlight: undefined },
      ({ w }) => wholes.push(w),
    );
    const answer = async (snapshot = 1, changes = 0) => {
      const value = { snapshot, items: writeItems([card(1, 0, 0)]), extent: { w: 8000, h: 6000 }, found: null };
      asked.at(-1)?.answer({ ok: true, value: { ...value, around: null, shares: null, changes } });
      await Promise.resolve();
      await Promise.resolve();
    };
    return { asked, wholes, store, answer };
  };
  const near = at(1000, 1000, 1);
  const whole = { x: 0, y: 0, w: 8000, h: 6000 };

  it('is asked for as a whole, then near by, then as a whole as it is seen: one question at a time', async () => {
    const { asked, wholes, store, answer } = start();
    store.look(near, size);
    store.look(at(1500, 1000, 1), size);
    store.look(near, size);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.input).toMatchObject({ latest: true, find: null, region: { x: 0, y: 0, w: 1e9, h: 1e9 } });
    await answer();
    expect(wholes).toEqual([8000]);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.input).toMatchObject({ latest: false, scale: 1, region: windowAround(near, size).region });
    await answer();
    expect(asked).toHaveLength(3);
    expect(asked[2]?.input.region).toEqual(whole);
    expect(asked[2]?.input.scale).toBeCloseTo(0.088, 2);
    await answer();
    store.look(at(1100, 1000, 1.1), size);
    expect(asked).toHaveLength(3);
    store.look(at(1600, 1000, 1), size);
    expect(asked).toHaveLength(4);
    // Where one looks by the time of the answer is what is asked for next.
    store.look(at(9000, 1000, 1), size);
    await answer();
    expect(asked.at(-1)?.input.region).toEqual(windowAround(at(9000, 1000, 1), size).region);
  });

  it('is replaced when that is asked for: all of it is of one snapshot', async () => {
    const { asked, store, answer } = start();
    store.look(near, size);
    for (let times = 0; times < 3; times += 1) await answer(1, 4);
    expect(store.getState()).toMatchObject({ changes: 4, near: { snapshot: 1 }, whole: { snapshot: 1 } });
    store.showLatest();
    expect(asked.at(-1)?.input.latest).toBe(true);
    await answer(2);
    expect(asked.at(-1)?.input).toMatchObject({ latest: false, region: whole });
    await answer(2);
    expect(store.getState()).toMatchObject({ changes: 0, near: { snapshot: 2 }, whole: { snapshot: 2 } });
    expect(asked).toHaveLength(5);
  });

  it('is asked for in another colour, what is in view first', async () => {
    const { asked, store, answer } = start();
    store.look(near, size);
    for (let times = 0; times < 3; times += 1) await answer();
    store.showLook({ colour: 'status', spotlight: undefined });
    expect(asked.at(-1)?.input).toMatchObject({ colour: 'status', scale: 1 });
    expect(store.getState().near?.colour).toBe('division');
    await answer();
    expect(asked.at(-1)?.input).toMatchObject({ colour: 'status', region: whole });
    await answer();
    const spotlight = { by: 'role', value: 'dev' } as const;
    store.showLook({ colour: 'status', spotlight });
    expect(asked.at(-1)?.input).toMatchObject({ colour: 'status', spotlight, scale: 1 });
    await answer();
    expect(store.getState().near?.colour).toBe('spotlight');
  });

  it('has the share of each heading by its key', async () => {
    const { asked, store } = start();
    const heading = (key: number): Item => ({ ...card(key, 0, 0), kind: 'heading' });
    const shares = {
      headings: new Uint8Array(Int32Array.of(3, 9, 0, 4).buffer),
      whole: { count: 3, of: 9 },
      codes: [6, 3, 0, 0, 0, 0, 0, 0],
      most: [],
    };
    const items = writeItems([heading(7), card(8, 0, 0), heading(9)]);
    const extent = { w: 8000, h: 6000 };
    store.look(near, size);
    asked[0]?.answer({
      ok: true,
      value: { snapshot: 1, items, extent, found: null, around: null, shares, changes: 0 },
    });
    await Promise.resolve();
    await Promise.resolve();
    expect([...(store.getState().whole?.shares ?? [])]).toEqual([
      [7, { count: 3, of: 9 }],
      [9, { count: 0, of: 4 }],
    ]);
  });

  it('says why it could not be had, and is asked for again when that is wanted', async () => {
    const { asked, store, answer } = start();
    store.look(near, size);
    asked[0]?.answer({ ok: false, failure });
    await Promise.resolve();
    await Promise.resolve();
    expect(store.getState().failure).toBe(failure);
    store.look(near, size);
    expect(asked).toHaveLength(1);
    store.retry();
    expect(asked[1]?.input).toMatchObject({ latest: true });
    await answer();
    expect(store.getState().failure).toBeNull();
  });
});
