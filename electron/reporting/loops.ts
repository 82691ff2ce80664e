/** Loops among claims: people who are each below themselves. */
import type { PersonKey } from './claim-graph.ts';

/**
 * One loop for each knot of people who can all be reached from one another, in the order of the claims: each lists the
 * next, the last the first. Claims on oneself are no loops here. Time and memory grow with the claims, whatever they are
 * (Tarjan's strongly connected components, without recursion: a chain of a million must not overflow the stack).
 */
export function loopsIn(lists: Iterable<readonly [PersonKey, readonly PersonKey[]]>): PersonKey[][] {
  const graph = new Map(lists);
  return knotsIn(graph).map((knot) => loopThrough(graph, knot));
}

type Step = { readonly key: PersonKey; next: number };

function knotsIn(graph: ReadonlyMap<PersonKey, readonly PersonKey[]>): PersonKey[][] {
  const order = new Map<PersonKey, number>();
  const lowest = new Map<PersonKey, number>();
  const open: PersonKey[] = [];
  const isOpen = new Set<PersonKey>();
  const knots: PersonKey[][] = [];
  const lower = (key: PersonKey, to: number) => lowest.set(key, Math.min(lowest.get(key) ?? to, to));

  for (const start of graph.keys()) {
    if (order.has(start)) continue;
    const path: Step[] = [{ key: start, next: 0 }];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { key } = step;
      if (step.next === 0 && !order.has(key)) {
        order.set(key, order.size);
        lower(key, order.size - 1);
        open.push(key);
        isOpen.add(key);
      }
      const report = graph.get(key)?.[step.next];
      step.next += 1;
      if (report !== undefined) {
        const seen = order.get(report);
        // Who lists nobody can be in no loop.
        if (seen === undefined && graph.has(report)) path.push({ key: report, next: 0 });
        else if (seen !== undefined && isOpen.has(report)) lower(key, seen);
        continue;
      }
      path.pop();
      const low = lowest.get(key) ?? 0;
      const above = path.at(-1);
      if (above !== undefined) lower(above.key, low);
      if (low !== order.get(key)) continue;
      const knot = open.splice(open.lastIndexOf(key));
      for (const one of knot) isOpen.delete(one);
      if (knot.length > 1) knots.push(knot);
    }
  }
  return knots;
}

/** The shortest way round from the first of a knot back to itself. */
function loopThrough(graph: ReadonlyMap<PersonKey, readonly PersonKey[]>, knot: readonly PersonKey[]): PersonKey[] {
  const [start] = knot;
  if (start === undefined) return [];
  const within = new Set(knot);
  const cameFrom = new Map<PersonKey, PersonKey>();
  const queue: PersonKey[] = [start];
  for (const key of queue) {
    for (const report of graph.get(key) ?? []) {
      if (report === start && key !== start) return wayTo(key, cameFrom);
      if (!within.has(report) || report === start || cameFrom.has(report)) continue;
      cameFrom.set(report, key);
      queue.push(report);
    }
  }
  return [...knot];
}

function wayTo(last: PersonKey, cameFrom: ReadonlyMap<PersonKey, PersonKey>): PersonKey[] {
  const way: PersonKey[] = [];
  for (let key: PersonKey | undefined = last; key !== undefined; key = cameFrom.get(key)) way.push(key);
  return way.reverse();
}
