/** Puts the forest together: time grows with the people, whatever the organisation looks like, and nothing calls itself. */
import { marks, noStatus } from '../../contract/organisation-marks.ts';
import { type BegunAt, cutCircles } from '../reporting/cut-circles.ts';
import { statusToNumber } from '../sqlite/status-order.ts';
import { childrenOf } from './children.ts';
import type { Forest, Sums } from './forest.ts';

/** Arrays by key have room for the largest one. */
export type ForestParts = {
  /** Keys of those who are stored, in the order of their names. */
  readonly byName: Int32Array;
  /** By key, by the one rule; 0: nobody's. It is changed where circles are cut. */
  readonly managerOf: Int32Array;
  /** By key: what is known of everybody but the circles. */
  readonly marksOf: Uint16Array;
  /** By key: how many people they list who are under another manager. */
  readonly throughOthersOf: Int32Array;
  readonly begunAt: BegunAt;
  /** Whose order is kept; null: everybody is ordered by size. */
  readonly before: Forest | null;
};

export function buildForest({ byName, managerOf, marksOf, throughOthersOf, begunAt, before }: ForestParts): Forest {
  const cuts = cutCircles(managerOf, begunAt);
  const order = membersOf(byName, managerOf, marksOf);
  const { sizeOf, directOf } = sizesOf(order, managerOf);
  const { children, startOf } = childrenOf(order, { managerOf, sizeOf, directOf }, before);

  const places = order.length + 1;
  const array = () => new Int32Array(places);
  const [keys, parent, size, leaf, nth, direct, level] = [
    array(),
    array(),
    array(),
    array(),
    array(),
    array(),
    array(),
  ];
  const [throughOthers, placeOf] = [array(), new Int32Array(managerOf.length)];
  const marksAt = new Uint16Array(places);
  size[0] = places;
  direct[0] = directOf[0] ?? 0;
  marksAt[0] = noStatus;
  // Managers have smaller places than their people, so each place is known when it is come to.
  for (let place = 0; place < places; place += 1) {
    const key = keys[place] ?? 0;
    const end = place + (size[place] ?? 0);
    const start = startOf[key] ?? 0;
    const people = direct[place] ?? 0;
    let at = place + 1;
    leaf[place] = end;
    for (let child = 0; child < people; child += 1) {
      const person = children[start + child] ?? 0;
      if (directOf[person] === 0 && leaf[place] === end) leaf[place] = at;
      placeOf[person] = at;
      keys[at] = person;
      parent[at] = place;
      size[at] = sizeOf[person] ?? 1;
      nth[at] = child;
      direct[at] = directOf[person] ?? 0;
      level[at] = (level[place] ?? 0) + 1;
      marksAt[at] = marksOf[person] ?? noStatus;
      throughOthers[at] = throughOthersOf[person] ?? 0;
      at += sizeOf[person] ?? 1;
    }
  }

  const cutPairs = cuts.at.map((key, one) => [placeOf[key] ?? 0, placeOf[cuts.from[one] ?? 0] ?? 0] as const);
  cutPairs.sort(([one], [other]) => one - other);
  for (const [place] of cutPairs) marksAt[place] = (marksAt[place] ?? 0) | marks.circle;
  return {
    people: order.length,
    keys,
    parent,
    size,
    leaf,
    nth,
    direct,
    level,
    marks: marksAt,
    throughOthers,
    sums: sumsOf(marksAt),
    placeOf,
    cutAt: Int32Array.from(cutPairs, ([at]) => at),
    cutFrom: Int32Array.from(cutPairs, ([, from]) => from),
  };
}

/**
 * Everybody, by name; behind them those who are only named, in the order in which they were, with managers who are not
 * stored, though no file of ours has such.
 */
function membersOf(byName: Int32Array, managerOf: Int32Array, marksOf: Uint16Array): Int32Array {
  const isNamed = new Uint8Array(managerOf.length);
  for (const [key, manager] of managerOf.entries()) {
    if (manager === 0) continue;
    isNamed[key] = 1;
    isNamed[manager] = 1;
  }
  const named: number[] = [];
  for (const [key, is] of isNamed.entries()) {
    const isStored = ((marksOf[key] ?? noStatus) & marks.status) !== noStatus;
    if (is === 1 && !isStored) named.push(key);
  }
  const order = new Int32Array(byName.length + named.length);
  order.set(byName);
  order.set(named, byName.length);
  return order;
}

/** By key: how many stand at and below somebody, and how many of them right below. At 0: everybody, and the tops. */
function sizesOf(order: Int32Array, managerOf: Int32Array) {
  const directOf = new Int32Array(managerOf.length);
  for (const key of order) directOf[managerOf[key] ?? 0] = (directOf[managerOf[key] ?? 0] ?? 0) + 1;
  const sizeOf = new Int32Array(managerOf.length);
  const waitingFor = directOf.slice();
  // Those all of whose people were counted, in the order in which that was so.
  const counted = order.filter((key) => directOf[key] === 0);
  const queue = new Int32Array(order.length);
  queue.set(counted);
  let tail = counted.length;
  for (let head = 0; head < tail; head += 1) {
    const key = queue[head] ?? 0;
    const manager = managerOf[key] ?? 0;
    const size = (sizeOf[key] ?? 0) + 1;
    sizeOf[key] = size;
    sizeOf[manager] = (sizeOf[manager] ?? 0) + size;
    waitingFor[manager] = (waitingFor[manager] ?? 0) - 1;
    if (waitingFor[manager] === 0 && manager !== 0) {
      queue[tail] = manager;
      tail += 1;
    }
  }
  return { sizeOf, directOf };
}

function sumsOf(marksAt: Uint16Array): Sums {
  const running = (mask: number, wanted: number): Int32Array => {
    const sums = new Int32Array(marksAt.length + 1);
    let sum = 0;
    for (const [place, of] of marksAt.entries()) {
      if ((of & mask) === wanted) sum += 1;
      sums[place + 1] = sum;
    }
    return sums;
  };
  const ofStatus = (status: Parameters<typeof statusToNumber>[0]) => running(marks.status, statusToNumber(status));
  return {
    inactive: ofStatus('inactive'),
    deleted: ofStatus('deleted'),
    unknown: ofStatus('unknown'),
    gone: ofStatus('not-found'),
    notFetched: running(marks.notFetched, marks.notFetched),
    failed: running(marks.notFetched | marks.failed, marks.notFetched | marks.failed),
    notFound: running(marks.notFound, marks.notFound),
  };
}
