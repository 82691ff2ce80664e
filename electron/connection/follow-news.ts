/** What is kept in memory of the local copy follows what is stored, whatever connection to the file stored it. */
import type { News } from '../storage/news.ts';
import type { DirectoryReads } from '../storage/reads.ts';

/** Call this before anything else subscribes to `stored`: what acts on it then reads the new state. */
export function followNews(store: Pick<DirectoryReads, 'recorded' | 'missed'>, news: Pick<News, 'on'>): void {
  news.on('stored', ({ recorded, missed }) => {
    store.recorded(recorded);
    store.missed(missed.filter(({ failure }) => failure.kind === 'not-found').map(({ id }) => id));
  });
}
