/** Organisations of extreme forms as files: everybody once, and each text in the rectangle that it belongs to. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../contract/organisation-items.ts';
import { restored } from '../../../electron/export/cells.ts';
import { divisionColours } from '../../../electron/organisation/map-colours.ts';
import { boxAt, layOutMap } from '../../../electron/organisation/map-layout.ts';
import { branchAt, writeCsv } from '../../../electron/organisation/saved-csv.ts';
import { type DrawnPart, drawMap } from '../../../electron/organisation/saved-map.ts';
import type { SavedPeople } from '../../../electron/organisation/saved-people.ts';
import { textWidth } from '../../../electron/svg/text-width.ts';
import { plant } from './planted.ts';

const called: SavedPeople = (forest, places) =>
  new Map(
    places.map((place) => {
      const name = `Nº${forest.keys[place]}`;
      const fixed = { card: null, role: 'Lead', status: 'Active', ink: '#b3261e', isActive: true, isGone: false };
      return [place, { id: name, name, ...fixed }];
    }),
  );

/** Managers by key. The manager of many has 100,000, since a million are a file of 200 MB. */
const extremes: readonly (readonly [string, number[]])[] = [
  ['a chain of 20,000', Array.from({ length: 20_000 }, (_, nth) => nth)],
  ['a ring of 20,000', Array.from({ length: 20_000 }, (_, nth) => (nth === 0 ? 20_000 : nth))],
  ['one manager of 100,000', Array.from({ length: 100_001 }, (_, nth) => (nth === 0 ? 0 : 1))],
  ['50,000 tops of one each', Array.from({ length: 100_000 }, (_, nth) => (nth < 50_000 ? 0 : nth - 49_999))],
];

type Writing = { readonly total: number; readonly next: () => DrawnPart | null };

/** All parts; everybody is in them by their end. */
function partsOf({ total, next }: Writing): string[] {
  const parts: string[] = [];
  let done = 0;
  for (let part = next(); part !== null; part = next()) {
    parts.push(part.text);
    done = part.done;
  }
  expect(done).toBe(total);
  return parts;
}

type Line = { readonly words: string; readonly box: Box };

/** The lines of each group of a part, in the order in which they are written. */
function linesIn(part: string): Line[][] {
  return part.split('<g ').map((group) => {
    const ofGroup = sizeIn(group.slice(0, group.indexOf('>')));
    return [...group.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].map(([, tag = '', inner = '']) => {
      const words = inner.replace(/<[^>]*>|[\u2068\u2069]/g, '');
      const size = sizeIn(tag) ?? ofGroup ?? Number.NaN;
      const [x, y] = ['x', 'y'].map((name) => Number(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]));
      return { words, box: { x: x ?? 0, y: (y ?? 0) - 0.8 * size, w: textWidth(words, size), h: size } };
    });
  });
}
const sizeIn = (tag: string): number | null => {
  const found = /font-size="([^"]*)"/.exec(tag);
  return found === null ? null : Number(found[1]);
};
const keyIn = (words: string): number | null => {
  const found = /^Nº(\d+)$/.exec(words);
  return found === null ? null : Number(found[1]);
};

function isIn(text: Box, box: Box): boolean {
  const by = 0.02;
  const isAcross = text.x >= box.x - by && text.x + text.w <= box.x + box.w + by;
  return isAcross && text.y >= box.y - by && text.y + text.h <= box.y + box.h + by;
}

/** Who is not there once. */
const notOnce = (times: Uint8Array): number[] => [...times.keys()].filter((person) => times[person] !== 1).slice(0, 5);

describe.each(extremes)('%s', (_, managers) => {
  it('is an SVG with everybody once, and each text in the rectangle of its person', () => {
    const forest = plant({ managers });
    const { layout } = layOutMap(forest, null);
    const colours = divisionColours(forest, layout);
    const map = { forest, layout, colours, shares: null, colour: 'division', lit: null } as const;
    const times = new Uint8Array(managers.length);
    const outside: string[] = [];
    for (const part of partsOf(drawMap(map, 0, called))) {
      let named: number[] = [];
      for (const lines of linesIn(part)) {
        const keys = lines.map(({ words }) => keyIn(words)).filter((key) => key !== null);
        for (const key of keys) times[key - 1] = (times[key - 1] ?? 0) + 1;
        // A card's second line is in a group after that of the names.
        const isSecond = keys.length === 0 && lines.length === named.length;
        let owner = 0;
        for (const [nth, { words, box }] of lines.entries()) {
          owner = isSecond ? (named[nth] ?? 0) : (keyIn(words) ?? owner);
          if (!isIn(box, boxAt(layout, forest, forest.placeOf[owner] ?? 0))) outside.push(words);
        }
        named = keys;
      }
    }
    expect(outside.slice(0, 5)).toEqual([]);
    expect(notOnce(times)).toEqual([]);
  });

  it('is a CSV with a line for each', () => {
    const forest = plant({ managers });
    const file = partsOf(writeCsv(forest, branchAt(forest, 0), called)).join('');
    const times = new Uint8Array(managers.length);
    for (const { Id } of parse(file, { bom: true, columns: true }) as { Id: string }[]) {
      const key = keyIn(restored(Id)) ?? 0;
      times[key - 1] = (times[key - 1] ?? 0) + 1;
    }
    expect(notOnce(times)).toEqual([]);
  });
});
