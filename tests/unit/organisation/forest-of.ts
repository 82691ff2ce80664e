/** Forests for tests: from everybody's manager to places in pre-order, as plainly as that can be done in a few milliseconds. */
import { createOrganisation } from '../../../demo/organisation.ts';
import type { MapForest } from '../../../electron/organisation/map-layout.ts';

/** `managers[n]` is the number of n's manager, or -1 for a top; nobody may be above themselves. The key of n is n + 1. */
export function forestOf(managers: ArrayLike<number>, isGone: (person: number) => boolean = () => false): MapForest {
  const all = managers.length;
  const kept = Array.from({ length: all }, (_, person) => person).filter((person) => !isGone(person));
  const managerOf = (person: number): number => {
    let manager = managers[person] ?? -1;
    while (manager >= 0 && isGone(manager)) manager = managers[manager] ?? -1;
    return manager;
  };
  const children = new Map<number, number[]>();
  for (const person of kept) {
    const manager = managerOf(person);
    const others = children.get(manager);
    if (others === undefined) children.set(manager, [person]);
    else others.push(person);
  }
  // Everybody above comes before everybody below them.
  const downward = [-1];
  for (const person of downward) for (const report of children.get(person) ?? []) downward.push(report);
  const sizes = new Map<number, number>();
  for (const person of downward.toReversed()) {
    sizes.set(
      person,
      (children.get(person) ?? []).reduce((sum, report) => sum + (sizes.get(report) ?? 0), 1),
    );
  }
  const sizeOf = (person: number) => sizes.get(person) ?? 1;
  const people = downward.length - 1;
  const column = () => new Int32Array(people + 1);
  const [keys, parent, size, leaf, level] = [column(), column(), column(), column(), column()];
  const placeOf = new Int32Array(all + 1);
  const places = new Map([[-1, 0]]);
  for (const person of downward) {
    const place = places.get(person) ?? 0;
    keys[place] = person + 1;
    placeOf[person + 1] = place;
    size[place] = sizeOf(person);
    const reports = children.get(person) ?? [];
    reports.sort((a, b) => sizeOf(b) - sizeOf(a) || a - b);
    let next = place + 1;
    leaf[place] = place + sizeOf(person);
    for (const report of reports) {
      if (sizeOf(report) === 1) leaf[place] = Math.min(leaf[place] ?? 0, next);
      places.set(report, next);
      parent[next] = place;
      level[next] = (level[place] ?? 0) + 1;
      next += sizeOf(report);
    }
  }
  return { people, keys, parent, size, leaf, level, placeOf };
}

/** The managers of the demo organisation of so many people: always the same ones. */
export function demoManagers(people: number): Int32Array {
  const { shape } = createOrganisation({ people, seed: 7, origin: 'https://api.example.com' });
  const managers = new Int32Array(people).fill(-1);
  for (let person = 0; person < people; person += 1) {
    const { first, end } = shape.reportsOf(person);
    for (let report = first; report < end; report += 1) managers[report] = person;
  }
  return managers;
}
