/** Who is selected: people, not places, so that they stay selected wherever they go. */
import type { SelectAsked } from '../../../contract/table.ts';
import type { PersonKey } from '../person-ids.ts';
import type { Order } from './order.ts';
import { keyIn } from './rows.ts';

export function createSelection() {
  const selected = new Set<PersonKey>();
  let changes = 0;
  let counted: { readonly order: Order; readonly changes: number; readonly count: number } | null = null;

  return {
    has: (key: PersonKey): boolean => selected.has(key),
    /** Selects or unselects those at the places `[from, to)` of an order. */
    change: (order: Order, { anew, changes: wanted }: Pick<SelectAsked, 'anew' | 'changes'>): void => {
      changes += 1;
      if (anew) selected.clear();
      for (const { from, to, selected: on } of wanted) {
        for (const packed of order.subarray(from, to)) {
          if (on) selected.add(keyIn(packed));
          else selected.delete(keyIn(packed));
        }
      }
    },
    /** How many of an order are selected. */
    countIn: (order: Order): number => {
      if (counted?.order === order && counted.changes === changes) return counted.count;
      let count = 0;
      if (selected.size > 0) for (const packed of order) if (selected.has(keyIn(packed))) count += 1;
      counted = { order, changes, count };
      return count;
    },
    within: (order: Order): Order => order.filter((packed) => selected.has(keyIn(packed))),
  };
}
