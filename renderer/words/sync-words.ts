/**
 * The words of the sync. Keyed by their unions through mapped types, as in `failure-words.ts`:
 * a new status does not build until it has words.
 */
import type { Failure } from '../../contract/failures.ts';
import { goesOnByItself } from '../../contract/pauses.ts';
import type { SyncState, SyncStatus } from '../../contract/sync.ts';
import { type FailureWords, failureWords } from './failure-words.ts';

export const syncStatusWords: { readonly [S in SyncStatus]: string } = {
  never: 'Not synced yet',
  running: 'Syncing',
  waiting: 'Waiting for the server',
  paused: 'Paused',
  stopped: 'Stopped',
  done: 'Up to date',
};

export const syncTaskWords: { readonly [T in SyncState['task']]: string } = {
  listing: 'Reading the list',
  walking: 'Fetching people',
  refreshing: 'Refreshing',
};

/** What `sync.begin` does in each status, as a button says it. */
export const beginWords: { readonly [S in SyncStatus]: string } = {
  never: 'Sync now',
  running: 'Sync now',
  waiting: 'Try now',
  paused: 'Resume sync',
  stopped: 'Resume sync',
  done: 'Sync now',
};

export const pauseWords = 'Pause sync';
export const stopWords = 'Stop sync';
export const addPeopleWords = 'Add people…';

/** A refusal that is about one person pauses nothing. */
const refusesEverybody: FailureWords = {
  title: 'The server refuses everybody with this token',
  detail:
    'It may have been revoked, or lost its permissions. Give another token, or ask your administrator for access.',
  actions: ['renew-token'],
};

/** Why the sync is paused, what is kept, and what to do. `reached`: how far it is, such as "812 of 1,200". */
export function pausedWords(why: Failure, reached: string): FailureWords {
  const { title, detail, actions } = why.kind === 'forbidden' ? refusesEverybody : failureWords(why);
  return {
    title: `The sync is paused: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    detail: goesOnByItself(why)
      ? `${detail} It goes on by itself then, at ${reached}.`
      : `${detail} Nothing is lost: it goes on where it is, at ${reached}.`,
    ...(actions !== undefined && { actions }),
  };
}

export const listTroubleTitle = 'The server’s list of everybody could not be used';

/** Why the list was left, and what happens instead. */
export function listTroubleWords(trouble: Failure): string {
  const why =
    trouble.kind === 'too-large'
      ? `It is larger than ${Math.round(trouble.limitBytes / 1024 / 1024).toLocaleString('en-GB')} MiB, or has an entry that is.`
      : 'It is not whole.';
  return `${why} The people who came of it are kept; the others are fetched one by one, which takes longer. It is tried again tomorrow.`;
}
