/** What a screen reader is told of the sync, unasked: that it began, waits, was paused, ended. Never every percent. Pure. */
import type { SyncState } from '../../contract/sync.ts';
import { count } from '../words/locale.ts';
import { pausedWords, syncStatusWords, syncTaskWords } from '../words/sync-words.ts';
import { reached } from './reached.ts';

/** `said`: the state that was told of last. Null where there is nothing worth interrupting for. */
export function announcement(said: SyncState, state: SyncState): string | null {
  if (state.status === said.status) return null;
  // What keeps people fresh by itself is nobody's concern.
  if (state.status === 'running' && state.task === 'refreshing') return null;
  // A server that is down is tried again and again: that it waits is said once, until it gets somewhere.
  if (state.status === 'running' && said.status === 'waiting' && state.fetched === said.fetched) return null;
  return sayings[state.status](state);
}

const sayings: { readonly [S in SyncState['status']]: (state: SyncState) => string } = {
  never: () => `${syncStatusWords.never}.`,
  running: ({ task }) => `Sync: ${syncTaskWords[task]}.`,
  waiting: () => 'The sync waits for the server and goes on by itself.',
  paused: (state) =>
    state.why === null ? `The sync is paused at ${reached(state)}.` : `${pausedWords(state.why, '').title}.`,
  stopped: (state) => `The sync is stopped at ${reached(state)}.`,
  done: (state) =>
    `The sync is done: ${reached(state)} people${state.failed > 0 ? `, ${count(state.failed)} failed` : ''}.`,
};
