import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../contract/user.ts';
import type { Claim, PersonKey } from '../../../electron/reporting/claim-graph.ts';
import { createMainManagers } from '../../../electron/reporting/main-managers.ts';
import { age, type ClaimsOn, claimsFrom, leading, plainManagers, rule } from './plain-rule.ts';

type Manager = { readonly status: Status; readonly seenAt: number; readonly reports: readonly PersonKey[] };

/** Everybody who is named, with the claims on them. Claims on oneself are left out, as the directory does. */
function claimsOf(managers: ReadonlyMap<PersonKey, Manager>, begunAt = (_: string) => 0): ClaimsOn {
  const on = new Map<PersonKey, Claim[]>([...managers.keys()].map((key) => [key, []]));
  for (const [manager, { status, seenAt, reports }] of managers) {
    for (const report of new Set(reports)) {
      const some = on.get(report) ?? [];
      on.set(report, some);
      const claim = { manager, status, seenAt, begunAt: begunAt(`${manager} ${report}`), listed: reports.length };
      if (report !== manager) some.push(claim);
    }
  }
  return on;
}

const person = fc.nat({ max: 8 }).map((nth) => nth + 1);
const manager = fc.record({
  status: fc.constantFrom<Status>('active', 'active', 'unknown', 'inactive', 'deleted', 'not-found'),
  // Few moments, so that many claims are of the same.
  seenAt: fc.nat({ max: 5 }),
  reports: fc.uniqueArray(person, { maxLength: 4 }),
});
/** Few people and many claims: circles in circles, with and without a top, occur. */
const organisations: fc.Arbitrary<ClaimsOn> = fc
  .tuple(fc.array(manager, { minLength: 2, maxLength: 9 }), fc.array(fc.nat({ max: 2 }), { minLength: 4 }))
  .map(([managers, begun]) =>
    claimsOf(
      new Map(managers.map((one, nth) => [nth + 1, one])),
      (pair) => begun[(pair.charCodeAt(0) + pair.charCodeAt(2)) % begun.length] ?? 0,
    ),
  );

const managersIn = (on: ClaimsOn, order: readonly PersonKey[] = [...on.keys()]) => {
  const { of } = createMainManagers(claimsFrom(on));
  return new Map(order.map((key) => [key, of(key)]));
};

/** From a person's manager on, until there is none or somebody comes again. */
function lineOf(managers: ReadonlyMap<PersonKey, PersonKey | null>, key: PersonKey): PersonKey[] {
  const line: PersonKey[] = [];
  let next = managers.get(key) ?? null;
  while (next !== null && !line.includes(next)) {
    line.push(next);
    next = managers.get(next) ?? null;
  }
  return line;
}

describe('the manager, in any organisation', () => {
  it('is of those whose own line reaches a top without passing the person the active one with the newest claim', () => {
    fc.assert(
      fc.property(organisations, (on) => {
        const managers = managersIn(on);
        const reachesTop = (key: PersonKey) => managers.get([key, ...lineOf(managers, key)].at(-1) ?? key) === null;
        for (const [key, claims] of on) {
          const fit = claims.filter(
            ({ manager: one }) => reachesTop(one) && one !== key && !lineOf(managers, one).includes(key),
          );
          const [wanted] = fit.length > 0 ? fit.toSorted(rule) : claims.toSorted(age);
          expect(managers.get(key)).toBe(wanted?.manager ?? null);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('leads to a top wherever any claims do', () => {
    fc.assert(
      fc.property(organisations, (on) => {
        const managers = managersIn(on);
        for (const key of leading(on)) {
          const top = [key, ...lineOf(managers, key)].at(-1) ?? key;
          expect(on.get(top)).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the one the rule names word by word, in any order of questions', () => {
    fc.assert(
      fc.property(organisations, fc.infiniteStream(fc.nat()), (on, dice) => {
        const wanted = plainManagers(on);
        expect(managersIn(on)).toEqual(wanted);
        const order = [...on.keys()].map((key) => ({ key, at: dice.next().value ?? 0 }));
        const mixed = order.sort((a, b) => a.at - b.at).map(({ key }) => key);
        for (const [key, one] of managersIn(on, mixed)) expect(one).toBe(wanted.get(key));
        for (const key of on.keys()) expect(managersIn(on, [key]).get(key)).toBe(wanted.get(key));
      }),
      { numRuns: 1000 },
    );
  });

  it('goes round in loops that are told from each other, and from what leads into them', () => {
    fc.assert(
      fc.property(organisations, (on) => {
        const { of, loopOf } = createMainManagers(claimsFrom(on));
        const managers = managersIn(on);
        const inLoop = [...on.keys()].filter((key) => lineOf(managers, key).includes(key));
        for (const key of on.keys()) {
          expect(loopOf(key) !== null).toBe(inLoop.includes(key));
          expect(of(key)).toBe(managers.get(key));
        }
        for (const one of inLoop) {
          for (const other of inLoop) {
            expect(loopOf(one) === loopOf(other)).toBe(one === other || lineOf(managers, one).includes(other));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('compares few of the claims where everybody lists everybody', () => {
  const people = Array.from({ length: 100 }, (_, nth) => nth + 1);
  for (const outside of [[], [101]]) {
    let compared = 0;
    const on = claimsOf(
      new Map([...people, ...outside].map((key) => [key, { status: 'active', seenAt: 1, reports: people }])),
    );
    const counted = [...on].map(([key, claims]): [PersonKey, Claim[]] => [
      key,
      claims.map(({ seenAt, ...claim }) => {
        return {
          ...claim,
          get seenAt() {
            compared += 1;
            return seenAt;
          },
        };
      }),
    ]);
    const { of } = createMainManagers(claimsFrom(new Map(counted)));
    const managers = new Map(people.map((key) => [key, of(key)]));
    // Two of each comparison: one to find the best claim on each, and one for a newest claim where nobody leads to a top.
    expect(compared).toBeLessThan(2 * 2.5 * people.length ** 2);
    const wanted = plainManagers(on);
    expect(managers).toEqual(new Map(people.map((key) => [key, wanted.get(key)])));
  }
});
