/**
 * Which elements show which rows. While one scrolls slowly each row keeps its own; after a leap the elements that are
 * there show the new rows, since writing other texts into them is several times cheaper than making them anew.
 */
import { useLayoutEffect, useRef } from 'react';

/** The key of the row at `place` is `place` less what this returns. */
export function useReusedRows(first: number, last: number): number {
  const drawn = useRef({ first, last, shift: 0 });
  const before = drawn.current;
  const overlap = Math.min(last, before.last) - Math.max(first, before.first) + 1;
  const isLeap = overlap < (last - first + 1) / 2;
  const shift = isLeap ? before.shift + first - before.first : before.shift;
  useLayoutEffect(() => {
    drawn.current = { first, last, shift };
  }, [first, last, shift]);
  return shift;
}
