/** What stands around a place in the forest: the way up, the circle it was cut from, and who is still there above. */
import { marks, statusInMarks } from '../../contract/organisation-marks.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Forest } from './forest.ts';

/** Keys of the managers above, the top first; the nearest `limit`, where they are more. */
export function wayTo({ keys, parent }: Pick<Forest, 'keys' | 'parent'>, place: number, limit: number): PersonKey[] {
  const way: PersonKey[] = [];
  for (let above = parent[place] ?? 0; above !== 0 && way.length < limit; above = parent[above] ?? 0)
    way.push(keys[above] ?? 0);
  return way.reverse();
}

/** Where a circle was cut, the place of who lists the person at it; null everywhere else. */
export function cutFromAt({ marks: marksAt, cutAt, cutFrom }: Forest, place: number): number | null {
  if (((marksAt[place] ?? 0) & marks.circle) === 0) return null;
  return cutFrom[cutAt.indexOf(place)] ?? null;
}

/** The circle that was cut at a place: each lists the next, and the last the one at the place. */
export function circleAt(
  forest: Forest,
  place: number,
  limit: number,
): { readonly people: PersonKey[]; readonly more: number } | null {
  const { keys, parent, level } = forest;
  const last = cutFromAt(forest, place);
  if (last === null) return null;
  const first = level[place] ?? 1;
  const length = (level[last] ?? first) - first + 1;
  const people: PersonKey[] = [];
  for (let member = last; member !== 0; member = parent[member] ?? 0) {
    if ((level[member] ?? 0) - first < limit) people.push(keys[member] ?? 0);
    if (member === place) break;
  }
  return { people: people.reverse(), more: length - people.length };
}

/**
 * Of somebody who is gone and leads others, the nearest above who is active; where nobody is, who is not known to be gone.
 * Null of everybody else.
 */
export function nearestThereAbove({ keys, parent, direct, marks: marksAt }: Forest, place: number): PersonKey | null {
  const statusAt = (at: number) => statusInMarks(marksAt[at] ?? marks.status);
  const own = statusAt(place);
  if (direct[place] === 0 || (own !== 'deleted' && own !== 'not-found')) return null;
  let nearest: PersonKey | null = null;
  for (let above = parent[place] ?? 0; above !== 0; above = parent[above] ?? 0) {
    const status = statusAt(above);
    if (status === 'active') return keys[above] ?? null;
    if (status === 'unknown') nearest ??= keys[above] ?? null;
  }
  return nearest;
}
