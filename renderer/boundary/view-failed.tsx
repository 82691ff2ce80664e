/** Stands where something failed while it was drawn: what happened, and what can be done. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { PagePart } from '../../contract/shown-page.ts';
import { Banner } from '../failure/banner.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { useStore } from '../store/use-store.ts';
import { pageFailure, reportText } from './page-failure.ts';
import classes from './view-failed.module.css';

type ViewFailedProps = {
  readonly part: Exclude<PagePart, 'work'>;
  readonly title: string;
  readonly error: unknown;
  readonly onReload: () => void;
};

export function ViewFailed({ part, title, error, onReload }: ViewFailedProps) {
  const logFailure = useStore((state) => state.logFailure);
  const copy = useStore((state) => state.copy);
  const about = useStore((state) => state.about);
  const [at] = useState(() => new Date());
  const [failure] = useState(() => pageFailure(part, error, location.origin));
  const [reference, setReference] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    void logFailure(failure).then((logged) => {
      if (!isGone) setReference(logged);
    });
    return () => {
      isGone = true;
    };
  }, [failure, logFailure]);

  // It is no page of its own, and needs no heading.
  const isWithin = part === 'search' || part === 'messages';
  const banner = (
    <Banner
      tone="bad"
      title={isWithin ? title : `Something failed in Rolodesk (${failure.error})`}
      action={
        <>
          <Button
            variant="default"
            onClick={() => void copy(reportText(failure, { reference, about, at }), 'the report')}
          >
            Copy report
          </Button>
          <Button variant="default" onClick={onReload}>
            Reload
          </Button>
        </>
      }
    >
      {part === 'frame'
        ? 'Nothing that is stored has been changed.'
        : 'Nothing that is stored has been changed, and everything else still works.'}
      {reference !== null && ` The log names it under ${reference}.`}
    </Banner>
  );
  if (isWithin) return banner;
  return (
    <div className={classes.page}>
      <PageHead title={title} note={null} />
      {banner}
    </div>
  );
}
