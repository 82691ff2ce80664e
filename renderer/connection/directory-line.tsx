/**
 * The one line that says how the open directory is doing, with its button; below it a bar while something runs, and one
 * countdown. It is as high in every state, so that nothing jumps; and the button stays the same element, so that it keeps the focus.
 */
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconKey,
  IconLockOpen,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconRotateClockwise,
  IconUserPlus,
} from '@tabler/icons-react';
import type { OpenConnection } from '../../contract/account.ts';
import type { Store } from '../store/store.ts';
import { store, useStore } from '../store/use-store.ts';
import { useNow } from '../time/now.ts';
import { spanWords } from '../time/relative-time.ts';
import { useSecondsUntil } from '../time/seconds-until.ts';
import { actionWords } from '../words/failure-words.ts';
import { addPeopleWords, beginWords, pauseWords } from '../words/sync-words.ts';
import { giveTokenWords } from '../words/token-words.ts';
import classes from './directory-line.module.css';
import { type DirectoryAct, directoryState } from './directory-state.ts';

type Act = { readonly words: string; readonly Icon: Icon; readonly run: (store: Store) => void };

const acts: { readonly [A in DirectoryAct]: Act } = {
  pause: { words: pauseWords, Icon: IconPlayerPause, run: (store) => void store.pauseSync() },
  resume: { words: beginWords.paused, Icon: IconPlayerPlay, run: (store) => void store.beginSync() },
  sync: { words: beginWords.done, Icon: IconRefresh, run: (store) => void store.beginSync() },
  try: { words: beginWords.waiting, Icon: IconRotateClockwise, run: (store) => store.tryNow() },
  token: { words: giveTokenWords, Icon: IconKey, run: (store) => store.askForToken(true) },
  unlock: { words: actionWords['unlock-keychain'], Icon: IconLockOpen, run: (store) => void store.unlockKeychain() },
  add: { words: addPeopleWords, Icon: IconUserPlus, run: (store) => store.addFromList(true) },
};

export function DirectoryLine({ open }: { readonly open: OpenConnection }) {
  const sync = useStore((state) => state.sync);
  const isKeychainLocked = useStore((state) => state.overview?.keychain.state === 'locked');
  const now = useNow();
  const state = directoryState({ open, isKeychainLocked, sync, now });
  const { line, detail, tone, bar, countdown } = state;
  return (
    <fieldset className={classes.state} aria-label="Sync">
      <div className={classes.first}>
        <span className={classes.line} data-tone={tone} title={detail}>
          {tone === 'held' && <IconAlertTriangle size={13} stroke={1.9} aria-hidden="true" />}
          {line}
        </span>
        {state.act !== null && <ActButton act={acts[state.act]} />}
      </div>
      <div className={classes.second}>
        {bar !== null && (
          <div
            className={classes.bar}
            role="progressbar"
            aria-label="Progress of the sync"
            aria-valuenow={Math.round(bar * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuetext={line}
          >
            <span style={{ transform: `scaleX(${bar})` }} />
          </div>
        )}
        {/* Its place is kept, so that the bar is as long before it is known. */}
        {bar !== null && (
          <span className={classes.left}>{countdown?.of === 'left' && `${spanWords(countdown.seconds)} left`}</span>
        )}
        {countdown?.of === 'again' && <Again at={countdown.at} />}
      </div>
    </fieldset>
  );
}

function ActButton({ act: { words, Icon, run } }: { readonly act: Act }) {
  return (
    <Tooltip label={words}>
      <ActionIcon size={24} aria-label={words} onClick={() => run(store.getState())}>
        <Icon size={15} stroke={1.8} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}

function Again({ at }: { readonly at: number }) {
  const secondsUntil = useSecondsUntil(at) ?? 0;
  return <span>{secondsUntil === 0 ? 'Trying again in a moment' : `Trying again in ${spanWords(secondsUntil)}`}</span>;
}
