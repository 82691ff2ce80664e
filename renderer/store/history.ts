/** What can be looked at, and the way a person came: back and forward as in a browser. Pure. */
import type { Page } from '../../contract/shown-page.ts';
import type { Status } from '../../contract/user.ts';
import { usualOrder } from './gone-filters.ts';

/** What has the focus on a page, so that it is found when the page is drawn again. */
export type FocusPlace = {
  /** What it is called, or leads to. */
  readonly name: string;
  /** Which one of those that are called so. */
  readonly nth: number;
  /** The list it stands in, and the place of its row there. */
  readonly row: { readonly list: string; readonly at: number } | null;
};

/** `status`: of these alone; null: of any. */
export type ReportsShown = { readonly view: 'rows' | 'cards'; readonly status: Status | null };

/** `key` tells two visits to the same page apart: each has its own scroll position and focus. */
export type Visit = {
  readonly key: number;
  readonly page: Page;
  readonly scrollTop: number;
  /** What had the focus when it was left; without it the heading is given it. */
  readonly focus?: FocusPlace | null;
  /** How a person's reports were shown there; without it: as usual. */
  readonly reports?: ReportsShown;
};
/** What is kept of a visit that is left. */
export type VisitPlace = Pick<Visit, 'scrollTop'> | Required<Pick<Visit, 'focus'>> | Required<Pick<Visit, 'reports'>>;
export type History = { readonly visits: readonly [Visit, ...Visit[]]; readonly at: number };

const longest = 200;
export const home: Page = { view: 'people', ...usualOrder };

export function startHistory(key: number): History {
  return { visits: [{ key, page: home, scrollTop: 0 }], at: 0 };
}

export function currentVisit({ visits, at }: History): Visit {
  return visits[at] ?? visits[0];
}

/** Goes to a page: what was ahead is forgotten. */
export function visit(history: History, page: Page, key: number): History {
  const [first, ...rest] = [...history.visits.slice(0, history.at + 1), { key, page, scrollTop: 0 }].slice(-longest);
  return first === undefined ? startHistory(key) : { visits: [first, ...rest], at: rest.length };
}

/** Changes the page that is shown without a new step: another tab, another filter. */
export function revise(history: History, change: Partial<Visit>): History {
  const [first, ...rest] = history.visits.map((one, index) => (index === history.at ? { ...one, ...change } : one));
  return first === undefined ? history : { visits: [first, ...rest], at: history.at };
}

/** Remembers where a visit was left, whether or not it is the one shown. */
export function keepPlace(history: History, key: number, place: VisitPlace): History {
  const [first, ...rest] = history.visits.map((one) => (one.key === key ? { ...one, ...place } : one));
  return first === undefined ? history : { visits: [first, ...rest], at: history.at };
}

export function canStep({ visits, at }: History, by: 1 | -1): boolean {
  return at + by >= 0 && at + by < visits.length;
}

export function step(history: History, by: 1 | -1): History {
  return canStep(history, by) ? { ...history, at: history.at + by } : history;
}

/** Whether two pages show the same thing, so that going from one to the other is no step. Without a person either is meant. */
export function samePlace(one: Page, other: Page): boolean {
  const [id, otherId] = [idIn(one), idIn(other)];
  return one.view === other.view && (id === otherId || id === null || otherId === null);
}

/** With a page in place of the one that is shown, where that is the same place; null: it is another. */
export function stayAt(history: History, page: Page): History | null {
  const shown = currentVisit(history).page;
  if (!samePlace(shown, page)) return null;
  // Without a person the organisation goes on with the one that it shows.
  return revise(history, { page: idIn(page) === null && idIn(shown) !== null ? shown : page });
}

/** The person or thing that the page shows, where its view shows one at a time. */
function idIn(page: Page): string | number | null {
  // Where a list is given is a place of its own, and none of the checks.
  if (page.view === 'check') return page.id ?? 0;
  // So is what is said of all problems, and none of the lists of one kind.
  if (page.view === 'problems') return page.list?.kind ?? 0;
  return 'id' in page ? page.id : null;
}
