/** Whom of a chart keys and screen readers reach, where the keys lead, and what a press changes. */
import { describe, expect, it } from 'vitest';
import { readItems, writeItems } from '../../../contract/organisation-items.ts';
import { layChart } from '../../../electron/organisation/chart-layout.ts';
import { boundsOf } from '../../../renderer/organisation/view/camera.ts';
import { linkChart } from '../../../renderer/organisation/view/chart-links.ts';
import {
  folded,
  pressed,
  revealing,
  usualShape,
  withMore,
  withWhole,
} from '../../../renderer/organisation/view/chart-shape.ts';
import { standInsOf, stepFrom } from '../../../renderer/organisation/view/stand-ins.ts';
import { forestOf } from './small-forest.ts';

/** 1 leads 2 and 13, who lead 3-9 and 14, and 15-24, who lead nobody. In the order of the forest. */
const managers = [0, 1, ...Array(10).fill(2), 1, 13, ...Array(10).fill(1)];
const forest = forestOf(managers);

function chartOf(centre: number, shape = usualShape, of = forest) {
  const items = readItems(writeItems(layChart(of, { centre, shape, others: [] }).items));
  return { items, links: linkChart(items, boundsOf(items) ?? { x: 0, y: 0, w: 0, h: 0 }) };
}

describe('the stand-ins', () => {
  it('are the way up, those beside and those below, in the order of a tree', () => {
    const { links } = chartOf(1);
    const around = standInsOf(links, 20);
    expect(around.map(({ key }) => key / 10)).toEqual([
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      13,
      ...Array.from({ length: 10 }, (_, n) => 15 + n),
    ]);
    expect(around[1]).toMatchObject({ level: 2, nth: 1, of: 12, isOpen: true });
    expect(around[2]).toMatchObject({ level: 3, nth: 1, of: 5, isOpen: null });
    expect(around[0]?.box).toMatchObject({ w: 240, h: 60 });
  });

  it('are never more than 120, and none of somebody without a card', () => {
    const broad = forestOf([0, ...Array(600).fill(1), ...Array(90).fill(2)]);
    const { links } = chartOf(1, { ...usualShape, more: [{ of: 20, shown: 90 }] }, broad);
    const around = standInsOf(links, 20);
    expect(around).toHaveLength(1 + 1 + 40 + 20);
    expect(standInsOf(links, 1)).toEqual([]);
  });
});

describe('a key', () => {
  it('leads up, down, beside and to the top, as the chart is seen', () => {
    const { links } = chartOf(1);
    expect(stepFrom(links, 20, 'ArrowUp')).toEqual({ to: 10 });
    expect(stepFrom(links, 20, 'ArrowDown')).toEqual({ to: 30 });
    expect(stepFrom(links, 20, 'ArrowRight')).toEqual({ to: 130 });
    expect(stepFrom(links, 20, 'ArrowLeft')).toBeNull();
    expect(stepFrom(links, 130, 'ArrowRight')).toEqual({ to: 150 });
    expect(stepFrom(links, 30, 'Home')).toEqual({ to: 10 });
    expect(stepFrom(links, 10, 'ArrowUp')).toBeNull();
    expect(stepFrom(links, 30, 'ArrowDown')).toBeNull();
  });

  it('unfolds whoever leads and is folded', () => {
    const { links } = chartOf(1, { ...usualShape, closed: [20] });
    expect(stepFrom(links, 20, 'ArrowDown')).toEqual({ of: 'below', key: 20 });
  });

  it('leads to everybody beside, also to those whom the chart does not show yet', () => {
    for (const [centre, manager] of [
      [1, 20],
      [2, 10],
      [3, 10],
      [3, 20],
    ] as const) {
      let shape = usualShape;
      let { links } = chartOf(centre, shape);
      let at = links.reportsOf.get(manager)?.[0] ?? 0;
      const met = new Set([at]);
      for (let found = stepFrom(links, at, 'ArrowRight'); found !== null; found = stepFrom(links, at, 'ArrowRight')) {
        if ('to' in found) at = found.to;
        else {
          shape = revealing(shape, found, links);
          links = chartOf(centre, shape).links;
          expect(stepFrom(links, at, 'ArrowRight')).toHaveProperty('to');
        }
        met.add(at);
      }
      expect(met.size, `below ${manager} in the chart of ${centre}`).toBe(manager === 10 ? 12 : 10);
    }
  });

  it('leads from a way that is cut to the manager who has no card', () => {
    const chain = forestOf(Array.from({ length: 100 }, (_, nth) => nth));
    const { links } = chartOf(100, usualShape, chain);
    expect(stepFrom(links, 810, 'ArrowUp')).toEqual({ to: 800 });
  });
});

describe('a press', () => {
  const find = (items: ReturnType<typeof chartOf>['items'], kind: string, key: number) => {
    const found = items.find((item) => item.kind === kind && item.key === key);
    if (found === undefined) throw new Error(`there is no ${kind} of ${key}`);
    return found;
  };

  it('on a fold hides what is shown, and shows it again', () => {
    const open = chartOf(1);
    const hidden = pressed(usualShape, find(open.items, 'fold', 20), open.links);
    expect(hidden).toEqual({ ...usualShape, closed: [20] });
    const closed = chartOf(1, hidden ?? usualShape);
    expect(pressed(hidden ?? usualShape, find(closed.items, 'fold', 20), closed.links)).toEqual({
      ...usualShape,
      open: [20],
    });
  });

  it('on the fold of somebody on the way shows those beside the way', () => {
    const { items, links } = chartOf(2);
    const beside = pressed(usualShape, find(items, 'fold', 10), links);
    expect(beside).toEqual({ ...usualShape, beside: [20] });
    expect(pressed(usualShape, find(items, 'beside', 20), links)).toEqual(beside);
    expect(folded(beside ?? usualShape, 10, chartOf(2, beside ?? usualShape).links)).toEqual(usualShape);
  });

  it('on “more” shows more than before, until everybody is shown', () => {
    const { items, links } = chartOf(1);
    const more = pressed(usualShape, find(items, 'more', 20), links);
    expect(more?.more).toEqual([{ of: 20, shown: 55 }]);
    expect(chartOf(1, more ?? usualShape).items.some(({ kind }) => kind === 'more')).toBe(false);
    expect(withMore(usualShape, 10, 500).more).toEqual([{ of: 10, shown: 1000 }]);
  });

  it('on a card changes no shape; a branch is opened whole once', () => {
    const { items, links } = chartOf(1);
    expect(pressed(usualShape, find(items, 'card', 20), links)).toBeNull();
    const whole = withWhole({ ...usualShape, closed: [20] }, 20);
    expect(whole).toEqual({ ...usualShape, whole: [20] });
    expect(withWhole(whole, 20)).toEqual(whole);
  });
});
