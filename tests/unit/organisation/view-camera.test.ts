/** Where one looks, how near, and what stands at a point: the arithmetic of a view. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Box, Item } from '../../../contract/organisation-items.ts';
import { createWheelReader, type WheelSigns } from '../../../renderer/keyboard/wheel.ts';
import {
  boundsOf,
  fitted,
  flightBetween,
  fromScreen,
  openingAt,
  revealed,
  type Size,
  scaled,
  scales,
  seenBox,
  toScreen,
} from '../../../renderer/organisation/view/camera.ts';
import { linkChart } from '../../../renderer/organisation/view/chart-links.ts';
import type { Camera } from '../../../renderer/organisation/view/chart-props.ts';
import { firstLook } from '../../../renderer/organisation/view/first-look.ts';
import { itemAt } from '../../../renderer/organisation/view/hit.ts';
import { type Aim, createViewCamera } from '../../../renderer/organisation/view/view-camera.ts';

const size = { w: 800, h: 600 };
const near = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const camera = fc.record({ x: near, y: near, k: fc.double({ min: scales.least, max: scales.most, noNaN: true }) });
const length = fc.double({ min: 1, max: 1e5, noNaN: true });
const box: fc.Arbitrary<Box> = fc.record({ x: near, y: near, w: length, h: length });
const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x - 1e-3 &&
  inner.y >= outer.y - 1e-3 &&
  inner.x + inner.w <= outer.x + outer.w + 1e-3 &&
  inner.y + inner.h <= outer.y + outer.h + 1e-3;

describe('a camera', () => {
  it('finds on screen what it found in the drawing, and back', () => {
    fc.assert(
      fc.property(camera, near, near, (now, x, y) => {
        const back = fromScreen(now, size, toScreen(now, size, { x, y }));
        expect(back.x).toBeCloseTo(x, 4);
        expect(back.y).toBeCloseTo(y, 4);
      }),
    );
  });

  it('opens what is about a point beside it, and in view where the point is not', () => {
    const now = { x: 0, y: 0, k: 1 };
    expect(openingAt(now, size, { x: 100, y: -50 })).toEqual({ x: 500, y: 250 });
    fc.assert(
      fc.property(camera, near, near, (looked, x, y) => {
        const at = openingAt(looked, size, { x, y });
        expect(at.x).toBeGreaterThan(0);
        expect(at.x).toBeLessThan(size.w);
        expect(at.y).toBeGreaterThan(0);
        expect(at.y).toBeLessThan(size.h);
      }),
    );
  });

  it('keeps what is under the pointer there, however near it goes', () => {
    fc.assert(
      fc.property(camera, fc.double({ min: 0.001, max: 10, noNaN: true }), fc.nat(800), fc.nat(600), (now, k, x, y) => {
        const before = fromScreen(now, size, { x, y });
        const next = scaled(now, size, k, { x, y });
        const after = toScreen(next, size, before);
        expect(after.x).toBeCloseTo(x, 3);
        expect(after.y).toBeCloseTo(y, 3);
        expect(next.k).toBeGreaterThanOrEqual(scales.least);
        expect(next.k).toBeLessThanOrEqual(scales.most);
      }),
    );
  });

  it('sees all of what is fitted into it, as far as anything is drawn so small, and in the middle', () => {
    fc.assert(
      fc.property(box, (whole) => {
        const now = fitted(whole, size);
        expect(now.k).toBeLessThanOrEqual(1);
        if (now.k > scales.least) expect(within(whole, seenBox(now, size))).toBe(true);
        expect(now.x).toBeCloseTo(whole.x + whole.w / 2, 4);
      }),
    );
  });

  it('moves no further than to have somebody in view, and not at all where they are', () => {
    fc.assert(
      fc.property(camera, near, near, (now, x, y) => {
        const card = { x, y, w: 100, h: 40 };
        const next = revealed(now, size, card);
        expect(next.k).toBe(now.k);
        const sees = seenBox(next, size);
        if (card.w < sees.w && card.h < sees.h) expect(within(card, sees)).toBe(true);
        const again = revealed(next, size, card);
        expect(Math.abs(again.x - next.x) + Math.abs(again.y - next.y)).toBeLessThan(1e-3);
      }),
    );
    const middle = { x: 0, y: 0, k: 1 };
    expect(revealed(middle, size, { x: -50, y: -20, w: 100, h: 40 })).toBe(middle);
  });

  it('flies from where it is to where it goes', () => {
    fc.assert(
      fc.property(camera, camera, (from, to) => {
        const flight = flightBetween(from, to, size);
        expect(flight.ms).toBeLessThanOrEqual(600);
        expect(flight.at(1)).toBe(to);
        const begun = flight.at(0);
        expect(begun.x).toBeCloseTo(from.x, 2);
        expect(begun.k / from.k).toBeCloseTo(1, 4);
      }),
    );
  });

  it('flies where hardly anything lies between', () => {
    const from = { x: 0, y: 0, k: scales.least };
    for (const x of [0, 1e-9, 1e-6, 1e-3, 1]) {
      for (const k of [scales.least, 0.02007, 1]) {
        const { at } = flightBetween(from, { x, y: 0, k }, size);
        for (const part of [0, 0.5, 1]) expect(Object.values(at(part)).every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('has no bounds where nothing is drawn', () => {
    expect(boundsOf([])).toBeNull();
    expect(
      boundsOf([
        { x: 1, y: 2, w: 3, h: 4 },
        { x: -1, y: 5, w: 1, h: 5 },
      ]),
    ).toEqual({ x: -1, y: 2, w: 5, h: 8 });
  });
});

describe('the buttons of the zoom', () => {
  const bar = { top: 600 - 44, right: 340 };
  const uncovered = (now: Camera, { x, y, w, h }: Box) =>
    toScreen(now, size, { x: x + w, y: y + h }).y <= bar.top || toScreen(now, size, { x, y }).x >= bar.right;

  it('cover nothing of what is fitted, as far as anything is drawn so small', () => {
    fc.assert(
      fc.property(box, (whole) => {
        const now = fitted(whole, size);
        if (now.k > scales.least) expect(uncovered(now, whole)).toBe(true);
      }),
    );
  });

  it('do not cover whoever is brought into view', () => {
    fc.assert(
      fc.property(camera, near, near, (now, x, y) => {
        const card = { x, y, w: 100, h: 40 };
        if (card.h * now.k < bar.top) expect(uncovered(revealed(now, size, card), card)).toBe(true);
      }),
    );
  });

  it('do not cover the centre of a chart that is looked at for the first time', () => {
    const centre = { kind: 'card', key: 1, extra: 0, part: 'centre', x: 0, y: 900, w: 240, h: 60 } as const;
    const links = { ...linkChart([], centre), cards: new Map([[1, centre]]) };
    for (const bounds of [centre, { x: 0, y: 0, w: 240, h: 960 }, { x: -5000, y: 0, w: 9000, h: 960 }]) {
      for (const [w, h] of [[800, 600] as const, [640, 200] as const, [640, 130] as const]) {
        const now = firstLook({ ...links, bounds }, 1, { w, h });
        const end = toScreen(now, { w, h }, { x: 0, y: 960 });
        expect(end.y, `${w} × ${h}`).toBeLessThanOrEqual(h - 44);
      }
    }
  });
});

describe('a chart that is looked at for the first time', () => {
  it('is so near that names can be read, however many stand side by side', () => {
    const centre = { kind: 'card', key: 1, extra: 0, part: 'centre', x: 0, y: 0, w: 240, h: 60 } as const;
    const reports = Array.from({ length: 30 }, (_, nth) => ({ ...centre, key: nth + 2, x: nth * 260, y: 120 }));
    const cards = new Map([centre, ...reports].map((card) => [card.key, card]));
    const reportsOf = new Map([[1, reports.map(({ key }) => key)]]);
    const bounds = boundsOf(cards.values()) ?? centre;
    for (const w of [400, 640, 1200, 2400]) {
      const { k } = firstLook({ ...linkChart([], centre), cards, reportsOf, bounds }, 1, { w, h: 600 });
      // A card writes names in 13 pixels where it is drawn at 100 %.
      expect(Math.round(13 * k), `${w} wide`).toBeGreaterThanOrEqual(11);
    }
  });
});

describe('a view of another size', () => {
  const sized = fc.record({ w: fc.integer({ min: 200, max: 2000 }), h: fc.integer({ min: 200, max: 1400 }) });
  beforeAll(() => vi.stubGlobal('cancelAnimationFrame', () => undefined));
  afterAll(() => vi.unstubAllGlobals());
  const resized = (from: Camera, before: Size, after: Size, held: Box | null): Camera => {
    const view = createViewCamera({ held: () => held, onMove: () => undefined, onRest: () => undefined });
    view.resize(before);
    view.jump(from);
    view.resize(after);
    return view.now();
  };

  it('has the same in its middle where nobody is held', () => {
    fc.assert(
      fc.property(camera, sized, sized, (from, ...sizes) => {
        expect(resized(from, ...sizes, null)).toEqual(from);
      }),
    );
  });

  it('shows all of who was in view, moved no further than that takes', () => {
    const at = fc.double({ min: -800, max: 800, noNaN: true });
    fc.assert(
      fc.property(sized, sized, at, at, (before, after, x, y) => {
        const from = { x: 0, y: 0, k: 1 };
        const card = { x, y, w: 120, h: 60 };
        const now = resized(from, before, after, card);
        if (!within(card, seenBox(from, before))) expect(now).toEqual(from);
        else {
          expect(within(card, seenBox(now, after))).toBe(true);
          expect(now).toEqual(revealed(from, after, card));
        }
      }),
    );
  });
});

describe('a flight in a view that becomes another size', () => {
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
  const pass = (time: number) => {
    for (const frame of frames.splice(0)) frame(time);
  };
  const chart = { x: 0, y: 0, w: 4000, h: 900 };
  const card = { x: 3000, y: 200, w: 120, h: 60 };
  const here = { x: 60, y: 30, k: 1 };
  const narrow = { w: 420, h: 300 };
  const shapes: [string, Aim][] = [
    ['all of a chart', (now) => fitted(chart, now)],
    ['a card that is brought into view', (now) => revealed(here, now, card)],
    ['somewhere that is the same in any view', () => ({ x: 900, y: 100, k: 0.5 })],
  ];

  it.each(shapes)('leads to %s as it is seen there', (_, aim) => {
    const view = createViewCamera({ held: () => null, onMove: () => undefined, onRest: () => undefined });
    view.resize(size);
    view.jump(here);
    view.fly(aim);
    pass(50);
    const before = view.now();
    expect(before).not.toEqual(here);
    view.resize(narrow);
    expect([view.now(), view.goal()]).toEqual([before, aim(narrow)]);
    pass(0);
    expect(view.now().x).toBeCloseTo(before.x);
    pass(50);
    view.resize(size);
    expect(view.goal()).toEqual(aim(size));
    for (let time = 0; time <= 600; time += 50) pass(time);
    expect([view.now(), frames]).toEqual([aim(size), []]);
  });

  it('goes along with what is looked at, wherever that has moved', () => {
    const view = createViewCamera({ held: () => null, onMove: () => undefined, onRest: () => undefined });
    view.resize(size);
    view.jump(here);
    view.fly((now) => fitted(chart, now));
    pass(50);
    view.shift({ x: 700, y: -40 });
    const before = view.now();
    view.resize(narrow);
    pass(0);
    expect(view.now().x).toBeCloseTo(before.x);
    for (let time = 0; time <= 600; time += 50) pass(time);
    expect(view.now()).toEqual(fitted({ ...chart, x: 700, y: -40 }, narrow));
  });

  it('goes no further once it was moved', () => {
    const view = createViewCamera({ held: () => null, onMove: () => undefined, onRest: () => undefined });
    view.resize(size);
    view.fly((now) => fitted(chart, now));
    pass(50);
    view.jump(here);
    view.resize(narrow);
    expect([view.now(), frames]).toEqual([here, []]);
  });
});

describe('nearer and further', () => {
  beforeAll(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    vi.stubGlobal('requestAnimationFrame', () => 1);
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
  });
  afterAll(() => vi.unstubAllGlobals());
  const begin = () => {
    const view = createViewCamera({ held: () => null, onMove: () => undefined, onRest: () => undefined });
    view.resize(size);
    view.jump({ x: 7, y: -3, k: 1 });
    return view;
  };

  it('counts every press, also those during the flight of the one before', () => {
    const view = begin();
    for (let presses = 0; presses < 3; presses += 1) view.zoom('nearer');
    expect(view.goal().k).toBeCloseTo(1.25 ** 3);
    view.step('further');
    expect(view.now()).toEqual({ x: 7, y: -3, k: 1.25 ** 2 });
    view.zoom('whole');
    expect(view.goal()).toEqual({ x: 7, y: -3, k: 1 });
  });

  it('goes no further than anything is drawn', () => {
    const view = begin();
    view.limit(0.5);
    for (let presses = 0; presses < 20; presses += 1) view.step('further');
    expect(view.now().k).toBe(0.5);
    for (let presses = 0; presses < 20; presses += 1) view.zoom('nearer');
    expect(view.goal().k).toBe(scales.most);
  });
});

describe('the wheel', () => {
  const turn = (change: Partial<WheelSigns>): WheelSigns => ({
    ...{ deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, timeStamp: 0 },
    ...change,
  });

  it.each([
    ['a notch of a mouse', turn({ deltaY: 100, wheelDeltaY: -120 }), 'zoom'],
    ['a notch on another system', turn({ deltaY: -120, wheelDeltaY: 120 }), 'zoom'],
    ['a turn told in lines', turn({ deltaY: 3, deltaMode: 1 }), 'zoom'],
    ['two fingers, slowly', turn({ deltaY: 4, wheelDeltaY: -12 }), 'pan'],
    ['two fingers, fast', turn({ deltaY: 240, wheelDeltaY: -720 }), 'pan'],
    ['two fingers, askew', turn({ deltaX: 3, deltaY: 100, wheelDeltaY: -120 }), 'pan'],
    ['parts of a pixel', turn({ deltaY: 60.5, wheelDeltaY: -120 }), 'pan'],
    ['a pinch', turn({ deltaY: 1.5, ctrlKey: true, wheelDeltaY: -4 }), 'zoom'],
    ['a turn with the command key', turn({ deltaY: 4, metaKey: true, wheelDeltaY: -12 }), 'zoom'],
  ] as const)('%s: %s means %s', (_, event, meaning) => {
    expect(createWheelReader()(event)).toBe(meaning);
  });

  it('means one thing as long as it turns, but for a pinch', () => {
    const read = createWheelReader();
    expect(read(turn({ deltaY: 4, wheelDeltaY: -12 }))).toBe('pan');
    expect(read(turn({ deltaY: 120, wheelDeltaY: -120, timeStamp: 100 }))).toBe('pan');
    expect(read(turn({ deltaY: 2, ctrlKey: true, timeStamp: 150 }))).toBe('zoom');
    expect(read(turn({ deltaY: 4, wheelDeltaY: -12, timeStamp: 200 }))).toBe('pan');
    expect(read(turn({ deltaY: 120, wheelDeltaY: -120, timeStamp: 900 }))).toBe('zoom');
  });
});

describe('what stands at a point', () => {
  const item = (kind: Item['kind'], y: number, h: number): Item => ({ kind, key: 1, extra: 0, x: 0, y, w: 100, h });
  const items = [item('line', 0, 200), item('card', 0, 40), item('fold', 44, 16), item('circle', 100, 20)];
  it.each([
    ['a card', { x: 50, y: 20 }, 0, 1],
    ['a button', { x: 50, y: 50 }, 0, 2],
    ['beside a button', { x: 50, y: 42 }, 0, -1],
    ['near enough to a button', { x: 50, y: 42 }, 4, 2],
    ['on a card, and near a button', { x: 50, y: 39 }, 8, 2],
    ['a line', { x: 50, y: 180 }, 4, -1],
    ['words that are no button', { x: 50, y: 110 }, 4, -1],
  ] as const)('%s', (_, point, slack, place) => {
    expect(itemAt(items, point, slack)).toBe(place);
  });
});
