/** What is kept in memory of the local copy follows what is stored, whatever connection to the file stored it. */
import type { News } from '../storage/news.ts';
import type { DirectoryReads } from '../storage/reads.ts';

/** To be called before anybody else subscribes to `stored`: whoever acts on it reads what is so by then. */
export function followNews(store: Pick<DirectoryReads, 'recorded' | 'missed'>, news: Pick<News, 'on'>): void {
  news.on('stored', ({ recorded, missed }) => {
    store.recorded(recorded);
    store.missed(missed.filter(({ failure }) => failure.kind === 'not-found').map(({ id }) => id));
  });
}
