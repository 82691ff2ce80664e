/** How many people have come, have gone, report to somebody else or are otherwise than on an earlier map. */
import type { Forest } from './forest.ts';

export function changesBetween(before: Forest, after: Forest): number {
  let changes = 0;
  for (let place = 1; place <= after.people; place += 1) {
    const at = before.placeOf[after.keys[place] ?? 0] ?? 0;
    const isSame =
      at !== 0 && before.marks[at] === after.marks[place] && managerKey(before, at) === managerKey(after, place);
    if (!isSame) changes += 1;
  }
  for (let place = 1; place <= before.people; place += 1) {
    if ((after.placeOf[before.keys[place] ?? 0] ?? 0) === 0) changes += 1;
  }
  return changes;
}

function managerKey({ keys, parent }: Forest, place: number): number {
  return keys[parent[place] ?? 0] ?? 0;
}
