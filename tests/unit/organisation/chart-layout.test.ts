/** A chart of any organisation: nothing overlaps, lines join whom they should, nobody is left out uncounted, bounds hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostCards, mostItems } from '../../../contract/bounds.ts';
import type { ChartShape } from '../../../contract/organisation.ts';
import {
  type Box,
  chartParts,
  countIn,
  type Item,
  type ItemKind,
  personExtra,
} from '../../../contract/organisation-items.ts';
import { marks } from '../../../contract/organisation-marks.ts';
import { layChart } from '../../../electron/organisation/chart-layout.ts';
import { drop, stub } from '../../../electron/organisation/chart-sizes.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { forestOf } from './small-forest.ts';

const usual: ChartShape = { open: [], closed: [], beside: [], more: [], whole: [] };
const of = (items: readonly Item[], ...kinds: readonly ItemKind[]) => items.filter(({ kind }) => kinds.includes(kind));
const partOf = (item: Item) => chartParts[personExtra(item).colour];
const around = (lines: readonly Box[], x: number, y: number) =>
  lines.some(
    (line) => x >= line.x - 0.01 && x <= line.x + line.w + 0.01 && y >= line.y - 0.01 && y <= line.y + line.h + 0.01,
  );
const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.w - 0.01 &&
  other.x < one.x + one.w - 0.01 &&
  one.y < other.y + other.h - 0.01 &&
  other.y < one.y + one.h - 0.01;

/** Pairs that overlap, by a sweep from left to right. */
function overlaps(boxes: readonly Item[]): string[] {
  const sorted = [...boxes].sort((one, other) => one.x - other.x);
  return sorted.flatMap((one, nth) => {
    const found: string[] = [];
    for (let at = nth + 1; (sorted[at]?.x ?? Number.POSITIVE_INFINITY) < one.x + one.w; at += 1) {
      const other = sorted[at];
      if (other && overlap(one, other)) found.push(`${one.kind} ${one.key} and ${other.kind} ${other.key}`);
    }
    return found;
  });
}

/** Those whose card is not joined to the card of their manager by lines of that manager. */
function unjoined(forest: Forest, items: readonly Item[]): number[] {
  const cards = of(items, 'card');
  const linesOf = new Map<number, Item[]>();
  for (const line of of(items, 'line')) linesOf.set(line.key, [...(linesOf.get(line.key) ?? []), line]);
  const boxOf = new Map(cards.map((card) => [card.key, card]));
  return cards
    .filter((card) => {
      const manager = (forest.parent[forest.placeOf[card.key] ?? 0] ?? 0) * 10;
      const above = boxOf.get(manager);
      if (manager === 0 || above === undefined) return false;
      const lines = linesOf.get(manager) ?? [];
      const part = partOf(card);
      const end =
        part === 'column'
          ? { x: card.x - stub, y: card.y + card.h / 2 }
          : { x: card.x + card.w / 2, y: card.y - (part === 'below' ? drop : 0) };
      const reached = lines.filter((line) => around([line], end.x, end.y));
      for (const line of reached)
        for (const other of lines) if (!reached.includes(other) && overlap(line, other)) reached.push(other);
      const bottoms = [above, ...of(items, 'fold').filter(({ key }) => key === manager)];
      return !reached.some((line) =>
        bottoms.some((box) => line.x >= box.x && line.x <= box.x + box.w && Math.abs(line.y - (box.y + box.h)) <= 1),
      );
    })
    .map(({ key }) => key);
}

/** Of managers whose people are shown in part, those whose number of cards and number left out do not add up. */
function miscounted(forest: Forest, items: readonly Item[]): number[] {
  const shown = new Map<number, number>();
  for (const { key } of of(items, 'card')) {
    const manager = (forest.parent[forest.placeOf[key] ?? 0] ?? 0) * 10;
    shown.set(manager, (shown.get(manager) ?? 0) + 1);
  }
  return of(items, 'more')
    .filter((more) => (shown.get(more.key) ?? 0) + countIn(more).count !== forest.direct[more.key / 10])
    .map(({ key }) => key);
}

const organisation = fc
  .array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 120 })
  .map((picks) => picks.map(([pick, isDeep], nth) => (isDeep ? Math.max(0, nth - (pick % 3)) : pick % (nth + 1))));

const wanted = organisation.chain((managers) => {
  const person = fc.integer({ min: 1, max: managers.length });
  const some = fc.array(
    person.map((place) => place * 10),
    { maxLength: 40 },
  );
  return fc.record({
    managers: fc.constant(managers),
    centre: person,
    others: fc.array(person, { maxLength: 3 }),
    shape: fc.record({
      open: some,
      closed: some,
      beside: some,
      whole: fc.array(
        person.map((place) => place * 10),
        { maxLength: 1 },
      ),
      more: fc.array(fc.record({ of: person.map((place) => place * 10), shown: fc.nat(30) }), { maxLength: 10 }),
    }),
  });
});

describe('a chart of any organisation', () => {
  it('has no two things on top of each other, and no line through a card', () => {
    fc.assert(
      fc.property(wanted, ({ managers, ...asked }) => {
        const { items } = layChart(forestOf(managers), asked);
        expect(overlaps(of(items, 'card', 'fold', 'more', 'beside', 'other', 'between', 'circle'))).toEqual([]);
        const cards = of(items, 'card', 'other');
        const crossed = of(items, 'line').filter((line) =>
          cards.some((card) => overlap(line, { ...card, y: card.y + 1, h: card.h - 2 })),
        );
        expect(crossed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('joins everybody to their manager, and counts who is left out', () => {
    fc.assert(
      fc.property(wanted, ({ managers, ...asked }) => {
        const forest = forestOf(managers);
        const { items } = layChart(forest, asked);
        expect(unjoined(forest, items)).toEqual([]);
        expect(miscounted(forest, items)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has each person once, the centre in the middle, and is the same each time', () => {
    fc.assert(
      fc.property(wanted, ({ managers, ...asked }) => {
        const forest = forestOf(managers);
        const first = layChart(forest, asked);
        const cards = of(first.items, 'card');
        expect(new Set(cards.map(({ key }) => key)).size).toBe(cards.length);
        const centre = cards.find((card) => partOf(card) === 'centre');
        expect(centre?.key).toBe(asked.centre * 10);
        expect([(centre?.x ?? 0) + (centre?.w ?? 0) / 2, (centre?.y ?? 0) + (centre?.h ?? 0) / 2]).toEqual([0, 0]);
        expect(layChart(forest, asked)).toEqual(first);
      }),
    );
  });
});

describe('what is shown', () => {
  /** 1 leads 2 and 3, who lead 7 and 1, and 10 people who lead nobody. */
  const team = forestOf([0, 1, 1, ...Array(7).fill(2), 3, ...Array(10).fill(1)]);
  const names = (items: readonly Item[], ...kinds: readonly ItemKind[]) =>
    of(items, ...kinds).map(({ key }) => key / 10);

  it('is five of each who leads, and everybody who leads nobody in columns of eight', () => {
    const { items } = layChart(team, { centre: 1, shape: usual, others: [] });
    expect(of(items, 'more').map((more) => [more.key, countIn(more).count])).toEqual([[20, 2]]);
    expect(of(items, 'card').filter((card) => partOf(card) === 'below')).toHaveLength(2);
    const columns = Map.groupBy(
      of(items, 'card').filter((card) => partOf(card) === 'column'),
      ({ x }) => x,
    );
    expect([...columns.values()].map((cards) => cards.length)).toEqual([8, 2, 5, 1]);
    expect(of(items, 'fold').map((fold) => [fold.key, countIn(fold)])).toEqual([
      [10, { count: 20, isOpen: true }],
      [20, { count: 7, isOpen: true }],
      [100, { count: 1, isOpen: true }],
    ]);
  });

  it('is what was opened, closed and asked for', () => {
    const shape = { ...usual, closed: [100], more: [{ of: 20, shown: 55 }] };
    const { items } = layChart(team, { centre: 1, shape, others: [] });
    expect(of(items, 'more')).toEqual([]);
    expect(names(items, 'card')).not.toContain(11);
    const closed = layChart(team, { centre: 1, shape: { ...usual, closed: [10] }, others: [] });
    expect(names(closed.items, 'card')).toEqual([1]);
  });

  it('is the way up, with a button for the peers of each step', () => {
    const { items } = layChart(team, { centre: 10, shape: usual, others: [] });
    expect(names(items, 'card')).toEqual([1, 10, 11]);
    const { items: below } = layChart(team, { centre: 10, shape: { ...usual, beside: [100] }, others: [2] });
    expect(of(below, 'beside').map((button) => [button.key, countIn(button)])).toEqual([
      [100, { count: 11, isOpen: true }],
    ]);
    expect(names(below, 'card').sort((one, other) => one - other)).toEqual([
      1, 2, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    ]);
    expect(names(below, 'other')).toEqual([2]);
  });

  it('is room for the circle at whose member the way up was cut', () => {
    const looped = forestOf([0, 1, 2], new Map([[1, marks.circle]]));
    expect(names(layChart(looped, { centre: 3, shape: usual, others: [] }).items, 'circle')).toEqual([1]);
    expect(names(layChart(team, { centre: 3, shape: usual, others: [] }).items, 'circle')).toEqual([]);
  });
});

describe('the bounds', () => {
  const whole = (key: number): ChartShape => ({ ...usual, whole: [key] });

  it('hold for a manager of 200,000, who are counted', () => {
    const forest = forestOf([0, ...Array(200_000).fill(1)]);
    const first = layChart(forest, { centre: 1, shape: usual, others: [] });
    expect([first.cards, first.isCut]).toEqual([501, false]);
    expect(of(first.items, 'more').map((more) => countIn(more).count)).toEqual([199_500]);
    const all = layChart(forest, { centre: 1, shape: { ...usual, more: [{ of: 10, shown: 200_000 }] }, others: [] });
    expect(all.isCut).toBe(true);
    expect(all.cards).toBeGreaterThan(4000);
    expect(all.cards).toBeLessThanOrEqual(mostCards);
    expect(all.items.length).toBeLessThanOrEqual(mostItems);
    expect(miscounted(forest, all.items)).toEqual([]);
  });

  it('hold for 50,000 tops, and for managers who each lead one', () => {
    const tops = forestOf(Array(50_000).fill(0));
    const { cards, items } = layChart(tops, {
      centre: 1,
      shape: { ...usual, beside: [10], more: [{ of: 0, shown: 50_000 }] },
      others: [],
    });
    expect(cards).toBeLessThanOrEqual(mostCards);
    expect(items.length).toBeLessThanOrEqual(mostItems);
    const pairs = forestOf([0, ...Array.from({ length: 20_000 }, (_, nth) => (nth % 2 === 0 ? 1 : nth + 1))]);
    const opened = layChart(pairs, {
      centre: 1,
      shape: { ...whole(10), more: [{ of: 10, shown: 10_000 }] },
      others: [],
    });
    expect(opened.isCut).toBe(true);
    expect(opened.items.length).toBeLessThanOrEqual(mostItems);
    expect(overlaps(of(opened.items, 'card', 'fold', 'more'))).toEqual([]);
  });

  it('hold for a chain of 20,000, whose middle is one button', () => {
    const chain = forestOf(Array.from({ length: 20_000 }, (_, nth) => nth));
    const { items } = layChart(chain, { centre: 20_000, shape: usual, others: [] });
    expect(of(items, 'card').map(({ key }) => key / 10)).toEqual([
      ...[1, 2, 3, 4, 5],
      ...Array.from({ length: 20 }, (_, nth) => 19_981 + nth),
    ]);
    expect(of(items, 'between').map((button) => [button.key / 10, countIn(button).count])).toEqual([[19_980, 19_975]]);
    const below = layChart(chain, { centre: 1, shape: whole(10), others: [] });
    expect(below.isCut).toBe(true);
    expect(below.items.length).toBeLessThanOrEqual(mostItems);
  });
});
