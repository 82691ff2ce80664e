/**
 * In which order the people of one manager stand: first who leads others, then who leads nobody. Those who stood there before keep
 * their place among them, and who is new comes after: the largest first, or by name.
 */
import type { Forest } from './forest.ts';

type Below = { readonly managerOf: Int32Array; readonly sizeOf: Int32Array; readonly directOf: Int32Array };

/** Everybody, the people of one manager together in their order; and by the manager's key where those begin. `order`: by name. */
export function childrenOf(order: Int32Array, below: Below, before: Forest | null) {
  const { managerOf, sizeOf, directOf } = below;
  const people = order.length;
  const startOf = new Int32Array(managerOf.length);
  const stays = before === null ? new Uint8Array(managerOf.length) : staying(order, below, before);
  let start = directOf[0] ?? 0;
  /** One number for each new one who leads: the largest first, then by name. */
  const ranked = new Float64Array(people);
  let leaders = 0;
  for (const [rank, key] of order.entries()) {
    if (directOf[key] === 0) continue;
    startOf[key] = start;
    start += directOf[key] ?? 0;
    if (stays[key] === 1) continue;
    ranked[leaders] = (people - (sizeOf[key] ?? 0)) * people + rank;
    leaders += 1;
  }
  const children = new Int32Array(people);
  const next = startOf.slice();
  const put = (key: number) => {
    const manager = managerOf[key] ?? 0;
    const at = next[manager] ?? 0;
    children[at] = key;
    next[manager] = at + 1;
  };
  const kept = before?.keys ?? new Int32Array();
  for (const key of kept) if (stays[key] === 1 && directOf[key] !== 0) put(key);
  for (const one of ranked.subarray(0, leaders).sort()) put(order[one % people] ?? 0);
  for (const key of kept) if (stays[key] === 1 && directOf[key] === 0) put(key);
  for (const key of order) if (stays[key] === 0 && directOf[key] === 0) put(key);
  return { children, startOf };
}

/** By key: 1 where somebody is under the manager of before, and leads others or nobody as before. */
function staying(
  order: Int32Array,
  { managerOf, directOf }: Below,
  { keys, parent, direct, placeOf }: Forest,
): Uint8Array {
  const stays = new Uint8Array(managerOf.length);
  for (const key of order) {
    const place = placeOf[key] ?? 0;
    if (place === 0 || keys[parent[place] ?? 0] !== managerOf[key]) continue;
    if ((direct[place] === 0) === (directOf[key] === 0)) stays[key] = 1;
  }
  return stays;
}
