/** What stands in the search's list: people, an id to fetch, the way to all who match, what can be done with a person, or any action. Pure. */
import type { UserId } from '../../contract/ids.ts';
import type { ListedSummary } from '../../contract/pasted.ts';
import type { FoundPerson, MatchCounts, PersonCard } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import type { Action } from '../keyboard/action.ts';
import type { Found } from '../store/search.ts';
import { count } from '../words/locale.ts';
import { hiddenWords } from '../words/match-words.ts';

export type PersonOption = { readonly kind: 'person'; readonly key: string; readonly person: FoundPerson };
export type FetchOption = {
  readonly kind: 'fetch';
  readonly key: string;
  readonly id: UserId;
  readonly notFoundSince: number | null;
};
/** Leads to the table of people, where everybody who matches is listed. */
export type EverybodyOption = {
  readonly kind: 'everybody';
  readonly key: 'everybody';
  readonly filter: { readonly text: string; readonly status: Status | null };
};
export type Deed = 'open' | 'copy-email' | 'copy-id' | 'write';
export type DeedOption = { readonly kind: 'deed'; readonly key: string; readonly deed: Deed; readonly label: string };
/** Leads to the table of people, filtered by a list. */
export type ListedOption = {
  readonly kind: 'listed';
  readonly key: 'listed';
  readonly filter: EverybodyOption['filter'];
  readonly listed: ListedSummary;
};
/** Checks everybody of a list. */
export type CheckOption = {
  readonly kind: 'check';
  readonly key: 'check';
  readonly text: string;
  readonly listed: ListedSummary;
};
/** Runs an action that does not depend on the search. */
export type ActionOption = { readonly kind: 'action'; readonly key: string; readonly action: Action };
/** People that the chosen status hides: choosing this row lifts it, and the search stays open. */
export type HiddenOption = {
  readonly kind: 'hidden';
  readonly key: string;
  readonly status: Status;
  readonly words: string;
};
export type SearchOption =
  | PersonOption
  | FetchOption
  | EverybodyOption
  | ListedOption
  | CheckOption
  | HiddenOption
  | DeedOption
  | ActionOption;

/** In the order in which people are listed. */
export const statusesListed = [
  'active',
  'unknown',
  'inactive',
  'not-found',
  'deleted',
] as const satisfies readonly Status[];

export function recentOptions(recents: readonly PersonCard[], status: Status | null): SearchOption[] {
  const covered = recents.filter((card) => status === null || card.status === status);
  const hidden = hiddenOptions(recentCounts(recents), status, true);
  return [...covered.map((card) => personOption({ card, marks: [], because: null })), ...hidden];
}

/** How many of those who were opened last there are, as of people who match. */
export function recentCounts(recents: readonly PersonCard[]): MatchCounts {
  const byStatus = { active: 0, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 };
  for (const { status } of recents) byStatus[status] += 1;
  return { byStatus, more: false };
}

function hiddenOptions({ byStatus, more }: MatchCounts, chosen: Status | null, isRecent: boolean): HiddenOption[] {
  if (chosen === null) return [];
  const hidden = statusesListed.filter((status) => status !== chosen && byStatus[status] > 0);
  return hidden.map((status) => {
    const words = hiddenWords(status, byStatus[status], { more, isRecent });
    return { kind: 'hidden', key: `hidden:${status}`, status, words };
  });
}

export function foundOptions(found: Found): SearchOption[] {
  const { listed } = found;
  // Further people come below those shown, and would push down what stands there.
  const hidden = found.rest === 'further' ? [] : hiddenOptions(found.counts, found.status, false);
  if (listed !== null) {
    // Of everybody known by it, as the row says: a status would leave some out.
    const filter = { text: found.text.trim(), status: null };
    const all: SearchOption = { kind: 'listed', key: 'listed', filter, listed };
    const people = found.found.map(personOption);
    // One beside what is not understood is who is meant.
    if (listed.understood < 2) return [...people, all, ...hidden];
    return [all, { kind: 'check', key: 'check', text: found.text, listed }, ...people, ...hidden];
  }
  const options: SearchOption[] = found.found.map(personOption);
  if (found.fetchable !== null) options.push({ kind: 'fetch', key: `fetch:${found.fetchable.id}`, ...found.fetchable });
  if (found.rest === 'table') {
    const filter = { text: found.text.trim(), status: found.status };
    options.push({ kind: 'everybody', key: 'everybody', filter });
  }
  options.push(...hidden);
  return options;
}

export function deedOptions({ email }: PersonCard): SearchOption[] {
  const deeds: [Deed, string][] = [['open', 'Open']];
  if (email !== null) deeds.push(['copy-email', 'Copy e-mail']);
  // What is no address stands there as it came, with what no address holds.
  if (email !== null && /^(?:[^\s@]+|"[^"]+")@[^\s@]+$/.test(email)) deeds.push(['write', 'Write an e-mail']);
  deeds.push(['copy-id', 'Copy id']);
  return deeds.map(([deed, label]) => ({ kind: 'deed', key: `deed:${deed}`, deed, label }));
}

export function actionOptions(actions: readonly Action[]): SearchOption[] {
  return actions.map((action) => ({ kind: 'action', key: `action:${action.id}`, action }));
}

/** How many match. An id that the server does not have is listed, and counts. */
export function foundCounts({ counts, fetchable }: Pick<Found, 'counts' | 'fetchable'>): MatchCounts {
  const missing = fetchable?.notFoundSince == null ? 0 : 1;
  return { ...counts, byStatus: { ...counts.byStatus, 'not-found': counts.byStatus['not-found'] + missing } };
}

/** "27 shown"; "20 of 83 shown" where more match than are listed. */
export function foundWords(answer: Found): string {
  const { found, fetchable, status, rest } = answer;
  const { byStatus, more } = foundCounts(answer);
  const isListed = fetchable?.notFoundSince != null && (status === null || status === 'not-found');
  const shown = found.length + (isListed ? 1 : 0);
  const counted: readonly Status[] = status === null ? statusesListed : [status];
  const matching = counted.reduce((sum, one) => sum + byStatus[one], 0);
  if (rest === 'none' || (matching <= shown && !more)) return `${count(shown)} shown`;
  return `${count(shown)} of ${count(matching)}${more ? '+' : ''} shown`;
}

function personOption(person: FoundPerson): PersonOption {
  return { kind: 'person', key: `person:${person.card.id}`, person };
}

const page = 8;

/** Where a key moves the active row among `count`; null for keys that move nothing. */
export function movedTo(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return at + 1 >= count ? 0 : at + 1;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return Math.min(count - 1, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    default:
      return null;
  }
}
