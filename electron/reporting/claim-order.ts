/** Which of two claims goes before the other. Both orders are total among the claims on one person. */
import type { Status } from '../../contract/user.ts';
import type { Claim, PersonKey } from './claim-graph.ts';

// Nothing says of an unknown one that they are gone: some servers leave out what says that somebody is active.
const places: { readonly [status: string]: number } = { active: 0, unknown: 1 } satisfies Partial<
  Record<Status, number>
>;
const gone = 2;

/** Of active managers first, then of those of whom it is unknown, then of everybody else; among them by age. */
export function byStatusThenAge(one: Claim, other: Claim): number {
  return (places[one.status] ?? gone) - (places[other.status] ?? gone) || byAge(one, other);
}

/** The newest first: seen last, then begun last, then of the manager who became known first. */
export function byAge(one: Claim, other: Claim): number {
  return other.seenAt - one.seenAt || other.begunAt - one.begunAt || one.manager - other.manager;
}

/** The claim of the main manager first, the others by age. */
export function mainFirst<C extends Claim>(claims: readonly C[], main: PersonKey | null): C[] {
  return claims.toSorted(
    (one, other) => Number(other.manager === main) - Number(one.manager === main) || byAge(one, other),
  );
}
