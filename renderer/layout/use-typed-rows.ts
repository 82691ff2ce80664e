/** Typed letters lead to the next row of a list whose name begins with them, and give it the focus. */
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { mostNames } from '../../contract/bounds.ts';
import { useTypeAhead } from '../keyboard/type-ahead.ts';
import { useStore } from '../store/use-store.ts';
import { leadsIn, placeIn } from './focus-place.ts';

type TypedRows = {
  readonly list: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Null: the row has none, or it is on its way. */
  readonly nameAt: (index: number) => string | null;
  /** Brings a row that is not drawn into view. */
  readonly reveal?: (index: number) => void;
};

/** A row that is brought into view is drawn within two or three. */
const mostFrames = 20;

export function useTypedRows({ list, count, nameAt, reveal }: TypedRows): (event: KeyboardEvent) => void {
  const typedAmong = useStore((state) => state.typedAmong);
  const lastAt = useRef(-1);

  const rowNow = (): number => {
    const row = document.activeElement?.closest('li');
    return row && list.current?.contains(row) ? placeIn(row) : lastAt.current;
  };
  const focusAt = async (index: number): Promise<void> => {
    lastAt.current = index;
    for (let frame = 0; frame < mostFrames; frame += 1) {
      const row = [...(list.current?.children ?? [])].find((one) => placeIn(one) === index);
      const found = row === undefined ? undefined : leadsIn(row)[0];
      if (found !== undefined) return found.focus();
      // The row that has the focus may be drawn no longer: the list hears of the next letter.
      if (frame === 0) list.current?.focus({ preventScroll: true });
      if (frame === 0) reveal?.(index);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  const onTyped = useTypeAhead(async ({ text, isNext }) => {
    const from = Math.max(0, rowNow() + (isNext ? 1 : 0));
    const named = Array.from({ length: count }, (_, step) => (from + step) % count)
      .map((index) => ({ index, name: nameAt(index) }))
      .filter((one): one is { index: number; name: string } => one.name !== null)
      .slice(0, mostNames);
    const first = await typedAmong(
      named.map(({ name }) => name),
      text,
    );
    const found = first === null ? undefined : named[first];
    if (found !== undefined) await focusAt(found.index);
  });
  return (event) => void onTyped(event);
}
