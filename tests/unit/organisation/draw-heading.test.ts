/** What the heading of a territory says where something is counted in it: the number has its room before the name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extraOf, type Item } from '../../../contract/organisation-items.ts';
import { matchMark } from '../../../contract/organisation-marks.ts';
import {
  drawHeading,
  drawLabel,
  type HeadingScene,
  labelWidth,
} from '../../../renderer/organisation/view/draw-heading.ts';
import { createTextFitter } from '../../../renderer/organisation/view/fit-text.ts';
import { headingPlace } from '../../../renderer/organisation/view/map-levels.ts';
import { stepWords, wholeWords } from '../../../renderer/organisation/view/map-words.ts';
import { inks, type Palette } from '../../../renderer/organisation/view/palette.ts';
import type { Pen } from '../../../renderer/organisation/view/scene.ts';
import { cardOf } from '../../renderer-double/people.ts';
import { memberOf } from '../renderer/organisation-tree.ts';

const letter = 0.56;
const view = { w: 2000, h: 1000 };
const widthOf = (text: string, font: string) =>
  text.replace(/[\u2068\u2069]/g, '').length * letter * Number.parseFloat(/ ([\d.]+)px/.exec(font)?.[1] ?? '10');

/** A pen that remembers where texts and dots were drawn. */
function pen() {
  const texts: { text: string; x: number; end: number }[] = [];
  const dots: number[] = [];
  const told: Record<string, unknown> = {
    font: '',
    fillText: (text: string, x: number) =>
      texts.push({ text: text.replace(/[\u2068\u2069]/g, ''), x, end: x + widthOf(text, String(told.font)) }),
    arc: (x: number) => dots.push(x),
  };
  const context = new Proxy(told, { get: (of, name) => of[String(name)] ?? (() => undefined) });
  const palette = { ...Object.fromEntries(inks.map((ink) => [ink, ink])), isDark: false } as unknown as Palette;
  const made = {
    ...{ context, palette, icons: new Map(), text: createTextFitter(widthOf), family: 'any' },
    ...{ camera: { x: 0, y: 0, k: 1 }, size: view },
  } as unknown as Pen;
  return { pen: made, texts, dots };
}
const item = (w: number, marks = 0): Item => ({
  ...{ kind: 'heading', key: 1, x: 0, y: 0, w, h: 400 },
  extra: extraOf({ marks, level: 1, colour: 0 }),
});
const scene = (name: string, change: Partial<HeadingScene> = {}): HeadingScene => ({
  colour: 'status',
  everybody: { people: 1200, onlyListed: 7 },
  memberOf: () => memberOf(1, { card: cardOf(1, { name }), below: 300 }),
  shares: new Map([[1, { count: 24, of: 1296 }]]),
  ...change,
});
const headed = (w: number, band: number, name: string, change: Partial<HeadingScene> = {}, marks = 0) => {
  const { pen: of, texts, dots } = pen();
  const place = headingPlace({ x: 0, y: 0, w, h: 400 }, band, view);
  if (place !== null) drawHeading(of, scene(name, change), item(w, marks), place);
  return { texts, dots, said: texts.map(({ text }) => text) };
};

describe('a heading in which people are counted', () => {
  it('says how many of how many, in full where there is room for it, and cuts the name for it', () => {
    expect(headed(400, 20, 'Anna Anders').said.slice(0, 2)).toEqual(['Anna Anders', '24 of 1,296 deleted']);
    const [name = '', share] = headed(140, 20, 'Annabella Andersson-Bergstrand').said;
    expect(share).toBe('24 of 1,296');
    expect(name).toMatch(/^Anna.*…$/);
    expect(headed(40, 20, 'Annabella').said).toHaveLength(1);
  });

  it('says it first where there are two lines', () => {
    expect(headed(700, 60, 'Anna').said[1]).toMatch(/^24 of 1,296 deleted · /);
  });

  it('has a dot before the name of who matches, and none before others', () => {
    const spotlight = { colour: 'spotlight' } as const;
    const marked = headed(400, 20, 'Anna', spotlight, matchMark);
    expect([marked.dots.length, marked.said[1]]).toEqual([1, '24 of 1,296']);
    expect(marked.texts[0]?.x).toBeGreaterThan(headed(400, 20, 'Anna', spotlight).texts[0]?.x ?? 0);
    expect(headed(400, 20, 'Anna', spotlight).dots).toEqual([]);
  });

  it('leaves neither its territory nor covers its own texts, however long the name and narrow the territory', () => {
    const places = fc.record({
      w: fc.integer({ min: 20, max: 500 }),
      band: fc.integer({ min: 11, max: 80 }),
      name: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' }),
      count: fc.nat({ max: 1_000_000 }),
      marks: fc.constantFrom(0, matchMark),
      colour: fc.constantFrom('status', 'availability', 'age', 'spotlight'),
      isOver: fc.boolean(),
    });
    fc.assert(
      fc.property(places, ({ w, band, name, count, marks, colour, isOver }) => {
        const shares = new Map([[1, { count, of: 1_000_000 }]]);
        const of = scene(`N${name}`, { colour, shares });
        const { pen: by, texts } = pen();
        if (isOver) {
          const width = Math.min(w, labelWidth(by, of, item(w, marks), 10));
          drawLabel(by, of, item(w, marks), { line: { x: 0, y: 0, w: width, h: 14 }, size: 10, second: null }, 'red');
        } else {
          const place = headingPlace({ x: 0, y: 0, w, h: 400 }, band, view);
          if (place !== null) drawHeading(by, of, item(w, marks), place);
        }
        const oneLine = band < 38 || isOver;
        for (const [nth, { x, end }] of texts.entries()) {
          expect(end).toBeLessThanOrEqual(w + 0.001);
          if (oneLine && nth > 0) expect(x).toBeGreaterThanOrEqual(texts[nth - 1]?.end ?? 0);
        }
      }),
    );
  });
});

describe('the legend says', () => {
  it('how many of everybody, and what each step stands for', () => {
    expect(wholeWords('spotlight', { count: 610, of: 1184 })).toBe('610 of 1,184 people match');
    expect(wholeWords('spotlight', { count: 1, of: 1184 })).toBe('1 of 1,184 people matches');
    expect(wholeWords('status', { count: 44, of: 1184 })).toBe('44 of 1,184 people are deleted');
    expect(stepWords).toEqual(['Nobody', ...['Up to 5 %', 'Up to 10 %', 'Up to 25 %', 'Up to 50 %', 'Over 50 %']]);
  });
});
