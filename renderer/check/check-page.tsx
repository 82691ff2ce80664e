/** The status check: where a list is given, or one check with its rows. */
import { useEffect } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import type { Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { CheckShown } from './check-shown.tsx';
import { ListPage } from './list-page.tsx';
import { checks } from './use-check.ts';

type CheckPageProps = { readonly visit: Visit; readonly page: Extract<Page, { view: 'check' }> };

export function CheckPage({ visit, page }: CheckPageProps) {
  useLists();
  return page.id === null ? <ListPage visit={visit} /> : <CheckShown visit={visit} id={page.id} filter={page.filter} />;
}

/** Reads the list that was brought, and shows what it became. */
function useLists(): void {
  const toCheck = useStore((state) => state.toCheck);
  const takeToCheck = useStore((state) => state.takeToCheck);
  const openCheck = useStore((state) => state.openCheck);
  useEffect(() => {
    if (toCheck === null) return;
    takeToCheck();
    void checks
      .getState()
      .begin(toCheck)
      .then((check) => check !== null && openCheck(check.id));
  }, [toCheck, takeToCheck, openCheck]);
}
