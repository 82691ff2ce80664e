/** What is on screen of the map as a file: to the edge of the view and no further, with each text in a rectangle. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Box, readItems } from '../../../contract/organisation-items.ts';
import { drawnMap } from '../../../electron/organisation/drawn-map.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { divisionColours } from '../../../electron/organisation/map-colours.ts';
import { layOutMap } from '../../../electron/organisation/map-layout.ts';
import { createMapViews } from '../../../electron/organisation/map-view.ts';
import type { SavedPeople } from '../../../electron/organisation/saved-people.ts';
import { cutTo, drawView, placesInView } from '../../../electron/organisation/saved-view.ts';
import { textWidth } from '../../../electron/svg/text-width.ts';
import { forestFrom } from './forest-from.ts';
import { organisations } from './organisations.ts';
import { type Element, everyElement, readXml } from './xml.ts';

const called: SavedPeople = (forest, places) =>
  new Map(
    places.map((place) => {
      const key = forest.keys[place] ?? 0;
      const [isGone, status] = [key % 5 === 0, key % 5 === 0 ? 'Deleted' : 'Active'];
      const name = `Nº${key}`;
      return [place, { id: name, name, card: null, role: 'Lead', status, ink: '#b3261e', isActive: !isGone, isGone }];
    }),
  );
const viewOf = createMapViews();

/** `part`: of the map's sides, from its corner; may go beyond it. */
function saved(forest: Forest, part: Box, scale: number) {
  const { layout } = layOutMap(forest, null);
  const map = { ...drawnMap(forest, layout, divisionColours(forest, layout)), colour: 'division', lit: null } as const;
  const [w, h] = [layout.widths[0] ?? 0, layout.heights[0] ?? 0];
  const view = cutTo({ x: 0, y: 0, w, h }, { x: part.x * w, y: part.y * h, w: part.w * w, h: part.h * h });
  if (view === null) throw new Error('nothing of the map');
  const items = readItems(viewOf(map, view, scale).items).filter((item) => cutTo(item, view) !== null);
  const { total, next } = drawView(map, items, view, called);
  let file = '';
  let done = 0;
  for (let drawn = next(); drawn !== null; drawn = next()) {
    file += drawn.text;
    done = drawn.done;
  }
  expect([done, placesInView(forest, items).count]).toEqual([total, total]);
  return { view, items, root: readXml(`<svg>${file}</svg>`) };
}

const boxOf = ({ attributes: { x, y, width, height } }: Element): Box => ({
  x: Number(x),
  y: Number(y),
  w: Number(width),
  h: Number(height),
});
const inside = (inner: Box, outer: Box, by = 0.03): boolean =>
  inner.x >= outer.x - by &&
  inner.y >= outer.y - by &&
  inner.x + inner.w <= outer.x + outer.w + by &&
  inner.y + inner.h <= outer.y + outer.h + by;
const textBox = (text: Element): Box => {
  const size = Number(text.attributes['font-size']);
  const { x, y } = boxOf(text);
  return { x, y: y - 0.8 * size, w: textWidth(text.text.replace(/[\u2068\u2069]/g, ''), size), h: size };
};
const share = fc.double({ min: 0, max: 0.9, noNaN: true });
const side = fc.double({ min: 0.05, max: 1.5, noNaN: true });

it('of any organisation and any part of it: nothing leaves the view, and each text is in its own rectangle', () => {
  fc.assert(
    fc.property(organisations, share, share, side, fc.constantFrom(0.05, 0.3, 1), (managers, x, y, wide, scale) => {
      const forest = forestFrom(managers);
      if (forest.people === 0) return;
      const { view, root, items } = saved(forest, { x, y, w: wide, h: wide }, scale);
      const rects = everyElement(root, 'rect').map(boxOf);
      expect(rects).toHaveLength(items.length);
      expect(rects.filter((rect) => !inside(rect, view))).toEqual([]);
      let own = view;
      for (const one of root.children) {
        if (one.name === 'rect') own = boxOf(one);
        else expect(inside(textBox(one), own)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

/** 1 leads 2 to 13. */
const team = forestFrom([-1, ...Array<number>(12).fill(0)]);
const texts = (root: Element) => everyElement(root, 'text').map(({ text }) => text);

it('of all of it names everybody on it, once', () => {
  const { root } = saved(team, { x: 0, y: 0, w: 1, h: 1 }, 1);
  const names = texts(root).filter((text) => text.startsWith('Nº'));
  expect(names.length).toBe(team.people);
  expect(new Set(names).size).toBe(team.people);
  expect(texts(root)).toContain('Everybody');
});

it('the heading that the edge of the view cuts is at that edge', () => {
  const whole = saved(team, { x: 0, y: 0, w: 1, h: 1 }, 1);
  const heading = whole.items.find(({ kind, key }) => kind === 'heading' && key !== 0);
  const from = ((heading?.y ?? 0) + 12) / whole.view.h;
  const { root, view } = saved(team, { x: 0.2, y: from, w: 1, h: 1 }, 1);
  const text = everyElement(root, 'text').find((one) => one.text === `Nº${heading?.key}`);
  if (text === undefined) throw new Error('it has no name');
  expect(inside(textBox(text), view)).toBe(true);
  expect(texts(root)).not.toContain('Everybody');
});

it('where cards are small they are drawn as one, and nobody is counted who is not drawn', () => {
  const { root, items } = saved(team, { x: 0, y: 0, w: 1, h: 1 }, 0.1);
  expect(items.map(({ kind }) => kind)).toContain('cards');
  expect(texts(root).filter((text) => text.startsWith('Nº'))).toHaveLength(1);
});
