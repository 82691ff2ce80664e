/** Says that a moment of the past is shown, for as long as it is, and leads back to now. */
import { VisuallyHidden } from '@mantine/core';
import { onlyListedWords } from '../../contract/people-count.ts';
import type { Page } from '../../contract/shown-page.ts';
import { useStore } from '../store/use-store.ts';
import { longDay } from '../time/relative-time.ts';
import { count } from '../words/locale.ts';
import classes from './as-of.module.css';
import { pageAsOf } from './page-as-of.ts';
import { useOrganisation } from './use-organisation.ts';

export function MomentLine({ page }: { readonly page: Extract<Page, { view: 'organisation' }> }) {
  const openPage = useStore((state) => state.openPage);
  const asOf = page.asOf ?? null;
  const unknown = useOrganisation(({ totals, shownAsOf }) => (shownAsOf === asOf ? (totals?.notFetched ?? 0) : 0));
  const words = asOf === null ? null : `As it was on ${longDay(asOf)}`;
  return (
    <>
      <VisuallyHidden role="status">{words ?? ''}</VisuallyHidden>
      {words !== null && (
        <p className={classes.line}>
          <strong>{words}</strong>
          {unknown > 0 && <span>· {unknownWords(unknown)}</span>}
          <span aria-hidden="true">·</span>
          <button type="button" className={classes.back} onClick={() => openPage(pageAsOf(page, null))}>
            Back to now
          </button>
        </p>
      )}
    </>
  );
}

/** Who was listed, and had not been fetched. */
export function unknownWords(people: number): string {
  return `${count(people)} ${people === 1 ? 'was' : 'were'} ${onlyListedWords}: nothing was known of them yet`;
}
