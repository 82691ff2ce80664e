/**
 * Pictures for the rows of the table that are on screen: few at once, so that those of a page that is opened have their
 * turn, and none any more of rows that were scrolled past.
 */
import pLimit from 'p-limit';
import type { UserId } from '../../contract/ids.ts';
import type { InBackground } from '../background.ts';

/** Fewer than are fetched at once for all (`picture/pictures.ts`). */
const atOnce = 2;

export type RowPicturesNeeds = {
  readonly fetchPictures: (ids: readonly UserId[], signal: AbortSignal) => Promise<void>;
  readonly inBackground: InBackground;
};

export type RowPictures = {
  /** These are on screen without a picture, and nobody else. Who is asked for already is not asked for twice. */
  readonly see: (ids: readonly UserId[]) => void;
};

export function createRowPictures({ fetchPictures, inBackground }: RowPicturesNeeds): RowPictures {
  const turn = pLimit(atOnce);
  const wanted = new Map<UserId, AbortController>();

  const fetchInTurn = async (id: UserId, ending: AbortController): Promise<void> => {
    try {
      await turn(async () => {
        if (!ending.signal.aborted) await fetchPictures([id], ending.signal);
      });
    } finally {
      if (wanted.get(id) === ending) wanted.delete(id);
    }
  };

  return {
    see: (ids) => {
      const seen = new Set(ids);
      for (const [id, ending] of wanted) {
        if (seen.has(id)) continue;
        wanted.delete(id);
        ending.abort();
      }
      for (const id of seen) {
        if (wanted.has(id)) continue;
        const ending = new AbortController();
        wanted.set(id, ending);
        inBackground('row picture', () => fetchInTurn(id, ending));
      }
    },
  };
}
