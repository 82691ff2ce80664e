/** The map as a file: whole, well formed, everybody once and in their place, whatever the organisation and the names are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../contract/organisation-items.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { divisionColours } from '../../../electron/organisation/map-colours.ts';
import { boxAt, layOutMap } from '../../../electron/organisation/map-layout.ts';
import { frameOf } from '../../../electron/organisation/saved-frame.ts';
import { drawMap } from '../../../electron/organisation/saved-map.ts';
import type { SavedPeople } from '../../../electron/organisation/saved-people.ts';
import { textWidth } from '../../../electron/svg/text-width.ts';
import { forestFrom } from './forest-from.ts';
import { hostileNames } from './hostile-names.ts';
import { organisations } from './organisations.ts';
import { type Element, everyElement, readXml } from './xml.ts';

const peopleCalled =
  (nameOf: (key: number) => string): SavedPeople =>
  (forest, places) =>
    new Map(
      places.map((place) => {
        const key = forest.keys[place] ?? 0;
        const isGone = key % 5 === 0;
        const status = isGone ? 'Deleted' : 'Active';
        return [
          place,
          {
            id: `u-${key}`,
            name: nameOf(key),
            card: null,
            role: '',
            status,
            ink: '#b3261e',
            isActive: !isGone,
            isGone,
          },
        ];
      }),
    );

function saved(forest: Forest, place = 0, nameOf = (key: number): string => `Nº${key}`) {
  const { layout } = layOutMap(forest, null);
  const colours = divisionColours(forest, layout);
  const drawing = drawMap(
    { forest, layout, colours, shares: null, colour: 'division', lit: null },
    place,
    peopleCalled(nameOf),
  );
  const frame = frameOf({ ...drawing.framed, title: 'Organisation', source: '1 Dec 2026' });
  const parts: string[] = [];
  let done = 0;
  for (let part = drawing.next(); part !== null; part = drawing.next()) {
    parts.push(part.text);
    expect(part.done).toBeGreaterThan(done);
    expect(part.done - done).toBeLessThanOrEqual(500);
    done = part.done;
  }
  expect(done).toBe(drawing.total);
  return { ...frame, layout, file: frame.head + parts.join('') + frame.foot };
}

const boxOf = ({ attributes }: Element): Box => {
  const [x = Number.NaN, y = Number.NaN, w = Number.NaN, h = Number.NaN] = ['x', 'y', 'width', 'height'].map((name) =>
    Number(attributes[name]),
  );
  return { x, y, w, h };
};
const inside = (inner: Box, outer: Box, by = 0.02): boolean =>
  inner.x >= outer.x - by &&
  inner.y >= outer.y - by &&
  inner.x + inner.w <= outer.x + outer.w + by &&
  inner.y + inner.h <= outer.y + outer.h + by;
const textBox = (text: Element): Box => {
  const size = Number(text.attributes['font-size']);
  const { x, y } = boxOf(text);
  return { x, y: y - 0.8 * size, w: textWidth(text.text.replace(/[\u2068\u2069]/g, ''), size), h: size };
};

describe('of any organisation', () => {
  it('everybody stands in their place once, every text in a rectangle, and all of it in the view', () => {
    fc.assert(
      fc.property(organisations, fc.nat(), (managers, one) => {
        const forest = forestFrom(managers);
        if (forest.people === 0) return;
        const place = one % (forest.people + 1);
        const { file, view, layout } = saved(forest, place);
        const root = readXml(file);
        expect(root.attributes.viewBox?.split(' ').map(Number)).toEqual(
          [view.x, view.y, view.w, view.h].map((value) => Math.round(100 * value) / 100),
        );
        const rects = everyElement(root, 'rect').map(boxOf);
        expect(rects.filter((rect) => !inside(rect, view))).toEqual([]);
        const texts = everyElement(root, 'text');
        for (const text of texts) expect(rects.some((rect) => inside(textBox(text), rect))).toBe(true);
        const drawn = new Map(texts.map((text) => [text.text, text]));
        for (let at = Math.max(1, place); at < place + (forest.size[place] ?? 1); at += 1) {
          const text = drawn.get(`Nº${forest.keys[at]}`);
          const box = boxAt(layout, forest, at);
          expect(text !== undefined && inside(textBox(text), box)).toBe(true);
          expect(rects).toContainEqual(box);
        }
        // A line for each name and each number or status, and what stands around.
        const names = texts.filter(({ text }) => /^Nº\d+$/.test(text)).map(({ text }) => text);
        expect(new Set(names).size).toBeGreaterThanOrEqual((forest.size[place] ?? 1) - (place === 0 ? 1 : 0));
      }),
      { numRuns: 60 },
    );
  });
});

it('says who is gone by a line through the name and by a word', () => {
  const root = readXml(saved(forestFrom([-1, 0, 0, 0, 0, 0])).file);
  const texts = everyElement(root, 'text');
  const gone = texts.filter(({ attributes }) => attributes['text-decoration'] === 'line-through');
  expect(gone.map(({ text }) => text)).toEqual(['Nº5']);
  expect(texts.filter(({ text }) => text === 'Deleted')).toHaveLength(1);
});

describe('names', () => {
  it.each(hostileNames)('%j is text, in its card and whole as far as it goes', (name) => {
    const { file, view } = saved(forestFrom([-1, 0, 0]), 0, () => name);
    const root = readXml(file);
    for (const text of everyElement(root, 'text')) {
      expect(inside(textBox(text), view)).toBe(true);
      expect(text.text.isWellFormed()).toBe(true);
    }
    expect(everyElement(root, 'script')).toEqual([]);
  });

  it('of any letters leave the file well formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const root = readXml(saved(forestFrom([-1, 0]), 0, () => name).file);
        const rects = everyElement(root, 'rect').map(boxOf);
        for (const text of everyElement(root, 'text')) {
          if (text.text !== '') expect(rects.some((rect) => inside(textBox(text), rect))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
