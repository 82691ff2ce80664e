/**
 * Whether somebody has gone to something beside the page since they asked for it: a menu, a dialog, the rail. A page that
 * arrives late then leaves the focus where they are.
 */
import type { StoreApi } from 'zustand/vanilla';
import { currentVisit } from '../store/history.ts';
import type { Store } from '../store/store.ts';

/** A key or a press came beside the page since its visit began. The focus alone does not tell: what is taken away hands it on. */
let isActedBeside = false;

export function watchForElsewhere(page: Document, store: StoreApi<Store>): void {
  const note = ({ target }: Event) => {
    if (target instanceof Element && target !== page.body) isActedBeside = !isWithinContent(target);
  };
  page.addEventListener('pointerdown', note, { capture: true });
  page.addEventListener('keydown', note, { capture: true });
  let key = currentVisit(store.getState().history).key;
  store.subscribe(({ history }) => {
    const shown = currentVisit(history).key;
    if (shown !== key) isActedBeside = false;
    key = shown;
  });
}

export function isGoneElsewhere(page: Document): boolean {
  const at = page.activeElement;
  if (at === null || at === page.body) return false;
  // A link from outside turns the page beneath a dialog, which keeps the focus until it closes.
  return at.closest('[aria-modal="true"]:not([inert])') !== null || (isActedBeside && !isWithinContent(at));
}

const isWithinContent = (element: Element): boolean => element.closest('#content') !== null;
