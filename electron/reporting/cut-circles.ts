/** Where people are each the manager of the next, and the first of the last: nobody is above them, so one is made a top. */
import type { PersonKey } from './claim-graph.ts';

/** The claims on people, of at least the manager that is named with each; and since when. */
export type ClaimsBegun = (
  pairs: readonly (readonly [report: PersonKey, manager: PersonKey])[],
) => Iterable<[report: PersonKey, manager: PersonKey, begunAt: number]>;

/** Since when the manager of each of these people lists them, in their order. */
export type BegunAt = (people: Int32Array) => Float64Array;

/** Circles by the person where each was cut, and who lists them in it. */
export type Cuts = { readonly at: readonly PersonKey[]; readonly from: readonly PersonKey[] };

/**
 * Cuts each circle at the member whose claim was seen first; of several, at the one who became known first. Their manager
 * is taken away in `managerOf`, by key: 0 is nobody.
 */
export function cutCircles(managerOf: Int32Array, begunAt: BegunAt): Cuts {
  const { members, ends } = circlesIn(managerOf);
  const begun = begunAt(members);
  const at: PersonKey[] = [];
  const from: PersonKey[] = [];
  let start = 0;
  for (const end of ends) {
    let first = start;
    for (let nth = start + 1; nth < end; nth += 1) {
      const sooner = (begun[nth] ?? 0) - (begun[first] ?? 0) || (members[nth] ?? 0) - (members[first] ?? 0);
      if (sooner < 0) first = nth;
    }
    const cut = members[first] ?? 0;
    at.push(cut);
    from.push(managerOf[cut] ?? 0);
    managerOf[cut] = 0;
    start = end;
  }
  return { at, from };
}

/** As the claims say. */
export function begunBy(managerOf: Int32Array, claimsBegun: ClaimsBegun): BegunAt {
  return (people) => {
    const begun = new Float64Array(people.length);
    if (people.length === 0) return begun;
    const nthOf = new Int32Array(managerOf.length);
    for (const [nth, person] of people.entries()) nthOf[person] = nth;
    const pairs = Array.from(people, (person) => [person, managerOf[person] ?? 0] as const);
    for (const [person, manager, at] of claimsBegun(pairs)) {
      if (managerOf[person] === manager) begun[nthOf[person] ?? 0] = at;
    }
    return begun;
  };
}

/** All who stand in circles, one circle after the other, and where each ends among them. */
function circlesIn(managerOf: Int32Array): { readonly members: Int32Array; readonly ends: readonly number[] } {
  /** By which way a person was passed. */
  const passed = new Int32Array(managerOf.length);
  const members: PersonKey[] = [];
  const ends: number[] = [];
  for (let start = 1; start < managerOf.length; start += 1) {
    let person = start;
    for (; person !== 0 && passed[person] === 0; person = managerOf[person] ?? 0) passed[person] = start;
    // Somebody who was met on an earlier way has been looked at with all above them.
    if (person === 0 || passed[person] !== start) continue;
    const first = person;
    do {
      members.push(person);
      person = managerOf[person] ?? 0;
    } while (person !== first);
    ends.push(members.length);
  }
  return { members: Int32Array.from(members), ends };
}
