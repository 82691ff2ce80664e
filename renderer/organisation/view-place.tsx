/** The right half: where the chart of the active person stands. */

import { Button } from '@mantine/core';
import type { Page } from '../../contract/shown-page.ts';
import { Empty } from '../layout/empty.tsx';
import { shortId } from '../name/short-id.ts';
import { useStore } from '../store/use-store.ts';
import classes from './organisation.module.css';
import { useOrganisation } from './use-organisation.ts';

export function ViewPlace({ page }: { readonly page: Extract<Page, { view: 'organisation' }> }) {
  const missing = useOrganisation((state) => state.missing);
  const totals = useOrganisation((state) => state.totals);
  const openPerson = useStore((state) => state.openPerson);
  return (
    <section
      className={classes.view}
      aria-label={page.form === 'chart' ? 'Chart of the organisation' : 'Map of the organisation'}
    >
      {missing !== null && (
        <Empty
          title="Not in the organisation"
          action={
            <Button variant="default" onClick={() => openPerson(missing)}>
              Open their page
            </Button>
          }
        >
          Nobody lists <bdi title={missing}>{shortId(missing)}</bdi>, and nothing is stored of them.
        </Empty>
      )}
      {missing === null && totals !== null && totals.layers <= 1 ? (
        totals.people === 1 ? (
          <Empty title="One person is known">
            Others come as they are fetched: those they list, and those who list them.
          </Empty>
        ) : (
          <Empty title="Nobody lists anybody yet">
            Who reports to whom follows from the direct reports that a person’s record lists. No record has any so far.
          </Empty>
        )
      ) : (
        missing === null && <Empty title="There is no chart yet">This version shows the organisation as a tree.</Empty>
      )}
    </section>
  );
}
