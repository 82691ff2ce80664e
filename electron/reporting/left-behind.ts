/** Who is left behind, and who can be asked instead: the nearest manager above who is there. */
import type { Claims, PersonKey } from './claim-graph.ts';
import type { MainManagers } from './main-managers.ts';

/** Of a manager, who is always stored: deleted, or not found. */
export type IsGone = (manager: PersonKey) => boolean;

/** Whether somebody lists the person, and each who does is gone. */
export function isLeftBehind({ managersOf }: Pick<Claims, 'managersOf'>, isGone: IsGone, person: PersonKey): boolean {
  const managers = managersOf(person);
  return managers.length > 0 && managers.every(isGone);
}

/** The first up the person's line who is there; null: nobody is, be it that the line comes round. */
export function nearestThere({ of }: Pick<MainManagers, 'of'>, isGone: IsGone, person: PersonKey): PersonKey | null {
  const passed = new Set([person]);
  for (let next = of(person); next !== null && !passed.has(next); next = of(next)) {
    if (!isGone(next)) return next;
    passed.add(next);
  }
  return null;
}
