/**
 * Finds the manager of everybody from whom claims lead up to a top: the best claim on each, and where those go round,
 * one way out of the circle. The rule, and why: docs/decisions/manager.md.
 *
 * One walk upward, along the best claims that were not tried yet. Whoever is met again closes a circle, which from then
 * on is one knot with all the claims on its people; whoever has none left leads to no top. It is Edmonds' algorithm for
 * branchings (1967), with an order of claims in place of weights, grown along one path as Tarjan's (1977) is, so that
 * only those above the person asked for are looked at. Time grows with the claims met and the logarithm of a knot's size.
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

interface Member extends Part, Heaped<Member> {
  readonly person: PersonKey;
  /** The best claim first. */
  readonly managers: readonly PersonKey[];
  /** The claims themselves, where there are several. */
  readonly claims: readonly Claim[];
  tried: number;
  /** The claim that goes where a circle is left at this person. Null outside of all circles. */
  givenUp: Claim | null;
}

interface Knot extends Part {
  readonly parts: readonly (Member | Knot)[];
  /** Those who may have claims that were not tried, by where the circle is left first. */
  leaving: Member | null;
}

export type WaysUp = {
  /** The manager of a person whom several claim; null where none of the claims leads to a top. */
  readonly managerOf: (person: PersonKey) => PersonKey | null;
};

export function createWaysUp(claims: Claims): WaysUp {
  const members = new Map<PersonKey, Member>();
  const found = new Map<PersonKey, PersonKey>();

  const meet = (person: PersonKey): Member => {
    const some = claims.managersOf(person);
    const several = some.length > 1 ? claims.claimsOn(person).toSorted(byStatusThenAge) : [];
    const member: Member = {
      state: some.length === 0 ? 'leads' : 'open',
      way: null,
      within: null,
      outside: null,
      firstBelow: null,
      beside: null,
      person,
      managers: several.length > 1 ? several.map(({ manager }) => manager) : some,
      claims: several,
      tried: 0,
      givenUp: null,
    };
    members.set(person, member);
    return member;
  };

  const walkFrom = (start: PersonKey): void => {
    const path: (Member | Knot)[] = [meet(start)];
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const manager = tryNext(last);
      if (manager === null) {
        last.state = 'apart';
        path.pop();
        continue;
      }
      const before = members.get(manager);
      const above = before === undefined ? meet(manager) : outermost(before);
      if (before === undefined && above.state === 'open') path.push(above);
      else if (above.state === 'open' && above !== last) path.push(tie(path.splice(path.lastIndexOf(above))));
      else if (above.state === 'leads') for (const part of path.splice(0)) settle(part);
    }
  };

  /** Undoes a knot: left at one member, it leads everybody else in it there. */
  const settle = (part: Member | Knot): void => {
    part.state = 'leads';
    const waiting: (Member | Knot)[] = [part];
    for (let whole = waiting.pop(); whole !== undefined; whole = waiting.pop()) {
      if (whole.way === null) continue;
      found.set(whole.way.member.person, whole.way.manager);
      for (
        let inner: Member | Knot = whole.way.member;
        inner !== whole && inner.within !== null;
        inner = inner.within
      ) {
        for (const other of inner.within.parts) if (other !== inner) waiting.push(other);
      }
    }
  };

  return {
    managerOf: (person) => {
      if (!members.has(person)) walkFrom(person);
      return found.get(person) ?? null;
    },
  };
}

/** Follows the best claim that is left; null where there is none. */
function tryNext(part: Member | Knot): PersonKey | null {
  for (;;) {
    const member = isKnot(part) ? part.leaving : part;
    const manager = member?.managers[member.tried];
    if (member !== null && manager !== undefined) {
      member.tried += 1;
      part.way = { member, manager };
      return manager;
    }
    if (member === null || !isKnot(part)) return null;
    part.leaving = withoutLeast(member, isLeftFirst);
  }
}

/** Makes one of those who go round. */
function tie(parts: readonly (Member | Knot)[]): Knot {
  const knot: Knot = { state: 'open', way: null, within: null, outside: null, parts, leaving: null };
  for (const part of parts) {
    part.within = knot;
    part.outside = knot;
    if (isKnot(part)) knot.leaving = meld(knot.leaving, part.leaving, isLeftFirst);
    else {
      part.givenUp = part.claims[part.tried - 1] ?? null;
      if (part.tried < part.managers.length) knot.leaving = meld<Member>(knot.leaving, part, isLeftFirst);
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
