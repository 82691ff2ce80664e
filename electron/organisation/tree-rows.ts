/** The rows of the tree as it is opened: places that can be seen, and behind them the block of those alone. */
import type { Forest } from './forest.ts';
import type { OpenBranches } from './open-branches.ts';

export type TreeRows = {
  readonly total: number;
  /** 0: the block of those alone; null: there is no such row. */
  readonly placeAt: (row: number) => number | null;
  /** Null: it is in a closed branch. */
  readonly rowOf: (place: number) => number | null;
  /** Null: there is no block. */
  readonly blockRow: number | null;
};

/** One walk over what is open; whatever is closed is stepped over. */
export function treeRowsOf(
  { size, direct, leaf, keys }: Pick<Forest, 'size' | 'direct' | 'leaf' | 'keys'>,
  { isOpen, isBlockOpen }: Pick<OpenBranches, 'isOpen' | 'isBlockOpen'>,
): TreeRows {
  const firstAlone = leaf[0] ?? 1;
  const alone = (size[0] ?? 1) - firstAlone;
  const shown = new Int32Array(firstAlone - 1);
  let leading = 0;
  for (let place = 1; place < firstAlone; ) {
    shown[leading] = place;
    leading += 1;
    const isPassed = direct[place] !== 0 && !isOpen(keys[place] ?? 0);
    place += isPassed ? (size[place] ?? 1) : 1;
  }
  const places = shown.slice(0, leading);
  const blockRow = alone === 0 ? null : leading;
  const total = leading + (blockRow === null ? 0 : 1 + (isBlockOpen() ? alone : 0));

  return {
    total,
    blockRow,
    placeAt: (row) => {
      if (row < leading) return places[row] ?? null;
      if (row >= total) return null;
      return row === leading ? 0 : firstAlone + row - leading - 1;
    },
    rowOf: (place) => {
      if (place >= firstAlone) return isBlockOpen() ? leading + 1 + place - firstAlone : null;
      const row = firstNotBefore(places, place);
      return places[row] === place ? row : null;
    },
  };
}

/** Where in growing numbers the first stands that is at least so large. */
function firstNotBefore(numbers: Int32Array, wanted: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}
