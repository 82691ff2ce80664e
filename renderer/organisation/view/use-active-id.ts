/** Who is active in a view: the person of the page, and at once the one that the keys lead to, of which the page is told. */
import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { UserId } from '../../../contract/ids.ts';

export type ActiveId = {
  readonly activeId: UserId;
  readonly tell: (id: UserId, how: (id: UserId) => void) => void;
};

/** `isEntering`: somebody who was told is on their way in the page. What it says of those before them is old until then. */
export function useActiveId(active: UserId, isEntering: boolean): ActiveId {
  const [activeId, setActiveId] = useState(active);
  const isTelling = useRef(false);
  // Who was told before them may just have arrived: they are drawn together, and the last one told stays.
  useLayoutEffect(() => {
    if (!isEntering && !isTelling.current) setActiveId(active);
  }, [active, isEntering]);
  return {
    activeId,
    tell: (id, how) => {
      // At once: the next key is about the one that this led to.
      isTelling.current = true;
      flushSync(() => setActiveId(id));
      isTelling.current = false;
      how(id);
    },
  };
}
