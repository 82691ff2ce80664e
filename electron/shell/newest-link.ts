/**
 * Follows links at a bounded pace: the first at once, and of those that come within half a second the newest. Another
 * program could open thousands of links, and each is a request with the token.
 */
import type { UserId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';

const restMs = 500;

export function createNewestLink(tell: (id: UserId) => void, { sleep }: Pick<Clock, 'sleep'>): (id: UserId) => void {
  let isResting = false;
  let newest: UserId | null = null;
  const say = async (first: UserId): Promise<void> => {
    isResting = true;
    for (let next: UserId | null = first; next !== null; next = newest) {
      newest = null;
      tell(next);
      await sleep(restMs);
    }
    isResting = false;
  };
  return (id) => {
    if (isResting) newest = id;
    else void say(id);
  };
}
