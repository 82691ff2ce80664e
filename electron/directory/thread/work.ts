/**
 * What the directory's thread does: everything that writes to the local copy, and questions that take longer than a
 * moment. One table, from which the main process's side is derived; see directory-thread.ts. Plain data
 * in, and an `Outcome` of plain data out.
 */
import { type Outcome, succeeded } from '../../../contract/failures.ts';
import type { Clock } from '../../clock.ts';
import { createGrowth } from '../growth.ts';
import { createProblems } from '../problems.ts';
import { currentReader, type Reader } from '../reader.ts';
import { createFindListed, type FoundListed, type ListAsked } from '../search/find-listed.ts';
import type { DirectoryStore } from '../store.ts';
import { createFindKeys } from '../table/find-keys.ts';
import { createPeopleViews, type PeopleViews } from '../table/people-views.ts';

export type ThreadWork = ReturnType<typeof createThreadWork>;
export type WorkName = keyof ThreadWork;
export type WorkInput<N extends WorkName> = Parameters<ThreadWork[N]>;
export type WorkOutput<N extends WorkName> = ReturnType<ThreadWork[N]>;

/** Asks for a piece of the work; never rejects. `transfer`: buffers that are handed over, and gone on this side. */
export type Ask = <N extends WorkName>(
  name: N,
  input: WorkInput<N>,
  transfer?: readonly ArrayBuffer[],
) => Promise<WorkOutput<N>>;

export type ThreadWorkNeeds = { readonly store: DirectoryStore; readonly clock: Clock; readonly reader?: Reader };

export function createThreadWork({ store, clock, reader = currentReader }: ThreadWorkNeeds) {
  const { tables, write, look } = store;
  // Made when first asked for: the thread that writes never is.
  let made: PeopleViews | null = null;
  const views = (): PeopleViews => {
    made ??= createPeopleViews({
      database: store.database,
      userOf: store.storedUser,
      findKeys: createFindKeys(store),
      monotonic: clock.monotonic,
      afterOthers: setImmediate,
    });
    return made;
  };
  const ofViews =
    <N extends keyof PeopleViews>(name: N) =>
    (asked: Parameters<PeopleViews[N]>[0]): Outcome<ReturnType<PeopleViews[N]>> =>
      // The name decides both types; the compiler cannot follow the pairing.
      look(`table.${name}`, () => (views()[name] as (given: typeof asked) => ReturnType<PeopleViews[N]>)(asked));
  const listed = createFindListed(store);
  return {
    /** Who is meant by a list of ids, addresses and numbers; null where the text is none. */
    findListed: (asked: ListAsked): Outcome<FoundListed | null> => look('search.listed', () => listed.find(asked)),
    recordUsers: store.recordUsers,
    recordNotFound: store.recordNotFound,
    recordOpened: store.recordOpened,
    setLabels: store.setLabels,
    nameLabel: store.nameLabel,
    recordPicture: store.recordPicture,
    forgetPictures: store.forgetPictures,
    rereadOutdated: store.rereadOutdated,
    ...createGrowth({ tables, reader, write, look, whose: store.whose }),
    problems: createProblems(store),
    checkIndex: store.checkIndex,
    rebuildIndex: store.rebuildIndex,
    settleIndex: store.settleIndex,
    window: ofViews('window'),
    labels: ofViews('labels'),
    select: ofViews('select'),
    beginWriting: ofViews('beginWriting'),
    writePart: ofViews('writePart'),
    endWriting: ofViews('endWriting'),
    /** Says whether the file was sound as far as it was seen. Nothing may be asked for afterwards. */
    close: (): Outcome<boolean> => {
      store.close();
      return succeeded(store.isSound());
    },
  };
}
