/** Keeps the search's index true to the people: checked after an unclean end, and made anew where the check fails. */
import type { DatabaseSync } from 'node:sqlite';
import type { Outcome } from '../../contract/failures.ts';
import { createIndexHealth, type IndexState } from '../search/index-health.ts';
import type { Look, Write } from './guarded-work.ts';
import type { Reader } from './reader.ts';
import { createStoredSearchText } from './stored-search-text.ts';
import type { Tables } from './tables.ts';

export type IndexCareNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Tables;
  readonly look: Look;
  readonly write: Write;
  readonly reader: Reader;
};

export type IndexCare = ReturnType<typeof createIndexCare>;

export function createIndexCare({ database, tables, look, write, reader }: IndexCareNeeds) {
  const { index, handles } = tables;
  const health = createIndexHealth({ database, index, searchTextOf: createStoredSearchText(tables, reader) });
  return {
    /** Reads the whole index, and empties it where it is not what it should be; `rebuildIndex` then fills it. */
    checkIndex: (): Outcome<IndexState> =>
      look('index.check', () => {
        const state = health.check();
        if (state === 'mismatched' || state === 'damaged') health.beginRebuild();
        return state;
      }),
    /** Brings the index into one piece, at most so many pages at once; false once it is. See search/index-health.ts. */
    settleIndex: (pages: number): Outcome<boolean> => look('index.settle', () => health.settle(pages)),
    /** Indexes the next people of a rebuilding, at most `limit`; 0 once everybody is in it, and where none was begun. */
    rebuildIndex: (limit: number): Outcome<number> => look('index.rebuild', () => health.rebuild(limit)),
    /** Notes what people can be reached by who were stored before that was noted, at most `limit`; 0 once it is of everybody. */
    fillHandles: (limit: number): Outcome<number> => write('index.fillHandles', () => handles.fill(limit)),
  };
}
