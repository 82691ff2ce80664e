/**
 * Says that the server is out of reach, since when, and when it is looked for again. It stands below the page, which
 * it shortens rather than moves; and it is told of once, not with every second that it counts.
 */
import { Button, VisuallyHidden } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import type { Reachability } from '../../contract/account.ts';
import { goesByItself } from '../store/sync.ts';
import { useStore } from '../store/use-store.ts';
import { Age, Since } from '../time/ago.tsx';
import { spanWords } from '../time/relative-time.ts';
import { useSecondsUntil } from '../time/seconds-until.ts';
import { beginWords } from '../words/sync-words.ts';
import classes from './offline-strip.module.css';

const kept = 'Everything known opens and can be searched.';

export function OfflineStrip({ reachability }: { readonly reachability: Reachability }) {
  const isOffline = reachability.state === 'offline';
  return (
    <>
      <VisuallyHidden role="status">{isOffline && `Offline. ${kept}`}</VisuallyHidden>
      {isOffline && <Strip reachability={reachability} />}
    </>
  );
}

function Strip({ reachability }: { readonly reachability: Reachability }) {
  const person = useStore((state) => state.person);
  const lacked = person?.state === 'shown' ? (person.again ?? person.page.trouble) : null;
  const tryNow = useStore((state) => state.tryNow);
  const canTry = useStore((state) => state.person !== null || goesByItself(state.sync));
  const syncLooksAt = useStore((state) => state.sync?.lookAgainAt ?? null);
  const secondsUntil = useSecondsUntil(reachability.lookAgainAt ?? syncLooksAt);
  return (
    <section className={classes.strip} aria-label="Offline">
      <IconCloudOff size={18} stroke={1.8} aria-hidden="true" />
      <span className={classes.stripTitle}>
        Offline since <Since at={reachability.since} />
      </span>
      <span className={classes.stripDetail}>
        {person?.state === 'shown' && lacked?.kind === 'offline' ? (
          <>
            What is shown is the local copy from <Age at={person.page.fetchedAt} />.
          </>
        ) : (
          kept
        )}
      </span>
      {secondsUntil !== null && (
        <span className={classes.stripNext}>
          {secondsUntil === 0 ? 'Looking again in a moment' : `Looking again in ${spanWords(secondsUntil)}`}
        </span>
      )}
      {canTry && (
        <Button variant="default" onClick={tryNow}>
          {beginWords.waiting}
        </Button>
      )}
    </section>
  );
}
