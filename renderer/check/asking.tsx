/** How far the server has been asked, how fast and how long still, why it waits; and pause and stop. */
import { Button } from '@mantine/core';
import type { CheckAsking } from '../../contract/check-overview.ts';
import type { Failure } from '../../contract/failures.ts';
import { useStore } from '../store/use-store.ts';
import { spanWords } from '../time/relative-time.ts';
import { failureWords } from '../words/failure-words.ts';
import { count } from '../words/locale.ts';
import classes from './check-shown.module.css';
import { checks } from './use-check.ts';

export function Asking({ asking }: { readonly asking: CheckAsking }) {
  const tellFailure = useStore((state) => state.tellFailure);
  const act = (name: 'check.pause' | 'check.goOn' | 'check.stop') =>
    void checks
      .getState()
      .act(name)
      .then((failure: Failure | null) => failure !== null && tellFailure(failure));
  const words = askingWords(asking);
  const isPaused = asking.status === 'paused';
  return (
    <span className={classes.going}>
      <progress aria-label="Asking the server" value={asking.asked} max={asking.total} />
      <span
        className={classes.askingWords}
        title={asking.why === null ? words : `${words}. ${failureWords(asking.why).detail}`}
      >
        {words}
      </span>
      <Button variant="subtle" onClick={() => act(isPaused ? 'check.goOn' : 'check.pause')}>
        {isPaused ? 'Go on' : 'Pause'}
      </Button>
      <Button variant="subtle" onClick={() => act('check.stop')}>
        Stop
      </Button>
    </span>
  );
}

/** "120 of 300 asked · 25 a second · 8 s left"; "120 of 300 asked · waits: the server cannot be reached". */
export function askingWords({ status, why, asked, total, ratePerSecond, secondsLeft }: CheckAsking): string {
  const parts = [`${count(asked)} of ${count(total)} asked`];
  if (status === 'paused') parts.push('paused');
  if (why !== null) {
    const { title } = failureWords(why);
    parts.push(`${status === 'waiting' ? 'waits: ' : ''}${title.charAt(0).toLowerCase()}${title.slice(1)}`);
  } else if (status === 'waiting') parts.push('waits for its turn');
  if (status === 'running' && ratePerSecond !== null) parts.push(`${count(Math.round(ratePerSecond))} a second`);
  if (status === 'running' && secondsLeft !== null) parts.push(`${spanWords(secondsLeft)} left`);
  return parts.join(' · ');
}
