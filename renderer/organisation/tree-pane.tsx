/** The left half: the tree, what can be done with a row of it, and a line about the active person. */
import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import { useRowLimit } from '../layout/row-limit.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { ActiveNote } from './active-note.tsx';
import classes from './organisation.module.css';
import { RowActions, type ShownActions } from './row-actions.tsx';
import { rowHeight } from './row-height.ts';
import { cutRowsWords } from './totals-words.ts';
import { Tree } from './tree.tsx';
import { personOf } from './tree-state.ts';
import { organisation, useOrganisation } from './use-organisation.ts';
import type { TreeActs } from './use-tree-clicks.ts';

type TreePaneProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly scroller: RefObject<HTMLDivElement | null>;
};

export function TreePane({ page, scroller }: TreePaneProps) {
  const openPage = useStore((state) => state.openPage);
  const openPerson = useStore((state) => state.openPerson);
  const tellFailure = useStore((state) => state.tellFailure);
  const [shown, setShown] = useState<ShownActions | null>(null);
  const acts = useMemo(
    (): TreeActs => ({
      open: async (row, what) => {
        const failure = await organisation.getState().open(row, what);
        if (failure !== null) tellFailure(failure);
      },
      select: (row) => {
        const { windows, activate } = organisation.getState();
        const id = personOf(rowAt(windows, row));
        // The visit before is left with the one who was active there.
        if (id !== null) openPage({ ...page, id });
        activate(row, true);
      },
      openPage: openPerson,
      showActions: (row, at) => {
        const isSomebody = personOf(rowAt(organisation.getState().windows, row)) !== null;
        if (isSomebody) setShown({ row, at });
      },
    }),
    [page, openPage, openPerson, tellFailure],
  );
  const close = useCallback(() => setShown(null), []);
  return (
    <section className={classes.tree} aria-label="Tree">
      <Tree scroller={scroller} acts={acts} />
      <CutRows />
      <RowActions shown={shown} acts={acts} tree={scroller} onClose={close} />
      <ActiveNote page={page} />
    </section>
  );
}

/** A page has room for so many rows. */
function CutRows() {
  const total = useOrganisation((state) => state.shown?.total ?? 0);
  const limit = useRowLimit(rowHeight);
  if (total <= limit) return null;
  return (
    <p className={classes.cut} role="status">
      {cutRowsWords(total, limit)}
    </p>
  );
}
