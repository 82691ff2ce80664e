/**
 * Follows links at a bounded pace: the first at once, and of those that come within half a second the newest. Another
 * program could open thousands of links, and each is a request with the token.
 */
import type { Clock } from '../clock.ts';

const restMs = 500;

/** `failed`: hears what `tell` throws. The links that come after it are told all the same. */
export function createNewestLink<Link>(
  tell: (link: Link) => void,
  { sleep }: Pick<Clock, 'sleep'>,
  failed: (error: unknown) => void,
): (link: Link) => void {
  let isResting = false;
  let newest: Link | null = null;
  const say = async (first: Link): Promise<void> => {
    isResting = true;
    for (let next: Link | null = first; next !== null; next = newest) {
      newest = null;
      try {
        tell(next);
      } catch (error) {
        failed(error);
      }
      await sleep(restMs);
    }
    isResting = false;
  };
  return (link) => {
    if (isResting) newest = link;
    else void say(link);
  };
}
