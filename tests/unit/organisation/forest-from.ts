/** The forest of an organisation that is no more than who is whose manager. */
import { statusInMarks } from '../../../contract/organisation-marks.ts';
import { createOrganisation } from '../../../demo/organisation.ts';
import { buildForest } from '../../../electron/organisation/build-forest.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';

type More = {
  /** Their people are under the next one above who is there. */
  readonly isGone?: (person: number) => boolean;
  /** Somebody without a status is only named: by their manager, or as one. */
  readonly marksOf?: (person: number) => number;
};

/** `managers[n]` is the number of n's manager, or -1 for a top; nobody may be above themselves. The key of n is n + 1. */
export function forestFrom(
  managers: ArrayLike<number>,
  { isGone = () => false, marksOf = () => 0 }: More = {},
): Forest {
  const all = managers.length;
  const managerOf = new Int32Array(all + 1);
  const marks = new Uint16Array(all + 1);
  const byName: number[] = [];
  for (let person = 0; person < all; person += 1) {
    if (isGone(person)) continue;
    marks[person + 1] = marksOf(person);
    if (statusInMarks(marksOf(person)) !== null) byName.push(person + 1);
    let manager = managers[person] ?? -1;
    while (manager >= 0 && isGone(manager)) manager = managers[manager] ?? -1;
    managerOf[person + 1] = manager + 1;
  }
  return buildForest({
    byName: Int32Array.from(byName),
    managerOf,
    marksOf: marks,
    throughOthersOf: new Int32Array(all + 1),
    before: null,
    begunAt: (some) => new Float64Array(some.length),
  });
}

/** The managers of the demo organisation of so many people: always the same ones. */
export function demoManagers(people: number): Int32Array {
  const { shape } = createOrganisation({ people, seed: 7, origin: 'https://api.example.com' });
  const managers = new Int32Array(people).fill(-1);
  for (let person = 0; person < people; person += 1) {
    const { first, end } = shape.reportsOf(person);
    managers.fill(person, first, end);
  }
  return managers;
}
