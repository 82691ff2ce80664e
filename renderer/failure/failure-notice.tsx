/** A failure in words: what happened, what was kept, and the one thing to do about it. Always `role="alert"`. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '../../contract/failures.ts';
import { actionWords, failureWords } from '../../contract/words.ts';
import { useStore } from '../store/use-store.ts';
import { Banner } from './banner.tsx';

type FailureNoticeProps = {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  /** What is there all the same, such as the age of the copy shown. */
  readonly children?: ReactNode;
};

export function FailureNotice({ failure, onRetry, children }: FailureNoticeProps) {
  const askForToken = useStore((state) => state.askForToken);
  if (failure.kind === 'cancelled') return null;
  const { title, detail, action } = failureWords(failure);
  const act = action === 'renew-token' ? () => askForToken(true) : action === 'retry' ? onRetry : undefined;
  return (
    <Banner
      tone="bad"
      title={title}
      action={
        act !== undefined &&
        action !== undefined && (
          <Button variant="default" onClick={act}>
            {actionWords[action]}
          </Button>
        )
      }
    >
      {detail} {children}
    </Banner>
  );
}
