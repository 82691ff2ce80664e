/** How two people stand to each other, in words: as the panel shows it, and as text to copy. Pure. */
import type { Member, Named } from '../../../contract/organisation.ts';
import type { Approval, Approver, CircleAbove, Relation, WayDown } from '../../../contract/organisation-relation.ts';
import { statusWords } from '../../../contract/status-words.ts';
import { availabilityWord } from '../../status/availability-word.ts';
import { fullTime } from '../../time/relative-time.ts';
import { count } from '../../words/locale.ts';
import { memberName } from '../row-words.ts';

type Found = NonNullable<Relation['found']>;
/** Names are told apart from the words around them, since they may run in another direction. */
export type Part = string | Named;

export const namedOf = (member: Member): Named => ({ id: member.id, name: memberName(member) });

export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.name)).join('');
}

const levelsWords = (levels: number): string => (levels === 1 ? '1 level' : `${count(levels)} levels`);

type Ways = { readonly common: Member | null; readonly toA: WayDown; readonly toB: WayDown };

/** "Ana stands 3 below Cem, Bo 2", "Ana leads Bo, 2 levels". */
export function waysWords(a: Named, b: Named, { common, toA, toB }: Ways): Part[] {
  if (a.id === b.id) return ['The same person twice: ', a];
  if (common === null) return [a, ' and ', b, ' have no manager in common'];
  const leads = (one: Named, other: Named, levels: number): Part[] =>
    levels === 1 ? [one, ' leads ', other, ' directly'] : [one, ' leads ', other, `, ${levelsWords(levels)}`];
  if (toA.levels === 0) return leads(a, b, toB.levels);
  if (toB.levels === 0) return leads(b, a, toA.levels);
  return [a, ` stands ${count(toA.levels)} below `, namedOf(common), ', ', b, ` ${count(toB.levels)}`];
}

/** What a way is that goes by the claim of somebody else. */
export function othersWords(common: Member | null): string {
  return common === null ? 'Through another manager' : 'Shorter through another manager';
}

/** Where a way begins that has no common manager above it. */
export function wayWords(person: Named, { levels }: WayDown, common: Member | null): Part[] {
  if (common !== null) return ['Down to ', person, `: ${levelsWords(levels)}`];
  return levels === 1 ? [person, ' has no manager'] : ['From the top down to ', person, `: ${levelsWords(levels)}`];
}

/** Why somebody could not approve now: "deleted", "away", "availability not told". */
export function passedWhy({ status, availability }: Approver): string {
  if (status === null) return 'not fetched yet';
  if (status === 'unknown') return 'status unknown';
  if (status !== 'active') return statusWords[status].toLowerCase();
  return availability === null ? 'availability not told' : availabilityWord(availability).toLowerCase();
}

/** Who could approve for both now, or why nobody could. When that was known is told beside it. */
export function approvalWords({ above, nearest, passed, morePassed }: Approval, common: Member | null): Part[] {
  if (nearest !== null) return [nearest.person, ', active and available'];
  if (common === null) return ['Nobody: they have no manager in common'];
  if (above === 0) return ['Nobody: no manager is above both'];
  return ['Nobody above both is active and available: ', ...passedWords({ passed, morePassed })];
}

/** Those nearer who could not: "Bo (away), Cem (deleted) and 3 more". */
export function passedWords({ passed, morePassed }: Pick<Approval, 'passed' | 'morePassed'>): Part[] {
  const named = passed.flatMap((one, nth): Part[] => [
    ...(nth === 0 ? [] : [', ']),
    one.person,
    ` (${passedWhy(one)})`,
  ]);
  return morePassed === 0 ? named : [...named, ` and ${count(morePassed)} more`];
}

export function circlePartsOf(circle: CircleAbove, a: Named, b: Named): Part[] {
  const { people, more, hasA, hasB } = circle;
  const who: Part[] =
    hasA && hasB
      ? ['Both stand in a circle, so each is above the other too: ']
      : hasA || hasB
        ? [hasA ? a : b, ' stands in a circle: ']
        : ['The managers above stand in a circle: '];
  const [first] = people;
  const round = people.flatMap((one): Part[] => [one, ' → ']);
  return [...who, ...round, ...(more > 0 ? [`${count(more)} more → `] : []), ...(first === undefined ? [] : [first])];
}

/** Everything of the panel, a line for each thing. */
export function relationText(a: Member, b: Member, found: Found): string {
  const [one, other] = [namedOf(a), namedOf(b)];
  const { common, toA, toB, shorter, approval, circles } = found;
  const lines: Part[][] = [waysWords(one, other, found)];
  for (const [person, way] of one.id === other.id
    ? []
    : ([
        [one, toA],
        [other, toB],
      ] as const)) {
    if (way.levels > 0) lines.push([...wayWords(person, way, common), ' (', wayText(way, common), ')']);
  }
  if (shorter !== null) {
    lines.push([`${othersWords(common)}: `, ...waysWords(one, other, shorter)]);
    for (const { manager, person, seenAt } of shorter.claims)
      lines.push([manager, ' lists ', person, `, seen ${fullTime(seenAt)}`]);
  }
  if (approval !== null) lines.push(...approvalLines(approval, common));
  for (const circle of circles) lines.push(circlePartsOf(circle, one, other));
  return `${lines.map(textOf).join('\n')}\n`;
}

function approvalLines(approval: Approval, common: Member | null): Part[][] {
  const { nearest, passed } = approval;
  const seen = nearest?.seenAt == null ? '' : `, as of ${fullTime(nearest.seenAt)}`;
  const who: Part[] = ['Could approve for both now: ', ...approvalWords(approval, common), seen];
  return nearest === null || passed.length === 0 ? [who] : [who, ['Nearer, but not: ', ...passedWords(approval)]];
}

function wayText({ steps, skipped, skippedAfter }: WayDown, common: Member | null): string {
  const names = steps.map(memberName);
  if (skipped > 0) names.splice(skippedAfter, 0, `${count(skipped)} more`);
  return [...(common === null ? [] : [memberName(common)]), ...names].join(' → ');
}
