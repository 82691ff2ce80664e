/** The threads of an open directory: what may be asked of each, and what each begins with. */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import { createCheckStore } from '../check/check-store.ts';
import { systemClock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createKeptMap } from '../organisation/kept-map.ts';
import { createOrganisationStore, type OrganisationKept } from '../organisation/organisation-store.ts';
import { createOverviewStore, type OverviewStore } from '../people/overview-store.ts';
import { createProblemsStore, type ProblemsStore } from '../problems/problems-store.ts';
import { joinStoreFile, type StoreFile } from '../storage/store-file.ts';
import { createWriteStore } from '../storage/write-store.ts';
import type { Work, Worked } from '../thread/thread-messages.ts';
import { beginEvidenceWork, type EvidenceThreadStart } from './evidence-thread.ts';
import { beginPastedWork, type PastedThreadStart } from './pasted-thread.ts';

export type DirectoryThreadStart = {
  readonly part: 'writer' | 'overview' | 'organisation' | 'check';
  /** Path of the database, opened and sound. */
  readonly file: string;
  /** The origin that people are fetched from. */
  readonly server: string;
  /** What an earlier thread of this part gave to keep. */
  readonly kept?: OrganisationKept | null;
  /** The number of its first snapshot: none that an earlier thread gave, which the page may still name. */
  readonly firstSnapshot?: number;
};

/** Whatever looks at everybody. */
export type OverviewWork = OverviewStore & ProblemsStore;

const createOverviewWork = (store: StoreFile): OverviewWork => ({
  ...createOverviewStore(store),
  ...createProblemsStore(store),
});

/** `end`: called before the file is closed. */
type Begun = { readonly work: Work; readonly end?: () => void };

const workOf: {
  readonly [P in DirectoryThreadStart['part']]: (file: StoreFile, start: DirectoryThreadStart) => Begun;
} = {
  writer: (store) => ({ work: createWriteStore(store) }),
  overview: (store) => ({ work: createOverviewWork(store) }),
  check: (store) => ({ work: createCheckStore(store) }),
  organisation: (store, { kept, firstSnapshot, file }) => {
    const keptMap = createKeptMap(file);
    return { work: createOrganisationStore(store, { kept, firstSnapshot, keptMap }), end: keptMap.write };
  },
};

/** Opens the file once more, but for what needs none. Throws SQLite's errors. */
export function beginDirectoryWork(
  start: DirectoryThreadStart | PastedThreadStart | EvidenceThreadStart,
  log: Log,
): Worked<Work> {
  if (start.part === 'pasted') return beginPastedWork();
  if (start.part === 'evidence') return beginEvidenceWork();
  const { part, file, server } = start;
  const store = joinStoreFile({ file, server, clock: systemClock, log });
  const { work, end } = workOf[part](store, start);
  return {
    work,
    close: (): Outcome<boolean> => {
      end?.();
      store.close();
      return succeeded(store.isSound());
    },
  };
}
