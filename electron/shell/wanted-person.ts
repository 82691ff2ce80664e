/**
 * Tells the page which person a link names, until the page shows something: one that hangs, is lost or still loads hears nothing, and is told
 * again once it has been loaded.
 */
import type { UserId } from '../../contract/ids.ts';

export type WantedPerson = {
  /** `canHear`: a page is there, loaded. */
  readonly tell: (id: UserId, canHear: boolean) => void;
  /** The page's process has ended: what it was told is lost with it. */
  readonly lost: () => void;
  /** The page was loaded. */
  readonly loaded: () => void;
  /** The page says what it shows: it has heard of what it was told before. While it loads it says so of where it was. */
  readonly shown: () => void;
};

export function createWantedPerson(say: (id: UserId) => void): WantedPerson {
  let wanted: UserId | null = null;
  /** This very page. */
  let isTold = false;
  return {
    tell: (id, canHear) => {
      wanted = id;
      isTold = canHear;
      if (canHear) say(id);
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
