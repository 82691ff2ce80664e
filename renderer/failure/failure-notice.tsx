/** A failure in words: what happened, what was kept, and what can be done about it. Always `role="alert"`. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '../../contract/failures.ts';
import { useStore } from '../store/use-store.ts';
import { actionWords, type FailureAction, type FailureWords, failureWords } from '../words/failure-words.ts';
import { Banner } from './banner.tsx';

type FailureNoticeProps = {
  readonly failure: Failure;
  readonly onRetry?: () => void;
  /** Where the token is typed, if that is here; else its dialog is opened. */
  readonly onEnterToken?: () => void;
  /** What it means where it is shown, where that is not what it means on a page. */
  readonly words?: (failure: Failure) => FailureWords;
  /** What is there all the same, such as the age of the copy shown. */
  readonly children?: ReactNode;
};

export function FailureNotice({ failure, onRetry, onEnterToken, words = failureWords, children }: FailureNoticeProps) {
  const askForToken = useStore((state) => state.askForToken);
  const unlockKeychain = useStore((state) => state.unlockKeychain);
  if (failure.kind === 'cancelled') return null;
  const { title, detail, actions = [] } = words(failure);
  const acts: { readonly [A in FailureAction]: (() => void) | undefined } = {
    retry: onRetry,
    'fetch-named': onRetry,
    'enter-token': onEnterToken ?? (() => askForToken(true)),
    'renew-token': () => askForToken(true),
    'unlock-keychain': () => void unlockKeychain(),
  };
  return (
    <Banner
      tone="bad"
      title={title}
      action={actions.map((action) => {
        const act = acts[action];
        return (
          act !== undefined && (
            <Button key={action} variant="default" onClick={act}>
              {actionWords[action]}
            </Button>
          )
        );
      })}
    >
      {detail} {children}
    </Banner>
  );
}
