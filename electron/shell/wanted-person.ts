/**
 * Whom the page is told of by a link, until it shows something: one that hangs, is lost or still loads hears nothing, and is told
 * again once it has been loaded.
 */
import type { UserId } from '../../contract/ids.ts';

export type WantedPerson = {
  /** `canHear`: a page is there, loaded. */
  readonly tell: (id: UserId, canHear: boolean) => void;
  /** The page was loaded. */
  readonly loaded: () => void;
  /** The page says what it shows: it has heard of whatever was told before. */
  readonly shown: () => void;
};

export function createWantedPerson(say: (id: UserId) => void): WantedPerson {
  let wanted: UserId | null = null;
  return {
    tell: (id, canHear) => {
      wanted = id;
      if (canHear) say(id);
    },
    loaded: () => {
      if (wanted !== null) say(wanted);
    },
    shown: () => {
      wanted = null;
    },
  };
}
