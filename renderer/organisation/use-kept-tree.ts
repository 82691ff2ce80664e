/** Shows the person of a visit, as it was left; and remembers how it is left. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import { currentVisit, type Visit } from '../store/history.ts';
import { store, useStore } from '../store/use-store.ts';
import { rowHeight } from './row-height.ts';
import { type Left, personOf } from './tree-state.ts';
import { organisation, useOrganisation } from './use-organisation.ts';

/** Gives what shows the person once more. */
export function useKeptTree(
  { key }: Visit,
  page: Extract<Page, { view: 'organisation' }>,
  scroller: RefObject<HTMLElement | null>,
): () => void {
  const openPage = useStore((state) => state.openPage);
  const active = useOrganisation((state) => personOf(state.active?.data));
  const { id, asOf = null } = page;
  const shownKey = useRef<number | null>(null);

  // As the tree goes it is still there to be measured: a scroll is told a frame late.
  useLayoutEffect(() => {
    const { enter, goneTo, left, turnTo } = organisation.getState();
    const isOther = turnTo(asOf);
    const before = left.get(key)?.tree ?? null;
    const wanted = before?.active ?? id;
    const isBack = before !== null && shownKey.current !== key;
    // Where a row was gone to, it is there, and the keys may have led on.
    if (isOther || isBack || wanted === null || wanted !== goneTo) void enter(wanted, before?.top);
    shownKey.current = key;

    let place: Left['tree'] = null;
    const placeNow = (): Left['tree'] => {
      const { active: row, isEntering, missing } = organisation.getState();
      const who = personOf(row?.data);
      const element = scroller.current;
      // Until who is wanted is there, it is the visit before that is seen; where they are not, somebody who stands in for them.
      if (row === null || who === null || missing !== null || isEntering || !element?.isConnected) return null;
      return { active: who, top: row.row * rowHeight - element.scrollTop };
    };
    const note = () => {
      const isLeft = currentVisit(store.getState().history).key !== key;
      if (!isLeft) place = placeNow() ?? place;
    };
    note();
    const end = organisation.subscribe(note);
    // The tree may be folded away, and drawn once more.
    document.addEventListener('scroll', note, { capture: true, passive: true });
    return () => {
      end();
      document.removeEventListener('scroll', note, { capture: true });
      const last = placeNow();
      if (last !== null && last.active === place?.active) place = last;
      if (place !== null) organisation.getState().keep(key, { tree: place });
    };
  }, [key, id, asOf, scroller]);
  useEffect(() => organisation.getState().leave, []);

  // The rail leads to the person who was shown last: the visit is about them.
  useEffect(() => {
    if (id === null && active !== null) openPage({ ...page, id: active });
  }, [id, active, page, openPage]);

  return useCallback(() => void organisation.getState().enter(id), [id]);
}
