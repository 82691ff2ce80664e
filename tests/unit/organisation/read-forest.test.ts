/** The forest of claims that no organisation makes: read like those of any other. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marks } from '../../../contract/organisation-marks.ts';
import { createReadForest } from '../../../electron/organisation/read-forest.ts';
import { createClaimsUpward } from '../../../electron/storage/claims-upward.ts';
import type { LivingClaims } from '../../../electron/storage/living-claims.ts';
import { freshFile, storeAt } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const many = 20_000;
let store: DirectoryStore;
beforeEach(() => {
  ({ store } = storeAt(freshFile()));
});
afterEach(() => store.close());

type Lists = readonly (readonly [manager: number, reports: readonly number[]])[];

/** Of claims alone: nobody is stored. Each began when the number of the manager says. */
function forestOf(lists: Lists) {
  const begunAt = (manager: number) => manager;
  const listed = new Map(lists);
  const managersOf = (report: number) => lists.filter(([manager, some]) => manager !== report && some.includes(report));
  const table: LivingClaims = {
    everyList: () => lists.map(([manager, reports]) => [manager, [...reports]]),
    claimsOn: (report) =>
      managersOf(report).map(([manager, { length: listed }]) => {
        return { manager, status: 'active', seenAt: 1, begunAt: begunAt(manager), listed };
      }),
    *claimsOnMany() {},
    *claimsBegun(reports) {
      const wanted = new Set(reports);
      for (const [manager, some] of listed)
        for (const report of some)
          if (wanted.has(report) && report !== manager) yield [report, manager, begunAt(manager)];
    },
    *claiming(managers) {
      for (const manager of managers)
        yield [
          manager,
          {
            ...{ status: 'active', seenAt: 1, listed: listed.get(manager)?.length ?? 0 },
            ...{ begunAt: begunAt(manager), lastBegunAt: begunAt(manager) },
          },
        ];
    },
    *begunLater() {},
  };
  return createReadForest({ database: store.database, claims: table, upward: createClaimsUpward(table) })(null).forest;
}
const ringOf = (people: number, also: (person: number) => readonly number[] = () => []): Lists =>
  Array.from({ length: people }, (_, nth) => [nth + 1, [((nth + 1) % people) + 1, ...also(nth + 1)]] as const);

describe('claims that', () => {
  it('go down 20,000 levels', () => {
    const forest = forestOf(ringOf(many).slice(0, -1));
    expect([forest.people, forest.level[many], forest.cutAt.length]).toEqual([many, many, 0]);
    expect(forest.marks[many]).toBe(7 | marks.notFetched);
  });

  it('go round 20,000 people are cut where the first claim was made', () => {
    const forest = forestOf(ringOf(many));
    expect([forest.people, forest.level[many], [...forest.cutAt]]).toEqual([many, many, [1]]);
    // Person 1 lists person 2 before anybody else lists anybody.
    expect(forest.keys[1]).toBe(2);
  });

  it('go round, each listing themselves and the one after the next too, have one manager each', () => {
    const forest = forestOf(ringOf(2000, (person) => [person, ((person + 1) % 2000) + 1]));
    expect(forest.people).toBe(2000);
    const all = forest.keys.subarray(1);
    expect(new Set(all).size).toBe(2000);
    expect(forest.marks.subarray(1).every((of) => (of & marks.listsThemselves) !== 0)).toBe(true);
    expect(forest.marks.subarray(1).every((of) => (of & marks.severalManagers) !== 0)).toBe(true);
    // Two managers each, of which one is theirs.
    expect(forest.throughOthers.reduce((sum, one) => sum + one, 0)).toBe(2000);
  });

  it('give one manager 200,000', () => {
    const forest = forestOf([[1, Array.from({ length: 200_000 }, (_, nth) => nth + 2)]]);
    expect([forest.people, forest.direct[1], forest.leaf[1]]).toEqual([200_001, 200_000, 2]);
  });
});
