/**
 * Finds the manager of everybody with claims that lead up to a top: the best claim on each, and where those go round,
 * one way out of the circle. The rule, and why: docs/decisions/manager.md.
 *
 * One walk upward, along the best claims that were not tried yet. A person met again closes a circle, which from then
 * on is one knot with all the claims on its people; a knot with none left leads to no top. It is Edmonds' algorithm for
 * branchings (1967), with an order of claims in place of weights, grown along one path as Tarjan's (1977) is, so that
 * only those above the person asked for are looked at, and of them only those with several claims. Time grows with the
 * claims met and the logarithm of a knot's size.
 */
import type { Claim, Claims, PersonKey } from './claim-graph.ts';
import { byStatusThenAge } from './claim-order.ts';
import { type Heaped, meld, withoutLeast } from './pairing-heap.ts';

type Part = {
  /** `open`: on the path. */
  state: 'open' | 'leads' | 'apart';
  /** The claim tried last: whose it is, and the manager who makes it. */
  way: { readonly member: Member; readonly manager: PersonKey } | null;
  /** The knot it became part of. */
  within: Knot | null;
  /** A knot further out: the same one, or one around that. */
  outside: Knot | null;
};

type Claimed = {
  /** The best first; once that one did not do, in order, without those that lead nowhere else. */
  readonly claims: Claim[];
  tried: number;
};

/** A person with several claims. */
interface Member extends Part, Claimed, Heaped<Member> {
  readonly person: PersonKey;
  /** The best of those that lead to a top, which goes where a circle is left at this person. Null outside of all circles. */
  givenUp: Claim | null;
}

interface Knot extends Part {
  readonly parts: readonly (Member | Knot)[];
  /** Those who may have claims that were not tried, by where the circle is left first. */
  leaving: Member | null;
}

export type WaysUp = {
  /** The manager of a person with several claims; null where none of the claims leads to a top. */
  readonly managerOf: (person: PersonKey) => PersonKey | null;
  readonly leadsToTop: (person: PersonKey) => boolean;
};

export function createWaysUp(claims: Claims): WaysUp {
  const members = new Map<PersonKey, Member>();
  const found = new Map<PersonKey, PersonKey>();

  const meet = (person: PersonKey): Member => {
    const member: Member = {
      state: 'open',
      way: null,
      within: null,
      outside: null,
      firstBelow: null,
      beside: null,
      person,
      claims: [...claims.claimsOn(person)],
      tried: 0,
      givenUp: null,
    };
    members.set(person, member);
    return member;
  };

  const walkFrom = (start: PersonKey): void => {
    const path: (Member | Knot)[] = [meet(start)];
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const claim = tryNext(last, goesRound);
      if (claim === null) {
        last.state = 'apart';
        path.pop();
        continue;
      }
      const fork = claims.forkAbove(claim.manager);
      if (fork === null) continue;
      const met = members.get(fork);
      const above = met === undefined ? null : outermost(met);
      if (above === last) noteRound(last, claim);
      else if (above?.state === 'open') path.push(tie(path.splice(path.lastIndexOf(above))));
      else if (above?.state === 'leads' || (met === undefined && claims.managersOf(fork).length === 0)) {
        for (const part of path.splice(0)) settle(part);
      } else if (met === undefined) path.push(meet(fork));
    }
  };

  /** Whether a claim leads no further than the knot from which it is tried. Such a one is no way out of it, ever. */
  function goesRound(knot: Knot, { manager }: Claim): boolean {
    const fork = claims.forkAbove(manager);
    if (fork === null) return true;
    const met = members.get(fork);
    return met !== undefined && outermost(met) === knot;
  }

  /** Undoes a knot: left at one member, it leads everybody else in it there. */
  function settle(part: Member | Knot): void {
    part.state = 'leads';
    const waiting: (Member | Knot)[] = [part];
    for (let whole = waiting.pop(); whole !== undefined; whole = waiting.pop()) {
      if (whole.way === null) continue;
      const { member, manager } = whole.way;
      found.set(member.person, manager);
      for (let inner: Member | Knot = member; inner !== whole && inner.within !== null; inner = inner.within) {
        for (const other of inner.within.parts) if (other !== inner) waiting.push(other);
      }
    }
  }

  const managerOf = (person: PersonKey): PersonKey | null => {
    if (!found.has(person) && !members.has(person)) {
      if (claims.listsOthers(person)) walkFrom(person);
      else decideBelow(person);
    }
    return found.get(person) ?? null;
  };

  const leadsToTop = (person: PersonKey): boolean => {
    const fork = claims.forkAbove(person);
    return fork !== null && (claims.managersOf(fork).length === 0 || managerOf(fork) !== null);
  };

  /** No line passes who lists nobody, so it is the best claim of any that leads to a top. Most people are such. */
  function decideBelow(person: PersonKey): void {
    const some: Claimed = { claims: [...claims.claimsOn(person)], tried: 0 };
    for (let claim = nextClaim(some); claim !== undefined; claim = nextClaim(some)) {
      some.tried += 1;
      if (leadsToTop(claim.manager)) {
        found.set(person, claim.manager);
        return;
      }
    }
  }

  return { managerOf, leadsToTop };
}

/** Follows the best claim that is left; null where there is none. */
function tryNext(part: Member | Knot, goesRound: (knot: Knot, claim: Claim) => boolean): Claim | null {
  for (;;) {
    const member = isKnot(part) ? part.leaving : part;
    const isUseless = isKnot(part) ? (claim: Claim) => goesRound(part, claim) : undefined;
    const claim = member === null ? undefined : nextClaim(member, isUseless);
    if (member !== null && claim !== undefined) {
      member.tried += 1;
      part.way = { member, manager: claim.manager };
      return claim;
    }
    if (member === null || !isKnot(part)) return null;
    part.leaving = withoutLeast(member, isLeftFirst);
  }
}

/**
 * Where the first does, as it mostly will, the others need no order; and neither do those that are useless by then, which are
 * most where many list one another.
 */
function nextClaim({ claims, tried }: Claimed, isUseless?: (claim: Claim) => boolean): Claim | undefined {
  if (tried === 1) {
    if (isUseless !== undefined) keepFrom(1, claims, isUseless);
    claims.sort(byStatusThenAge);
  }
  const [first] = claims;
  if (tried > 0 || first === undefined) return claims[tried];
  let best = 0;
  let least = first;
  for (let at = 1; at < claims.length; at += 1) {
    const claim = claims[at] ?? first;
    if (byStatusThenAge(claim, least) < 0) [best, least] = [at, claim];
  }
  claims[best] = first;
  claims[0] = least;
  return least;
}

/** Leaves out the useless ones from a place on. */
function keepFrom(start: number, claims: Claim[], isUseless: (claim: Claim) => boolean): void {
  let end = start;
  for (let at = start; at < claims.length; at += 1) {
    const claim = claims[at];
    if (claim === undefined || isUseless(claim)) continue;
    claims[end] = claim;
    end += 1;
  }
  claims.length = end;
}

/** Upward from the person there are only people with one manager, and then the person again: a circle. */
function noteRound(part: Member | Knot, claim: Claim): void {
  if (!isKnot(part)) part.givenUp ??= claim;
}

/** Makes one of those who go round. */
function tie(parts: readonly (Member | Knot)[]): Knot {
  const knot: Knot = { state: 'open', way: null, within: null, outside: null, parts, leaving: null };
  for (const part of parts) {
    part.within = knot;
    part.outside = knot;
    if (isKnot(part)) knot.leaving = meld(knot.leaving, part.leaving, isLeftFirst);
    else {
      part.givenUp ??= part.claims[part.tried - 1] ?? null;
      if (part.tried < part.claims.length) knot.leaving = meld<Member>(knot.leaving, part, isLeftFirst);
    }
  }
  return knot;
}

/**
 * Where a circle is left: the claim goes whose manager lists the fewest people. That is the leaf's who lists the head,
 * or that of the lesser of two who list each other. Among equals it is the one that the rule puts last.
 */
function isLeftFirst(one: Member, other: Member): boolean {
  if (one.givenUp === null || other.givenUp === null) return other.givenUp !== null;
  const difference = one.givenUp.listed - other.givenUp.listed || byStatusThenAge(other.givenUp, one.givenUp);
  return (difference || one.person - other.person) < 0;
}

function outermost(part: Member | Knot): Member | Knot {
  let top: Member | Knot = part;
  while (top.outside !== null) top = top.outside;
  // Shortened, so that the next time it is near.
  for (let inner = part; inner.outside !== null && inner.outside !== top; ) {
    const next: Knot = inner.outside;
    if (isKnot(top)) inner.outside = top;
    inner = next;
  }
  return top;
}

function isKnot(part: Member | Knot): part is Knot {
  return 'parts' in part;
}
