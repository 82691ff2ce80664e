/**
 * Writes what the main process has to write, in the directory's thread, and keeps what is read here true: whoever waits
 * for a write finds it in the next read.
 */
import type { Outcome } from '../../contract/failures.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { InBackground } from '../background.ts';
import { type Clock, receivedNow } from '../clock.ts';
import type { Grown } from './growth.ts';
import type { DirectoryReads } from './reads.ts';
import type { Recordable, Recorded } from './recording.ts';
import type { Ask } from './thread/work.ts';

export type Recorder = {
  readonly users: (replies: readonly Recordable[]) => Promise<Outcome<readonly Recorded[]>>;
  /** The server has just said that there is no such user. */
  readonly notFound: (id: UserId) => Promise<Outcome<null>>;
  /** Somebody's page was opened. Nobody waits for this to be written. */
  readonly opened: (id: UserId) => void;
  /** People opened last, newest first, those of this moment among them. */
  readonly recent: (limit: number) => PersonCard[];
  readonly picture: (url: string, sha256: Sha256 | null) => Promise<Outcome<null>>;
  readonly forgetPictures: (pictures: readonly Sha256[]) => Promise<Outcome<null>>;
  /** Told of what the thread read anew by itself. */
  readonly recorded: (recorded: readonly Recorded[]) => void;
  /** Told of what the sync had the thread record. */
  readonly grown: (grown: Grown) => void;
};

export type RecorderNeeds = {
  readonly store: DirectoryReads;
  readonly ask: Ask;
  readonly clock: Clock;
  readonly inBackground: InBackground;
  /** Told when people were stored, or are not found any more; `named`: somebody may have been named who was not before. */
  readonly stored: (named: boolean) => void;
};

export function createRecorder({ store, ask, clock, inBackground, stored }: RecorderNeeds): Recorder {
  /** Opened in this run, the last one last: the file may be a moment behind. */
  const opened = new Set<UserId>();

  const recorded = (some: readonly Recorded[]) => {
    store.recorded(some);
    stored(some.some(({ claims }) => claims === 'changed'));
  };

  return {
    users: async (replies) => {
      const outcome = await ask('recordUsers', [replies]);
      if (outcome.ok) recorded(outcome.value);
      return outcome;
    },
    notFound: async (id) => {
      const { receivedAt, isServerTime } = receivedNow(clock);
      const outcome = await ask('recordNotFound', [id, receivedAt, isServerTime]);
      if (!outcome.ok) return outcome;
      store.missed([id]);
      stored(false);
      return outcome;
    },
    opened: (id) => {
      opened.delete(id);
      opened.add(id);
      inBackground('record opened', () => ask('recordOpened', [id, clock.now()]));
    },
    recent: (limit) => {
      const now = store.cards([...opened].reverse());
      const before = store.recent(limit).filter(({ id }) => !now.has(id));
      return [...now.values(), ...before].slice(0, limit);
    },
    picture: (url, sha256) => ask('recordPicture', [url, sha256, clock.now()]),
    forgetPictures: (pictures) => ask('forgetPictures', [pictures]),
    recorded,
    grown: (grown) => {
      recorded(grown.recorded);
      store.missed(grown.missed.filter(({ failure }) => failure.kind === 'not-found').map(({ id }) => id));
    },
  };
}
