/** Who is active in a view: the person of the page, and at once the one that the keys lead to, of which the page is told. */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { UserId } from '../../../contract/ids.ts';

export type ActiveId = {
  readonly activeId: UserId;
  readonly tell: (id: UserId, how: (id: UserId) => void) => void;
};

export function useActiveId(active: UserId): ActiveId {
  const [activeId, setActiveId] = useState(active);
  /** Told to the page, and not yet heard back: what it says of those before is old. */
  const told = useRef<UserId[]>([]);
  useEffect(() => {
    const at = told.current.indexOf(active);
    if (at >= 0) {
      told.current = told.current.slice(at + 1);
      if (told.current.length > 0) return;
    }
    setActiveId(active);
  }, [active]);
  return {
    activeId,
    tell: (id, how) => {
      told.current.push(id);
      // At once: the next key is about the one that this led to.
      flushSync(() => setActiveId(id));
      how(id);
    },
  };
}
