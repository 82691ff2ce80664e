/** What has the focus on a page, and where that is found when the same page is drawn again. */
import type { FocusPlace } from '../store/history.ts';

/** What can have the focus and lead on. A text or a heading is gone back to by nobody. */
const leads = 'a[href], button, input, textarea, select, [role="grid"], [role="tree"], [role="tab"]';
/** One stop of Tab, whatever is in it. */
const whole = '[role="grid"], [role="tree"]';

/** Null: nothing that is gone back to. */
export function placeOf(target: EventTarget | null, page: Element): FocusPlace | null {
  const element = target instanceof Element ? (target.closest(whole) ?? target.closest(leads)) : null;
  if (element === null || !page.contains(element)) return null;
  const name = nameOf(element);
  const line = element.closest('li');
  const row = line === null || !page.contains(line) ? null : { list: listOf(line), at: placeIn(line) };
  const alike = within(line ?? page, name);
  return { name, nth: Math.max(0, alike.indexOf(element as HTMLElement)), row };
}

/**
 * What had the focus; where its row is gone, the row that stands in its place, or the last. `waits`: the list is there and
 * the row is not drawn yet, and is scrolled to. Null: nothing of it is there.
 */
export function foundPlace({ name, nth, row }: FocusPlace, page: Element): HTMLElement | 'waits' | null {
  const isBusy = page.querySelector('[aria-busy="true"]') !== null;
  if (row === null) {
    const alike = within(page, name);
    return alike[nth] ?? alike.at(-1) ?? (isBusy ? 'waits' : null);
  }
  const lines = [...page.querySelectorAll('li')].filter((line) => listOf(line) === row.list);
  const [first] = lines;
  if (first === undefined) {
    // A list that is drawn in part has no row yet when it is drawn first.
    const lists = [...page.querySelectorAll('ul, ol')];
    return isBusy || lists.some((list) => list.ariaLabel === row.list) ? 'waits' : null;
  }
  const at = Math.min(row.at, sizeOf(first) - 1);
  const own = lines.find((line) => placeIn(line) === at);
  const alike = own === undefined ? [] : within(own, name);
  const same = alike[nth] ?? alike[0] ?? lines.flatMap((line) => within(line, name))[0];
  if (same !== undefined) return same;
  if (own === undefined) {
    // Every row is as high: where it stands follows from those that are drawn.
    const height = first.getBoundingClientRect().height;
    page.scrollBy(0, first.getBoundingClientRect().top + (at - placeIn(first)) * height - page.clientHeight / 2);
    return 'waits';
  }
  return leadsIn(own)[0] ?? 'waits';
}

/** What in a part of the page can have the focus and leads on. */
export function leadsIn(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(leads)];
}

function within(place: Element, name: string): HTMLElement[] {
  return leadsIn(place).filter((element) => nameOf(element) === name);
}

function nameOf(element: Element): string {
  return element.getAttribute('href') ?? element.getAttribute('aria-label') ?? element.textContent ?? '';
}

function listOf(line: Element): string {
  const labelled = line.parentElement?.closest('[aria-label], [aria-labelledby]');
  return labelled?.getAttribute('aria-label') ?? labelled?.getAttribute('aria-labelledby') ?? '';
}

/** From 0. Of a list that is drawn in part each row says its own. */
export function placeIn(line: Element): number {
  const said = line.getAttribute('aria-posinset');
  return said === null ? [...(line.parentElement?.children ?? [])].indexOf(line) : Number(said) - 1;
}

function sizeOf(line: Element): number {
  const said = line.getAttribute('aria-setsize');
  return said === null ? (line.parentElement?.children.length ?? 0) : Number(said);
}
