/** What can be done with the directory that is open: its sync, its name and token, and leaving it for another. */

import type { Failure } from '../../contract/failures.ts';
import type { SyncStatus } from '../../contract/sync.ts';
import type { FrameDialog } from '../store/dialogs.ts';
import type { Store } from '../store/store.ts';
import { beginWords, pauseWords, stopWords } from '../words/sync-words.ts';
import { type Action, always } from './action.ts';

const isOneOf =
  (...statuses: readonly SyncStatus[]) =>
  ({ sync }: Store): boolean =>
    sync !== null && statuses.includes(sync.status);

const dialogAction = (dialog: FrameDialog, words: string): Action => ({
  id: dialog,
  words,
  isOffered: always,
  run: ({ showDialog }) => showDialog(dialog),
});

const tellIfFailed = async (state: Store, asked: Promise<Failure | null>): Promise<void> => {
  const failure = await asked;
  if (failure !== null) state.tellFailure(failure);
};

export const connectionActions: readonly Action[] = [
  ...(['never', 'waiting', 'paused', 'stopped', 'done'] as const).map(
    (status): Action => ({
      id: `sync-${status}`,
      words: status === 'waiting' ? `${beginWords.waiting}: sync` : beginWords[status],
      isOffered: isOneOf(status),
      run: ({ beginSync }) => beginSync(),
    }),
  ),
  {
    id: 'sync-pause',
    words: pauseWords,
    isOffered: isOneOf('running', 'waiting'),
    run: ({ pauseSync }) => pauseSync(),
  },
  {
    id: 'sync-stop',
    words: stopWords,
    isOffered: isOneOf('running', 'waiting', 'paused'),
    run: ({ stopSync }) => stopSync(),
  },
  {
    id: 'add-people',
    words: 'Add people from a list',
    isOffered: always,
    run: ({ addFromList }) => addFromList(true),
  },
  dialogAction('budget', 'Keep people fresh'),
  {
    id: 'try-token',
    words: 'Try the token again',
    isOffered: ({ overview }) => overview?.open?.reachability.state === 'unauthorized',
    run: ({ lookAgain }) => lookAgain(),
  },
  {
    id: 'unlock-keychain',
    words: 'Unlock the keychain',
    isOffered: ({ overview }) => overview?.open?.token === 'locked',
    run: (state) => tellIfFailed(state, state.unlockKeychain()),
  },
  {
    id: 'token',
    words: 'Give another token',
    isOffered: ({ overview }) => overview?.open?.connection.kind === 'server',
    run: ({ askForToken }) => askForToken(true),
  },
  dialogAction('rename', 'Rename this directory'),
  {
    id: 'add-another',
    words: 'Connect another directory',
    isOffered: always,
    run: ({ addAnother }) => addAnother(true),
  },
  dialogAction('disconnect', 'Disconnect this directory'),
];

/** One for each other directory that is remembered. */
export function switchActions({ overview }: Store): readonly Action[] {
  return (overview?.remembered ?? [])
    .filter(({ id }) => id !== overview?.open?.connection.id)
    .map(({ id, name }) => ({
      id: `switch-${id}`,
      words: `Switch to ${name}`,
      isOffered: always,
      run: (state) => tellIfFailed(state, state.switchTo(id)),
    }));
}
