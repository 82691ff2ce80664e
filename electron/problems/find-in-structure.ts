/**
 * What is wrong with the structure: one pass over everybody, whose managers lie in arrays. Gone is who is deleted or not
 * found; everybody else who is stored is there.
 */
import { isGone } from '../reading/status.ts';
import { isLeftBehind } from '../reporting/left-behind.ts';
import { loopsIn } from '../reporting/loops.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import type { UpwardOfAll } from '../storage/claims-upward.ts';
import { add, type Found, mixed, mixedOfAll, noneOf } from './found.ts';

export type InStructure = Pick<
  Found,
  'left-behind' | 'gone-manager' | 'cycle' | 'several-tops' | 'alone' | 'several-managers'
>;

/** `packed`: `key * 8 + status` of everybody who is stored, in any order. */
export type StructureOf = Pick<UpwardOfAll, 'all' | 'managers'> & { readonly packed: Int32Array };

/** By status code and one: whether who has it is gone. 0: nobody is stored. */
const gone = Uint8Array.from({ length: 9 }, (_, code) => Number(code > 0 && isGone(statusFromNumber(code - 1))));

export function findInStructure({ all, managers, packed }: StructureOf): InStructure {
  const statuses = statusesOf(packed, all.only.length);
  const found: InStructure = {
    'left-behind': noneOf(),
    'gone-manager': noneOf(),
    cycle: findCircles(all, statuses.length),
    'several-tops': noneOf(),
    alone: noneOf(),
    'several-managers': noneOf(),
  };
  const isGoneOf = (person: PersonKey): boolean => gone[statuses[person] ?? 0] === 1;
  const managerOf = all.only.slice();
  for (const person of all.contested) managerOf[person] = managers.of(person) ?? 0;
  const { living, shows } = livingUnderGone(managerOf, statuses, isGoneOf);
  const tops: PersonKey[] = [];
  const hasStructure = all.only.some((manager) => manager !== 0);

  for (let person = 1; person < statuses.length; person += 1) {
    const status = statuses[person] ?? 0;
    if (status === 0) continue;
    const only = all.only[person] ?? 0;
    if (only < 0) {
      const several = all.managersOf(person);
      add(found['several-managers'], person, mixedOfAll(several), several.length);
    }
    if (isGoneOf(person)) {
      const left = living[person] ?? 0;
      if (left > 0) add(found['gone-manager'], person, mixed([status, left, shows[person] ?? 0]), left);
      continue;
    }
    if (only === 0) {
      if (all.listsOthers(person)) tops.push(person);
      else if (hasStructure) add(found.alone, person, 1);
    } else if (isLeftBehind(all, isGoneOf, person)) {
      const some = all.managersOf(person).map((manager) => manager * 8 + (statuses[manager] ?? 0));
      add(found['left-behind'], person, mixedOfAll(some), living[managerOf[person] ?? 0] ?? 0);
    }
  }
  if (tops.length > 1) {
    const below = countBelow(managerOf, tops);
    for (const top of tops) add(found['several-tops'], top, 1, below[top] ?? 0);
  }
  return found;
}

/** By key, the code of the status and one; 0: nobody is stored. */
function statusesOf(packed: Int32Array, least: number): Uint8Array {
  const last = packed.reduce((most, one) => Math.max(most, one), 0) >> 3;
  const statuses = new Uint8Array(Math.max(least, last + 1));
  for (const one of packed) statuses[one >> 3] = (one & 7) + 1;
  return statuses;
}

/** By key of somebody gone, how many who are there have them as manager, and a number that tells who these are. */
function livingUnderGone(managerOf: Int32Array, statuses: Uint8Array, isGoneOf: (person: PersonKey) => boolean) {
  const living = new Int32Array(statuses.length);
  const shows = new Uint32Array(statuses.length);
  for (let person = 1; person < managerOf.length; person += 1) {
    const manager = managerOf[person] ?? 0;
    if (manager === 0 || statuses[person] === 0 || !isGoneOf(manager) || isGoneOf(person)) continue;
    living[manager] = (living[manager] ?? 0) + 1;
    shows[manager] = (shows[manager] ?? 0) + (mixed([person]) >>> 0);
  }
  return { living, shows };
}

/** By top, how many lines come to them. */
function countBelow(managerOf: Int32Array, tops: readonly PersonKey[]): Int32Array {
  const size = tops.reduce((most, top) => Math.max(most, top + 1), managerOf.length);
  const topOf = new Int32Array(size);
  const none = -1;
  for (const top of tops) topOf[top] = top;
  const below = new Int32Array(size);
  const passed: PersonKey[] = [];
  for (let person = 1; person < managerOf.length; person += 1) {
    passed.length = 0;
    let at = person;
    while (at !== 0 && topOf[at] === 0) {
      // Somebody who is met again before there is an end is in a circle.
      topOf[at] = none;
      passed.push(at);
      at = managerOf[at] ?? 0;
    }
    const top = at === 0 ? none : (topOf[at] ?? none);
    for (const one of passed) topOf[one] = top;
    if (top > 0 && top !== person) below[top] = (below[top] ?? 0) + 1;
  }
  return below;
}

/**
 * People who are each below themselves. People who list nobody, or only such people, stand in no circle: those are
 * left out first, which in most organisations is everybody.
 */
function findCircles({ only, managersOf }: UpwardOfAll['all'], size: number): Found['cycle'] {
  const listed = new Int32Array(size);
  const count = (person: PersonKey, by: number) => {
    for (const manager of managersOf(person)) listed[manager] = (listed[manager] ?? 0) + by;
  };
  for (let person = 1; person < only.length; person += 1) count(person, 1);
  const isOut = new Uint8Array(size);
  const out: PersonKey[] = [];
  for (let person = 1; person < size; person += 1) if (listed[person] === 0) out.push(person);
  for (let person = out.pop(); person !== undefined; person = out.pop()) {
    isOut[person] = 1;
    count(person, -1);
    for (const manager of managersOf(person)) if (listed[manager] === 0) out.push(manager);
  }
  const lists = new Map<PersonKey, PersonKey[]>();
  for (let person = 1; person < size; person += 1) if (isOut[person] === 0) lists.set(person, []);
  for (const person of lists.keys()) for (const manager of managersOf(person)) lists.get(manager)?.push(person);

  const about: PersonKey[][] = [];
  const found = { ...noneOf(), about };
  for (const circle of loopsIn(lists)) {
    const first = circle.indexOf(Math.min(...circle));
    const turned = [...circle.slice(first), ...circle.slice(0, first)];
    about.push(turned);
    add(found, turned[0] ?? 0, mixed(turned), turned.length);
  }
  return found;
}
