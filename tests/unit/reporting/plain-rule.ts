/** Who everybody's manager is, by the rule of docs/decisions/manager.md taken word by word, however long it takes. */
import type { Claim, Claims, PersonKey } from '../../../electron/reporting/claim-graph.ts';
import { createForks } from '../../../electron/reporting/forks.ts';

export type ClaimsOn = ReadonlyMap<PersonKey, readonly Claim[]>;

/** People who go round, and the claim by which they are left: on which of them, by which manager. */
type Knot = { readonly people: readonly PersonKey[]; readonly parts: readonly Knot[]; readonly way: Way };
type Way = { readonly person: PersonKey; readonly manager: PersonKey };

const standing = ({ status }: Claim) => (status === 'active' ? 0 : status === 'unknown' ? 1 : 2);
export const age = (a: Claim, b: Claim) => b.seenAt - a.seenAt || b.begunAt - a.begunAt || a.manager - b.manager;
export const rule = (a: Claim, b: Claim) => standing(a) - standing(b) || age(a, b);

export function claimsFrom(on: ClaimsOn): Claims {
  const managersOf = (person: PersonKey) => (on.get(person) ?? []).map(({ manager }) => manager);
  const managers = new Set([...on.keys()].flatMap(managersOf));
  return {
    managersOf,
    claimsOn: (person) => on.get(person) ?? [],
    listsOthers: (person) => managers.has(person),
    forkAbove: createForks(managersOf),
  };
}

/** Everybody whose claims lead up to somebody that nobody lists. */
export function leading(on: ClaimsOn): Set<PersonKey> {
  const people = [...on.keys()];
  const led = new Set(people.filter((person) => on.get(person)?.length === 0));
  for (let before = -1; before < led.size; ) {
    before = led.size;
    for (const person of people) if (on.get(person)?.some(({ manager }) => led.has(manager))) led.add(person);
  }
  return led;
}

export function plainManagers(on: ClaimsOn): Map<PersonKey, PersonKey | null> {
  const led = leading(on);
  const ways = (person: PersonKey) => (on.get(person) ?? []).filter(({ manager }) => led.has(manager)).sort(rule);
  const best = (person: PersonKey) => ways(person)[0];

  let knots: Knot[] = [...led].flatMap((person) => {
    const claim = best(person);
    return claim === undefined ? [] : [{ people: [person], parts: [], way: { person, manager: claim.manager } }];
  });
  for (let round = roundIn(knots); round.length > 0; round = roundIn(knots)) {
    const people = round.flatMap((knot) => knot.people);
    const left = people
      .flatMap((person) => {
        const [given, way] = [best(person), ways(person).find(({ manager }) => !people.includes(manager))];
        return given === undefined || way === undefined ? [] : [{ person, given, manager: way.manager }];
      })
      .sort((a, b) => a.given.listed - b.given.listed || rule(b.given, a.given) || a.person - b.person);
    if (left[0] === undefined) throw new Error('somebody who leads to a top cannot');
    const tied: Knot = { people, parts: round, way: left[0] };
    knots = [...knots.filter((knot) => !round.includes(knot)), tied];
  }

  const managers = new Map<PersonKey, PersonKey | null>();
  for (const [person, claims] of on) managers.set(person, [...claims].sort(age)[0]?.manager ?? null);
  const leave = ({ parts }: Knot, way: Way): void => {
    managers.set(way.person, way.manager);
    for (const part of parts) leave(part, part.people.includes(way.person) ? way : part.way);
  };
  for (const knot of knots) leave(knot, knot.way);
  return managers;
}

/** Some knots of which each is left to the next, and the last to the first. */
function roundIn(knots: readonly Knot[]): Knot[] {
  for (const start of knots) {
    const way: Knot[] = [];
    let next: Knot | undefined = start;
    while (next !== undefined && !way.includes(next)) {
      way.push(next);
      const { manager }: Way = next.way;
      next = knots.find(({ people }) => people.includes(manager));
    }
    if (next !== undefined) return way.slice(way.indexOf(next));
  }
  return [];
}
