/** The check that is shown follows what is stored, by any part of the app: its rows are answered again, and the page is told of it. */
import type { CheckId } from '../../contract/check.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Announce } from '../announce.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { News } from '../storage/news.ts';
import type { PassingThread } from '../thread/passing-thread.ts';
import type { CheckStore } from './check-store.ts';

export type FollowingNeeds = {
  readonly thread: Pick<PassingThread<CheckStore>, 'ask' | 'isThere'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly news: Pick<News, 'on'>;
  readonly announce: Announce;
  readonly inBackground: InBackground;
  /** Null: none is shown. */
  readonly shown: () => CheckId | null;
  readonly overview: (id: CheckId) => Promise<Outcome<CheckOverview>>;
};

export type Following = {
  /** Something else than its answers is another. */
  readonly went: (id: CheckId) => void;
};

/** What comes close together is answered together. */
const gatherMs = 100;
const tellEveryMs = 1000;

export function createFollowing(needs: FollowingNeeds): Following {
  const { thread, clock, news, announce, inBackground, shown, overview } = needs;
  let changed = new Set<UserId>();
  let isGathering = false;
  let isTelling = false;
  let isAgain = false;

  const tell = async (): Promise<void> => {
    if (isTelling) {
      isAgain = true;
      return;
    }
    isTelling = true;
    do {
      isAgain = false;
      // Another may be shown since.
      const id = shown();
      const now = id !== null && thread.isThere() ? await overview(id) : null;
      if (now?.ok === true && shown() === id) announce('check.changed', now.value);
      await clock.sleep(tellEveryMs);
    } while (isAgain);
    isTelling = false;
  };
  const went = (id: CheckId) => {
    if (shown() === id) inBackground('tell a check', tell);
  };

  const answerAgain = async (): Promise<void> => {
    await clock.sleep(gatherMs);
    isGathering = false;
    const some = [...changed];
    changed = new Set();
    const id = shown();
    if (id === null || !thread.isThere()) return;
    const answered = await thread.ask('changed', [id, some]);
    if (answered.ok && answered.value === true) went(id);
  };
  news.on('stored', ({ recorded, missed }) => {
    if (shown() === null || !thread.isThere()) return;
    for (const { id } of [...recorded, ...missed]) changed.add(id);
    if (isGathering || changed.size === 0) return;
    isGathering = true;
    inBackground('answer a check again', answerAgain);
  });

  news.on('handlesFilled', () => {
    const id = shown();
    if (id === null || !thread.isThere()) return;
    inBackground('answer a check again', async () => {
      await thread.ask('answerAgain', [id]);
      went(id);
    });
  });

  return { went };
}
