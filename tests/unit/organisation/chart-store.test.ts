/** What the page asks of charts and of the people in them: one question at a time, the latest wins, nothing twice. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mostMembers } from '../../../contract/bounds.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import type { Chart, ChartAsked, Member } from '../../../contract/organisation.ts';
import { writeItems } from '../../../contract/organisation-items.ts';
import { layChart } from '../../../electron/organisation/chart-layout.ts';
import { usualShape } from '../../../renderer/organisation/view/chart-shape.ts';
import {
  type Anchor,
  createChartStore,
  type DrawnChart,
  movedBy,
} from '../../../renderer/organisation/view/chart-store.ts';
import { createMembers } from '../../../renderer/organisation/view/members.ts';
import { forestOf } from './small-forest.ts';

const forest = forestOf([0, 1, 1, ...Array(7).fill(2), 3, ...Array(10).fill(1)]);
const idOf = (place: number) => `p${place}` as Member['id'];
const placeOf = (id: string) => Number(id.slice(1));
const settled = () => new Promise((resolve) => setTimeout(resolve));
const unavailable = failed({ kind: 'unexpected', reference: 'test' });

function chartOf({ centre, shape }: ChartAsked): Chart {
  const { items, cards, isCut } = layChart(forest, { centre: placeOf(centre), shape, others: [] });
  return { snapshot: 1, centre: 10 * placeOf(centre), items: writeItems(items), cards, isCut };
}

describe('the chart that is shown', () => {
  let asked: { readonly of: ChartAsked; readonly answer: (outcome?: Outcome<Chart | null>) => void }[];
  let arrived: { readonly before: number | null; readonly after: number; readonly anchor: Anchor | null }[];
  const begin = () =>
    createChartStore(
      {
        ask: (of) =>
          new Promise((resolve) => asked.push({ of, answer: (outcome = succeeded(chartOf(of))) => resolve(outcome) })),
        onArrive: (before, after, anchor) => {
          arrived.push({ before: before?.centre ?? null, after: after.centre, anchor });
        },
      },
      idOf(1),
    );
  beforeEach(() => {
    asked = [];
    arrived = [];
  });

  it('asks and shows nothing once the view is gone, until it is shown again', async () => {
    const store = begin();
    store.show({});
    store.show({ centre: idOf(2) });
    store.stop();
    asked[0]?.answer();
    await settled();
    expect([asked.length, arrived]).toEqual([1, []]);
    store.show({ centre: idOf(3) });
    asked[1]?.answer();
    await settled();
    expect(arrived).toEqual([{ before: null, after: 30, anchor: null }]);
  });

  it('is asked for one at a time, and the latest wins', async () => {
    const store = begin();
    store.show({});
    store.show({ centre: idOf(2) });
    store.show({ centre: idOf(3), anchor: { kind: 'card', key: 30 } });
    expect(asked).toHaveLength(1);
    asked[0]?.answer();
    await settled();
    expect(asked.map(({ of }) => of.centre)).toEqual([idOf(1), idOf(3)]);
    expect(arrived).toEqual([]);
    asked[1]?.answer();
    await settled();
    expect(arrived).toEqual([{ before: null, after: 30, anchor: { kind: 'card', key: 30 } }]);
    expect(store.getState().chart?.asked).toEqual({ centre: idOf(3), shape: usualShape });
  });

  it('stays while another is on its way, or cannot be had; trying again clears what went wrong', async () => {
    const store = begin();
    store.show({});
    asked[0]?.answer();
    await settled();
    store.show({ centre: idOf(2) });
    asked[1]?.answer(unavailable);
    await settled();
    expect(store.getState()).toMatchObject({ failure: { kind: 'unexpected' }, chart: { centre: 10 } });
    store.show({});
    asked[2]?.answer();
    await settled();
    expect(store.getState()).toMatchObject({ failure: null, chart: { centre: 20 } });
  });

  it('is of nobody where the centre is in no organisation', async () => {
    const store = begin();
    store.show({});
    asked[0]?.answer(succeeded(null));
    await settled();
    expect(store.getState()).toMatchObject({ isAbsent: true, chart: null });
  });
});

describe('what was pressed', () => {
  const drawnOf = async (centre: number, shape = usualShape): Promise<DrawnChart> => {
    let drawn: DrawnChart | null = null;
    const store = createChartStore(
      {
        ask: async (of) => succeeded(chartOf(of)),
        onArrive: (_before, after) => {
          drawn = after;
        },
      },
      { centre: idOf(centre), shape },
    );
    store.show({});
    await settled();
    if (drawn === null) throw new Error('no chart came');
    return drawn;
  };

  it('is found again in the next chart: the card, or the button, or the card that a button became', async () => {
    const [one, two] = [await drawnOf(1), await drawnOf(2)];
    const [from, to] = [one, two].map(({ links }) => links.cards.get(20));
    const by = movedBy(one, two, { kind: 'card', key: 20 });
    expect(by?.x).toBeCloseTo((to?.x ?? 0) + (to?.w ?? 0) / 2 - (from?.x ?? 0) - (from?.w ?? 0) / 2);
    // “2 more” goes once all are shown: the card of their manager stays instead.
    const more = await drawnOf(1, { ...usualShape, more: [{ of: 20, shown: 55 }] });
    expect(movedBy(one, more, { kind: 'more', key: 20 })).toEqual(movedBy(one, more, { kind: 'card', key: 20 }));
    expect(movedBy(one, two, { kind: 'card', key: 9999 })).toBeNull();
  });
});

describe('the people of a chart', () => {
  const member = (key: number) => ({ key, id: idOf(key / 10) }) as Member;
  const start = (answers: { fails?: boolean } = {}) => {
    const asked: number[][] = [];
    let changes = 0;
    const members = createMembers({
      ask: async (keys) => {
        asked.push([...keys]);
        return answers.fails ? unavailable : succeeded({ members: keys.filter((key) => key !== 990).map(member) });
      },
      onChange: () => {
        changes += 1;
      },
    });
    return { members, asked, changes: () => changes };
  };
  const keys = (count: number, from = 1) => Array.from({ length: count }, (_, nth) => 10 * (from + nth));

  it('are asked for as many as one answer holds, once, and whoever is nobody is not asked for again', async () => {
    const { members, asked, changes } = start();
    members.want(keys(400));
    await settled();
    expect(asked.map((some) => some.length)).toEqual([mostMembers, 400 - mostMembers]);
    expect(changes()).toBe(2);
    expect(members.of(990)).toBeUndefined();
    members.want(keys(400));
    await settled();
    expect(asked).toHaveLength(2);
    expect(members.keyOf(idOf(7))).toBe(70);
  });

  it('are shown as they were until they are asked for once more', async () => {
    const { members, asked } = start();
    members.want([10]);
    await settled();
    members.age();
    expect(members.of(10)).toEqual(member(10));
    members.want([10]);
    await settled();
    expect(asked).toEqual([[10], [10]]);
  });

  it('of whom nothing could be had are asked for with the next movement', async () => {
    const answers = { fails: true };
    const { members, asked } = start(answers);
    members.want([10]);
    await settled();
    expect(asked).toHaveLength(1);
    answers.fails = false;
    members.want([10]);
    await settled();
    expect(members.of(10)).toEqual(member(10));
    expect(await members.get(10)).toEqual(member(10));
    expect(asked).toHaveLength(2);
  });

  it('are kept as far as 5,000, those wanted last', async () => {
    const { members } = start();
    for (let part = 0; part < 20; part += 1) {
      members.want(keys(300, 1 + 300 * part));
      await settled();
    }
    expect(members.of(10)).toBeUndefined();
    expect(members.keyOf(idOf(1))).toBe(0);
    expect(members.of(60_000)).toBeDefined();
    members.want(keys(300));
    await settled();
    expect(members.of(10)).toBeDefined();
  });
});
