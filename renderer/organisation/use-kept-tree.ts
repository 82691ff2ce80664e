/** Shows the person of a visit, as it was left; and remembers how it is left. */
import { type RefObject, useCallback, useEffect } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import type { Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { rowHeight } from './row-height.ts';
import { personOf } from './tree-state.ts';
import { organisation, useOrganisation } from './use-organisation.ts';

/** Gives what shows the person once more. */
export function useKeptTree(
  { key }: Visit,
  page: Extract<Page, { view: 'organisation' }>,
  scroller: RefObject<HTMLElement | null>,
): () => void {
  const openPage = useStore((state) => state.openPage);
  const active = useOrganisation((state) => personOf(state.active?.data));
  const { id } = page;

  useEffect(() => {
    const { active: now, enter, left, shown } = organisation.getState();
    const before = left.get(key)?.tree ?? null;
    const wanted = before?.active ?? id;
    const isThere = shown !== null && wanted !== null && personOf(now?.data) === wanted;
    // Who is active already is moved only where a visit that is come back to had them elsewhere.
    if (!isThere || before !== null) void enter(wanted, before?.top);
  }, [key, id]);
  useEffect(() => organisation.getState().leave, []);

  // The rail leads to the person who was shown last: the visit is about them.
  useEffect(() => {
    if (id === null && active !== null) openPage({ ...page, id: active });
  }, [id, active, page, openPage]);

  useEffect(() => {
    const element = scroller.current;
    let place: { active: NonNullable<typeof active>; top: number } | null = null;
    const note = () => {
      const { active: now } = organisation.getState();
      const who = personOf(now?.data);
      if (who !== null && now !== null && element?.isConnected)
        place = { active: who, top: now.row * rowHeight - element.scrollTop };
    };
    const end = organisation.subscribe(note);
    element?.addEventListener('scroll', note, { passive: true });
    return () => {
      end();
      element?.removeEventListener('scroll', note);
      organisation.getState().keep(key, { tree: place });
    };
  }, [key, scroller]);

  return useCallback(() => void organisation.getState().enter(id), [id]);
}
