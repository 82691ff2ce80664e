/**
 * What changes the local copy. Each is one transaction; what has been answered `ok` to is in the file: the process may be
 * killed the next moment. All of it is plain data in and plain data out, since it is done in a thread of its own.
 *
 * Writes fail with `database` (full, read-only, cannot-open), or with `unexpected`.
 */
import type { Outcome } from '../../contract/failures.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { Label } from '../../contract/person.ts';
import type { PictureTrouble } from '../../contract/picture.ts';
import type { LabelKind } from '../../contract/table.ts';
import type { Clock } from '../clock.ts';
import type { LabelNames } from '../reading/user-reply.ts';
import type { Change } from './change.ts';
import { eachAlone } from './each-alone.ts';
import type { Write } from './guarded-work.ts';
import type { Reader } from './reader.ts';
import type { Recordable, Recorded } from './recorded.ts';
import { createRecording } from './recording.ts';
import type { Tables } from './tables.ts';

export type DirectoryWrites = {
  /** Stores replies, all of them or none, and says what each was to the store, in any order. */
  readonly recordUsers: (replies: readonly Recordable[]) => Outcome<readonly Recorded[]>;
  /** The server answered 404 at this time. The person, where known, stays. Returns what that changed of them. */
  readonly recordNotFound: (id: UserId, at: number, isServerTime?: boolean) => Outcome<Change | null>;
  readonly recordOpened: (id: UserId, at: number) => Outcome<null>;
  /** Replaces the names that the server gives of teams and roles. */
  readonly setLabels: (labels: LabelNames) => Outcome<null>;
  /** Gives a team or role a name on this computer, or takes it away, and says what it is called now. */
  readonly nameLabel: (kind: LabelKind, id: string, name: string | null) => Outcome<Label>;
  /** The picture of a URL was fetched just now; null: there is none to be had, and `why`. */
  readonly recordPicture: (
    url: string,
    sha256: Sha256 | null,
    why?: PictureTrouble | null,
    at?: number,
  ) => Outcome<null>;
  /** These pictures are not kept any more: whatever address gave one may be asked again. */
  readonly forgetPictures: (pictures: readonly Sha256[]) => Outcome<null>;
  /** Reads at most `limit` stored replies anew that another version of the reader had read. */
  readonly rereadOutdated: (limit: number) => Outcome<readonly Recorded[]>;
};

export type WritesNeeds = {
  readonly tables: Tables;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly write: Write;
};

export function createWrites({ tables, reader, clock, write }: WritesNeeds): DirectoryWrites {
  const { ids, remembered } = tables;
  const recording = createRecording(tables, reader);
  return {
    recordUsers: (replies) => write('store.recordUsers', () => recording.record(replies)),
    recordNotFound: (id, at, isServerTime = false) =>
      write('store.recordNotFound', () => recording.notFound(id, { receivedAt: at, isServerTime })),
    recordOpened: (id, at) =>
      write('store.recordOpened', () => {
        remembered.open(ids.give(id), at);
        return null;
      }),
    setLabels: (labels) =>
      write('store.setLabels', () => {
        remembered.replaceLabels(labels);
        return null;
      }),
    nameLabel: (kind, id, name) =>
      write('store.nameLabel', () => {
        remembered.nameLabel(kind, id, name);
        return remembered.label(kind, id);
      }),
    recordPicture: (url, sha256, why = null, at = clock.now()) =>
      write('store.recordPicture', () => {
        remembered.putPicture(url, sha256, at, why);
        return null;
      }),
    forgetPictures: (pictures) =>
      write('store.forgetPictures', () => {
        remembered.forgetPictures(pictures);
        return null;
      }),
    rereadOutdated: (limit) => {
      const event = 'store.rereadOutdated';
      const together = write(event, () => recording.reread(recording.outdated(limit)));
      if (together.ok || together.failure.kind !== 'unexpected') return together;
      const alone = eachAlone(write, event, recording.outdated(limit), (key) => recording.reread([key]));
      if (!alone.ok) return alone;
      const { done, left } = alone.value;
      return write(event, () => {
        for (const { one } of left) recording.giveUpReading(one);
        return done;
      });
    },
  };
}
