/** Which of two claims goes before the other. Both orders are total among the claims on one person. */
import type { Status } from '../../contract/user.ts';
import type { Claim, PersonKey } from './claim-graph.ts';

/** Nothing says of an unknown one that they are gone: some servers leave out what says that somebody is active. */
function standing(status: Status): number {
  if (status === 'active') return 0;
  return status === 'unknown' ? 1 : 2;
}

/** Active managers first, then those of unknown status, then everybody else; among them by age. */
export function byStatusThenAge(one: Claim, other: Claim): number {
  return standing(one.status) - standing(other.status) || byAge(one, other);
}

/** The newest first: seen last, then begun last, then of the manager who became known first. */
export function byAge(one: Claim, other: Claim): number {
  return other.seenAt - one.seenAt || other.begunAt - one.begunAt || one.manager - other.manager;
}

/** The claim of one manager first, the others by age; the first `limit` of them. */
export function inOrder(
  claims: readonly Claim[],
  { first, limit = claims.length }: { readonly first: PersonKey | null; readonly limit?: number },
): Claim[] {
  const before = (one: Claim, other: Claim) =>
    Number(other.manager === first) - Number(one.manager === first) || byAge(one, other);
  // Of very many only the few that are wanted are put in order.
  const ordered: Claim[] = [];
  let last: Claim | undefined;
  for (const claim of claims) {
    if (last !== undefined && before(last, claim) < 0) continue;
    ordered.push(claim);
    if (ordered.length < 2 * limit) continue;
    ordered.sort(before).splice(limit);
    last = ordered.at(-1);
  }
  return ordered.sort(before).slice(0, limit);
}
