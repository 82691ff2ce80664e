/** Somebody who cannot be shown: which id, why, and what to do. */
import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { useSaidByFrame } from '../connection/use-said-by-frame.ts';
import { CopyButton } from '../copy/copy-button.tsx';
import { Banner } from '../failure/banner.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useOpenedFocus } from '../layout/use-opened-focus.ts';
import { useStore } from '../store/use-store.ts';
import { notFetchableWords } from '../words/record-words.ts';
import classes from './person.module.css';
import own from './person-missing.module.css';

export function PersonMissing({ id, failure }: { readonly id: UserId; readonly failure: Failure }) {
  const refresh = useStore((state) => state.refreshPerson);
  const isSaid = useSaidByFrame(failure);
  const openSearch = useStore((state) => state.openSearch);
  const title = failure.kind === 'not-found' ? 'No such user' : 'This user could not be opened';
  const heading = useOpenedFocus(title);
  return (
    <div className={own.missing}>
      <h1 ref={heading} tabIndex={-1} className={classes.name}>
        {title}
      </h1>
      <div className={own.id}>
        <bdi>{id}</bdi>
        <CopyButton text={id} what="the id" />
      </div>
      {isSaid && failure.kind !== 'offline' ? (
        <Banner tone="note" title={notFetchableWords.title}>
          {notFetchableWords.detail}
        </Banner>
      ) : (
        <FailureNotice failure={failure} onRetry={refresh}>
          There is no local copy of this user.
        </FailureNotice>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconSearch size={16} stroke={1.8} aria-hidden="true" />}
          onClick={openSearch}
        >
          Find somebody else
        </Button>
      </div>
    </div>
  );
}
