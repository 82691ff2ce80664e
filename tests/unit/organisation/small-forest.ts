/** A forest from a list of managers: what a test lays out. Keys are ten times the places, so that no test takes one for the other. */
import type { Forest } from '../../../electron/organisation/forest.ts';

/** `managers[i]`: of person i + 1; 0 for none, always a smaller number than their own. */
export function forestOf(managers: readonly number[], marks: ReadonlyMap<number, number> = new Map()): Forest {
  const people = managers.length;
  const array = (length = people + 1) => new Int32Array(length);
  const weight = array();
  for (let one = people; one > 0; one -= 1) {
    weight[one] = (weight[one] ?? 0) + 1;
    const manager = managers[one - 1] ?? 0;
    weight[manager] = (weight[manager] ?? 0) + (weight[one] ?? 0);
  }
  const below: number[][] = Array.from({ length: people + 1 }, () => []);
  for (const [index, manager] of managers.entries()) below[manager]?.push(index + 1);
  for (const some of below) some.sort((one, other) => (weight[other] ?? 0) - (weight[one] ?? 0) || one - other);

  const forest = {
    people,
    keys: array(),
    parent: array(),
    size: array(),
    leaf: array(),
    nth: array(),
    direct: array(),
    level: array(),
    marks: new Uint16Array(people + 1),
    throughOthers: array(),
    sums: {
      inactive: array(people + 2),
      deleted: array(people + 2),
      unknown: array(people + 2),
      gone: array(people + 2),
      notFetched: array(people + 2),
      failed: array(people + 2),
      notFound: array(people + 2),
    },
    placeOf: array(10 * people + 1),
    cutAt: array(0),
    cutFrom: array(0),
  };
  const placeOfOne = array();
  const rest: number[] = [0];
  let place = 0;
  while (rest.length > 0) {
    const one = rest.pop() ?? 0;
    placeOfOne[one] = place;
    forest.keys[place] = 10 * place;
    forest.placeOf[10 * place] = place;
    forest.size[place] = one === 0 ? people + 1 : (weight[one] ?? 1);
    forest.direct[place] = below[one]?.length ?? 0;
    forest.marks[place] = marks.get(one) ?? 0;
    if (one !== 0) {
      forest.parent[place] = placeOfOne[managers[one - 1] ?? 0] ?? 0;
      forest.level[place] = (forest.level[forest.parent[place] ?? 0] ?? 0) + 1;
    }
    for (const other of [...(below[one] ?? [])].reverse()) rest.push(other);
    place += 1;
  }
  for (let at = 0; at <= people; at += 1) {
    const end = at + (forest.size[at] ?? 1);
    let child = at + 1;
    let leaf = end;
    for (let nth = 0; child < end; nth += 1) {
      forest.nth[child] = nth;
      if (forest.size[child] === 1 && leaf === end) leaf = child;
      child += forest.size[child] ?? 1;
    }
    forest.leaf[at] = leaf;
  }
  return forest;
}
