/**
 * Tells the page what a link leads to, until the page shows something: one that hangs, is lost or still loads hears nothing, and is told
 * again once it has been loaded.
 */
import type { LinkedPage } from '../../contract/shown-page.ts';

export type WantedPage = {
  /** `canHear`: a page is there, loaded. */
  readonly tell: (page: LinkedPage, canHear: boolean) => void;
  /** The page's process has ended: what it was told is lost with it. */
  readonly lost: () => void;
  /** The page was loaded. */
  readonly loaded: () => void;
  /** The page says what it shows: it has heard of what it was told before. While it loads it says so of where it was. */
  readonly shown: () => void;
};

export function createWantedPage(say: (page: LinkedPage) => void): WantedPage {
  let wanted: LinkedPage | null = null;
  /** This very page. */
  let isTold = false;
  return {
    tell: (page, canHear) => {
      wanted = page;
      isTold = canHear;
      if (canHear) say(page);
    },
    lost: () => {
      isTold = false;
    },
    loaded: () => {
      if (wanted === null) return;
      isTold = true;
      say(wanted);
    },
    shown: () => {
      if (isTold) wanted = null;
    },
  };
}
