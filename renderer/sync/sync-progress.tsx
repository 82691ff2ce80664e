/**
 * The sync in the rail's box: how far it is, and pause, resume and stop. It is as high in every state, so that nothing
 * jumps when it begins or ends; and the buttons stay the same elements, so that none takes the focus away with it.
 */
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconRefresh,
  IconRotateClockwise,
} from '@tabler/icons-react';
import { useRef } from 'react';
import type { SyncState, SyncStatus } from '../../contract/sync.ts';
import { useStore } from '../store/use-store.ts';
import { useNow } from '../time/now.ts';
import { fullTime } from '../time/relative-time.ts';
import { useSecondsUntil } from '../time/seconds-until.ts';
import { count } from '../words/locale.ts';
import { beginWords, pauseWords, stopWords } from '../words/sync-words.ts';
import { syncLines } from './sync-lines.ts';
import classes from './sync-progress.module.css';

const canPause: { readonly [S in SyncStatus]: boolean } = {
  never: false,
  running: true,
  waiting: true,
  paused: false,
  stopped: false,
  done: false,
};
const canStop: { readonly [S in SyncStatus]: boolean } = { ...canPause, paused: true };

export function SyncProgress() {
  const sync = useStore((state) => state.sync);
  return (
    <fieldset className={classes.sync} aria-label="Sync">
      {sync !== null && <Shown sync={sync} />}
    </fieldset>
  );
}

function Shown({ sync }: { readonly sync: SyncState }) {
  const now = useNow();
  const { status, failed } = sync;
  const secondsUntil = useSecondsUntil(status === 'waiting' ? sync.lookAgainAt : null);
  const { head, detail, part } = syncLines(sync, now, secondsUntil);
  const syncedAt = status === 'done' ? sync.completedAt : null;
  return (
    <>
      <div className={classes.first}>
        <span className={classes.head} title={syncedAt === null ? head : `Synced ${fullTime(syncedAt)}`}>
          {head}
        </span>
        <SyncButtons status={status} />
      </div>
      <div
        className={classes.bar}
        data-status={status}
        role="progressbar"
        aria-label="Progress of the sync"
        aria-valuenow={Math.round(part * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={head}
      >
        <span style={{ transform: `scaleX(${part})` }} />
      </div>
      <div className={classes.second}>
        <span className={classes.detail} title={detail}>
          {detail}
        </span>
        {failed > 0 && status !== 'waiting' && (
          <span className={classes.failed} title={`${count(failed)} could not be fetched: see Problems`}>
            <IconAlertTriangle size={13} stroke={1.9} aria-hidden="true" />
            {count(failed)} failed
          </span>
        )}
      </div>
    </>
  );
}

function SyncButtons({ status }: { readonly status: SyncStatus }) {
  const begin = useStore((state) => state.beginSync);
  const pause = useStore((state) => state.pauseSync);
  const stop = useStore((state) => state.stopSync);
  const go = useRef<HTMLButtonElement>(null);
  const goes = canPause[status];
  const goWords = goes ? pauseWords : beginWords[status];
  const GoIcon = goes ? IconPlayerPause : status === 'done' ? IconRefresh : IconPlayerPlay;
  return (
    <span className={classes.buttons}>
      {status === 'waiting' && (
        <Tooltip label={beginWords.waiting}>
          <ActionIcon size={24} aria-label={`${beginWords.waiting}: sync`} onClick={() => void begin()}>
            <IconRotateClockwise size={15} stroke={1.8} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={goWords}>
        <ActionIcon ref={go} size={24} aria-label={goWords} onClick={() => void (goes ? pause() : begin())}>
          <GoIcon size={15} stroke={1.8} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      {canStop[status] && (
        <Tooltip label={stopWords}>
          <ActionIcon
            size={24}
            aria-label={stopWords}
            onClick={() => {
              go.current?.focus();
              void stop();
            }}
          >
            <IconPlayerStop size={15} stroke={1.8} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}
