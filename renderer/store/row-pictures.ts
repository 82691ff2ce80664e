/** Asks for the pictures of rows that stay on screen for a moment, and for none any more of those that were scrolled past. */
import { mostSeen } from '../../contract/bounds.ts';
import type { Call } from '../../contract/calls.ts';
import type { UserId } from '../../contract/ids.ts';
import { type InView, rowAt } from './row-windows.ts';
import type { SliceOf } from './slice.ts';

export type RowPicturesSlice = {
  /** Places of the table that are on screen, both included; null: the table is left. */
  readonly rowsOnScreen: (inView: InView | null) => void;
};

/** A row that flies by is seen for less. */
const stayMs = 250;

export function createRowPicturesSlice(call: Call): SliceOf<RowPicturesSlice> {
  return (_set, get) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: readonly UserId[] = [];
    let askedIn: InView | null = null;

    const ask = (ids: readonly UserId[]) => {
      const isSame = ids.length === asked.length && ids.every((id, nth) => id === asked[nth]);
      asked = ids;
      if (!isSame) void call('people.rowsSeen', { ids: [...ids] });
    };
    const lacking = ({ first, last }: InView): UserId[] => {
      const { table, pictures } = get();
      return Array.from({ length: last - first + 1 }, (_, nth) => rowAt(table.windows, first + nth))
        .flatMap((row) => (row === undefined || row.picture !== null || pictures.has(row.id) ? [] : [row.id]))
        .slice(0, mostSeen);
    };

    return {
      rowsOnScreen: (inView) => {
        clearTimeout(timer);
        const isLeft =
          inView === null || (askedIn !== null && (inView.first > askedIn.last || inView.last < askedIn.first));
        if (isLeft) {
          askedIn = null;
          ask([]);
        }
        if (inView === null) return;
        timer = setTimeout(() => {
          askedIn = inView;
          ask(lacking(inView));
        }, stayMs);
      },
    };
  };
}
