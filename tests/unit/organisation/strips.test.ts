/** An image that is drawn a strip at a time is the one that is drawn at once, and ends where it is stopped. */
import { describe, expect, it } from 'vitest';
import { mostImagePixels, mostImageSide } from '../../../contract/bounds.ts';
import { type Item, readItems, writeItems } from '../../../contract/organisation-items.ts';
import { layChart } from '../../../electron/organisation/chart-layout.ts';
import { drawnMap } from '../../../electron/organisation/drawn-map.ts';
import { divisionColours } from '../../../electron/organisation/map-colours.ts';
import { layOutMap } from '../../../electron/organisation/map-layout.ts';
import { createMapViews } from '../../../electron/organisation/map-view.ts';
import { boundsOf } from '../../../renderer/organisation/view/camera.ts';
import { linkChart } from '../../../renderer/organisation/view/chart-links.ts';
import { usualShape } from '../../../renderer/organisation/view/chart-shape.ts';
import { drawChart } from '../../../renderer/organisation/view/draw-chart.ts';
import { legibleNames, planImage } from '../../../renderer/organisation/view/draw-image.ts';
import { drawMap, type MapScene } from '../../../renderer/organisation/view/draw-map.ts';
import { createTextFitter } from '../../../renderer/organisation/view/fit-text.ts';
import { inks, type Palette } from '../../../renderer/organisation/view/palette.ts';
import type { Pen } from '../../../renderer/organisation/view/scene.ts';
import { drawInStrips, type Strip, stripsOf } from '../../../renderer/organisation/view/strips.ts';
import { memberOf as personCalled } from '../renderer/organisation-tree.ts';
import { forestOf } from './small-forest.ts';

/** 1 leads 2 and 200 others, 2 leads 12, and one of these 400. */
const forest = forestOf([0, ...Array(201).fill(1), ...Array(12).fill(2), ...Array(400).fill(203)]);
const { layout } = layOutMap(forest, null);
const extent = { x: 0, y: 0, w: layout.widths[0] ?? 0, h: layout.heights[0] ?? 0 };
const onMap = (k: number): Item[] => {
  const drawn = drawnMap(forest, layout, divisionColours(forest, layout));
  return readItems(createMapViews()(drawn, extent, k).items);
};

/** Texts with their places, and rectangles with round corners, which cards have. */
type Mark = { readonly what: string; readonly y: number; readonly h: number };

function penOver(box: Item | typeof extent, k: number): { pen: Pen; marks: Mark[] } {
  const marks: Mark[] = [];
  const told: Record<string, unknown> = {
    fillText: (text: string, x: number, y: number) => marks.push({ what: `${text} ${x} ${y}`, y: y - 8, h: 10 }),
    roundRect: (x: number, y: number, w: number, h: number) => marks.push({ what: `card ${x} ${y} ${w}`, y, h }),
    fillRect: (x: number, y: number, w: number, h: number) => marks.push({ what: `bar ${x} ${y} ${w}`, y, h }),
  };
  const context = new Proxy(told, { get: (of, name) => of[String(name)] ?? (() => undefined) });
  const { size } = planImage(box);
  const palette = { ...Object.fromEntries(inks.map((ink) => [ink, '#000000'])), isDark: false } as unknown as Palette;
  const camera = { x: box.x + box.w / 2, y: box.y + box.h / 2, k };
  const text = createTextFitter((words) => words.length * 6);
  return {
    pen: { ...{ palette, camera, size, text }, icons: new Map(), family: 'any', context } as unknown as Pen,
    marks,
  };
}

const nobodys = { everybody: { people: 616, onlyListed: 0 }, active: null, hovered: null, claims: [] };
const memberOf = (key: number) => personCalled(key);
const chart = layChart(forest, { centre: 2, shape: usualShape, others: [3, 4] });
const chartItems = readItems(writeItems(chart.items));
const chartBox = boundsOf(chartItems) ?? extent;
const drawings = {
  map: {
    box: extent,
    draw: (pen: Pen) => {
      const near = { window: { region: extent, scale: 1 }, items: onMap(1), colour: 'division', shares: new Map() };
      drawMap(pen, { ...nobodys, whole: near, near: null, memberOf, pictureOf: () => null } as unknown as MapScene);
    },
  },
  chart: {
    box: chartBox,
    draw: (pen: Pen) =>
      drawChart(pen, {
        ...{ items: chartItems, links: linkChart(chartItems, chartBox), centre: forest.keys[2] ?? 0, active: 0 },
        ...{ isMarked: true, hovered: -1, memberOf, pictureOf: () => null },
      }),
  },
};

describe.each(['map', 'chart'] as const)('a %s', (name) => {
  const { box, draw } = drawings[name];
  it('has in each strip what all of it has there, and nothing elsewhere than in all of it', () => {
    const { pen, marks } = penOver(box, 1);
    draw(pen);
    const whole = [...marks];
    expect(whole.length).toBeGreaterThan(50);
    // The names of managers among them.
    if (name === 'map') expect(whole.some(({ what }) => what.includes(personCalled(2).card?.name ?? '-'))).toBe(true);
    let drawn = 0;
    for (let y = 0; y < pen.size.h; y += 97) {
      marks.length = 0;
      const strip: Strip = { y, h: 97 };
      draw({ ...pen, strip });
      const here = new Set(marks.map(({ what }) => what));
      for (const one of whole) if (one.y + one.h >= y && one.y <= y + 97) expect(here).toContain(one.what);
      const everywhere = new Set(whole.map(({ what }) => what));
      expect([...here].filter((what) => !everywhere.has(what))).toEqual([]);
      drawn += here.size;
    }
    // Not all of it each time.
    expect(drawn).toBeLessThan(3 * whole.length);
  });
});

it.each([
  [mostImageSide, Math.floor(mostImagePixels / mostImageSide)],
  [1, 1],
  [248, mostImageSide],
])('strips of an image of %i by %i pixels lie one below the other and have all of it', (w, h) => {
  const strips = stripsOf({ w, h });
  let end = 0;
  for (const strip of strips) {
    expect(strip.y).toBe(end);
    expect(strip.h).toBeGreaterThan(0);
    expect(w * strip.h).toBeLessThanOrEqual(2 ** 22);
    end += strip.h;
  }
  expect(end).toBe(h);
});

it('tells how far it is, and draws nothing once it is stopped', async () => {
  const { pen } = penOver({ x: 0, y: 0, w: 4000, h: 4000 }, 1);
  const all = stripsOf(pen.size).length;
  const told: string[] = [];
  const tell = (done: number, total: number) => told.push(`${done} of ${total}`);
  let drawn = 0;
  expect(await drawInStrips(pen, 400, { signal: new AbortController().signal, tell }, () => (drawn += 1))).toBe(true);
  expect([drawn, told.length, told.at(-1)]).toEqual([all, all, '400 of 400']);
  drawn = 0;
  const stopping = new AbortController();
  const stop = () => {
    drawn += 1;
    stopping.abort();
  };
  expect(await drawInStrips(pen, 400, { signal: stopping.signal, tell }, stop)).toBe(false);
  expect(drawn).toBe(1);
});

it('counts whose names can be read', () => {
  const people = forest.people;
  expect(legibleNames(onMap(1), 1)).toBe(people);
  // Cards are too low; the three who lead have room.
  expect(legibleNames(onMap(0.39), 0.39)).toBe(3);
  expect(legibleNames(onMap(0.001), 0.001)).toBe(0);
  const heading = { kind: 'heading', key: 1, extra: 0, x: 0, y: 0, w: 1000, h: 800 } as const;
  const others = [
    { ...heading, key: 0 },
    { ...heading, kind: 'cards' } as const,
    { ...heading, kind: 'block' } as const,
  ];
  expect([0.089, 0.091].map((k) => legibleNames([heading, ...others], k))).toEqual([0, 1]);
});
