/** Keeps the place of a line that a sync brings or takes away: nothing below it moves while somebody reads. */
import { useRef } from 'react';
import type { UserId } from '../../../contract/ids.ts';

/** Whether it is so, or was so before of the same person. `of` null: everybody. */
export function useHasBeen(isSo: boolean, of: UserId | null): boolean {
  const was = useRef({ of, isSo });
  if (was.current.of !== of) was.current = { of, isSo };
  if (isSo) was.current.isSo = true;
  return was.current.isSo;
}
