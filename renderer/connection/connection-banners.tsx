/** What a person has to know about the directory as a whole before they trust what they see. */
import { Button } from '@mantine/core';
import type { OpenConnection } from '../../contract/account.ts';
import { Banner } from '../failure/banner.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { PausedBanner } from '../sync/paused-banner.tsx';
import { pausedBy } from '../sync/paused-by.ts';
import { clockOffWords } from '../time/relative-time.ts';
import { actionWords } from '../words/failure-words.ts';
import { listTroubleTitle, listTroubleWords } from '../words/sync-words.ts';
import { tokenStateWords } from '../words/token-words.ts';

export function ConnectionBanners({ open }: { readonly open: OpenConnection }) {
  const unlockKeychain = useStore((state) => state.unlockKeychain);
  const lookAgain = useStore((state) => state.lookAgain);
  const askForToken = useStore((state) => state.askForToken);
  const read = useStore((state) => state.noticesRead);
  const noticeRead = useStore((state) => state.noticeRead);
  const { connection, token, canFetch, reachability, recoveredFromDamage, clockAheadMs } = open;
  const give = (
    <Button variant="default" onClick={() => askForToken(true)}>
      {actionWords['renew-token']}
    </Button>
  );
  const unlock = (
    <Button variant="default" onClick={() => void unlockKeychain()}>
      {actionWords['unlock-keychain']}
    </Button>
  );
  const isShut = useStore((state) => state.overview?.keychain.state === 'locked');
  const dismiss = (what: string) => (
    <Button variant="default" onClick={() => noticeRead(`${connection.id}:${what}`)}>
      Understood
    </Button>
  );
  const unread = (what: string) => !read.includes(`${connection.id}:${what}`);
  const held = useStore((state) => pausedBy(state.sync));
  const listTrouble = useStore((state) => state.sync?.listTrouble ?? null);
  // The token that the sync is paused for is behind a lock, which can be opened: that is what has to be said.
  const isBehindLock = held?.kind === 'token-needed' && (isShut || token === 'locked');
  // The sync that is paused for want of a token says so with more to it: one message, not two.
  const saidBySync = (held?.kind === 'unauthorized' || held?.kind === 'token-needed') && !isBehindLock;

  const isInMemory = token === 'session-only' || token === 'too-long' || token === 'other-server';
  const isRefused = reachability.state === 'unauthorized';

  const banners = [
    recoveredFromDamage && unread('damage') && (
      <Banner key="damage" tone="warn" title="The local copy was damaged" action={dismiss('damage')}>
        It was moved aside, and a new one was begun. People are fetched again by and by.
      </Banner>
    ),
    clockAheadMs !== 0 && unread('clock') && (
      <Banner
        key="clock"
        tone="note"
        title={`This computer’s clock is ${clockOffWords(clockAheadMs)} ${clockAheadMs > 0 ? 'ahead' : 'behind'}`}
        action={dismiss('clock')}
      >
        All times here are by the server’s clock, those stored from now on too.
      </Banner>
    ),
    held !== null && !isBehindLock && <PausedBanner key="sync" />,
    listTrouble !== null && unread('list') && (
      <Banner key="list" tone="note" title={listTroubleTitle} action={dismiss('list')}>
        {listTroubleWords(listTrouble)}
      </Banner>
    ),
    saidBySync ? (
      false
    ) : isRefused ? (
      <FailureNotice key="token" failure={{ kind: 'unauthorized' }} onRetry={() => void lookAgain()} />
    ) : (
      !canFetch &&
      token !== 'asking' && (
        <Banner
          key="token"
          tone="warn"
          title={tokenStateWords[token].short}
          action={
            <>
              {(isShut || token === 'locked') && unlock}
              {give}
            </>
          }
        >
          {tokenStateWords[token].detail}
        </Banner>
      )
    ),
    // Where a token that was refused is kept is of no use to anybody.
    canFetch && isInMemory && !isRefused && connection.kind === 'server' && unread('session') && (
      <Banner
        key="session"
        tone="note"
        title={tokenStateWords[token].short}
        action={
          <>
            {isShut && token === 'session-only' && unlock}
            {dismiss('session')}
          </>
        }
      >
        {tokenStateWords[token].detail}
      </Banner>
    ),
  ].filter((banner) => banner !== false);
  return banners;
}
