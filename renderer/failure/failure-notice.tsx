/** A failure in words: what happened, what was kept, and the one thing to do about it. Always `role="alert"`. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '../../contract/failures.ts';
import { actionWords, type FailureAction, type FailureWords, failureWords } from '../../contract/words.ts';
import { useStore } from '../store/use-store.ts';
import { Banner } from './banner.tsx';

type FailureNoticeProps = {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  /** What it means where it is shown, where that is not what it means on a page. */
  readonly words?: (failure: Failure) => FailureWords;
  /** What is there all the same, such as the age of the copy shown. */
  readonly children?: ReactNode;
};

export function FailureNotice({ failure, onRetry, words = failureWords, children }: FailureNoticeProps) {
  const askForToken = useStore((state) => state.askForToken);
  const unlockKeychain = useStore((state) => state.unlockKeychain);
  if (failure.kind === 'cancelled') return null;
  const { title, detail, action } = words(failure);
  const acts: { readonly [A in FailureAction]: (() => void) | undefined } = {
    retry: onRetry,
    'renew-token': () => askForToken(true),
    'unlock-keychain': () => void unlockKeychain(),
  };
  const act = action && acts[action];
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
