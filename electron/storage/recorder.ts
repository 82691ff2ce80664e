/**
 * Writes what the main process has to write, in the directory's thread. What waits for a write finds it in the next read.
 */
import type { Outcome } from '../../contract/failures.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { PictureTrouble } from '../../contract/picture.ts';
import type { InBackground } from '../background.ts';
import { type Clock, receivedNow } from '../clock.ts';
import type { News, Stored } from './news.ts';
import type { DirectoryReads } from './reads.ts';
import type { Recordable, Recorded } from './recorded.ts';
import type { AskWriter } from './write-store.ts';

export type Recorder = {
  /** `by`: what they were fetched for. */
  readonly users: (replies: readonly Recordable[], by: Stored['by']) => Promise<Outcome<readonly Recorded[]>>;
  /** The server has just said that there is no such user. */
  readonly notFound: (id: UserId, by: Stored['by']) => Promise<Outcome<unknown>>;
  /** Somebody's page was opened. Nobody waits for this to be written. */
  readonly opened: (id: UserId) => void;
  /** People opened last, newest first, those of this moment among them. */
  readonly recent: (limit: number) => PersonCard[];
  readonly picture: (url: string, sha256: Sha256 | null, why: PictureTrouble | null) => Promise<Outcome<null>>;
  readonly forgetPictures: (pictures: readonly Sha256[]) => Promise<Outcome<null>>;
};

/** The local copy as this process has it: what reads it, and what has it written. */
export type LocalPeople = { readonly store: DirectoryReads; readonly recorder: Recorder };

export type RecorderNeeds = {
  readonly store: DirectoryReads;
  readonly ask: AskWriter;
  readonly clock: Clock;
  readonly inBackground: InBackground;
  readonly news: Pick<News, 'tell'>;
};

export function createRecorder({ store, ask, clock, inBackground, news }: RecorderNeeds): Recorder {
  /** Opened in this run, the last one last: the file may be a moment behind. */
  const opened = new Set<UserId>();

  return {
    users: async (replies, by) => {
      const outcome = await ask('recordUsers', [replies]);
      if (outcome.ok) news.tell('stored', { by, recorded: outcome.value, missed: [] });
      return outcome;
    },
    notFound: async (id, by) => {
      const { receivedAt: at, ...how } = receivedNow(clock);
      const outcome = await ask('recordNotFound', [id, at, how.isServerTime]);
      if (!outcome.ok) return outcome;
      const failure = { kind: 'not-found', id } as const;
      const missed = { id, failure, at, ...how, change: outcome.value };
      news.tell('stored', { by, recorded: [], missed: [missed] });
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
    picture: (url, sha256, why) => ask('recordPicture', [url, sha256, why, clock.now()]),
    forgetPictures: (pictures) => ask('forgetPictures', [pictures]),
  };
}
