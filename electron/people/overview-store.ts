/**
 * What the overview's thread does: questions about everybody, which take longer than a moment. It writes nothing, and is
 * apart from the writer, behind whose batches it would wait.
 */
import type { Outcome } from '../../contract/failures.ts';
import { loadVcard } from '../export/load-vcard.ts';
import { type AddedIds, createIdsInText, type IdLines } from '../storage/ids-in-text.ts';
import type { StoreFile } from '../storage/store-file.ts';
import { createStoredUser } from '../storage/stored-user.ts';
import { createWhoseIds } from '../storage/whose-ids.ts';
import type { Answer } from '../thread/thread-messages.ts';
import { createFindKeys } from './find-keys.ts';
import { createFindListed, type FoundListed, type ListAsked } from './find-listed.ts';
import { createPeopleViews, type PeopleViews } from './people-views.ts';

export type OverviewStore = ReturnType<typeof createOverviewStore>;

/** A question to the overview's thread, as it is given on. */
export type OfOverview<N extends keyof OverviewStore> = (
  ...asked: Parameters<OverviewStore[N]>
) => Promise<Answer<OverviewStore, N>>;

export function createOverviewStore(file: StoreFile) {
  const { database, tables, reader, clock, look } = file;
  const whose = createWhoseIds(file);
  const views = createPeopleViews({
    database,
    userOf: createStoredUser(tables, reader),
    readerVersion: reader.version,
    findKeys: createFindKeys({ database, tables, whose }),
    monotonic: clock.monotonic,
    now: clock.now,
    afterOthers: setImmediate,
  });
  const ofViews =
    <N extends keyof PeopleViews>(name: N) =>
    (asked: Parameters<PeopleViews[N]>[0]): Outcome<ReturnType<PeopleViews[N]>> =>
      // The name decides both types; the compiler cannot follow the pairing.
      look(`table.${name}`, () => (views[name] as (given: typeof asked) => ReturnType<PeopleViews[N]>)(asked));
  const beginWriting = ofViews('beginWriting');
  const listed = createFindListed({ database, tables, whose });
  const idsInText = createIdsInText(tables, whose);
  return {
    /** Who is meant by a list of ids, addresses and numbers; null where the text is none. */
    findListed: (asked: ListAsked): Outcome<FoundListed | null> => look('search.listed', () => listed.find(asked)),
    /** What adding the ids of a text to those that the sync begins from would do. */
    countIdsIn: (text: string): Outcome<AddedIds> =>
      look('growth.countIdsIn', () => {
        const { ids, odd, added } = idsInText(text);
        return { found: ids.length, added, odd };
      }),
    /** Which those are. The writer, which a sync waits for, is not kept by reading the text. */
    idsIn: (text: string): Outcome<IdLines> =>
      look('growth.idsIn', () => {
        const { ids, odd } = idsInText(text);
        return { found: ids.length, lines: ids.join('\n'), odd };
      }),
    window: ofViews('window'),
    labels: ofViews('labels'),
    headcount: ofViews('headcount'),
    countBelow: ofViews('countBelow'),
    select: ofViews('select'),
    typed: ofViews('typed'),
    beginWriting: async (asked: Parameters<typeof beginWriting>[0]) => {
      if (asked.format.as === 'vcard') await loadVcard();
      return beginWriting(asked);
    },
    writePart: ofViews('writePart'),
    endWriting: ofViews('endWriting'),
  };
}
