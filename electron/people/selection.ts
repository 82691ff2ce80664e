/** Who is selected: people, not places, so that they stay selected wherever they go. */
import type { SelectAsked } from '../../contract/table.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Order } from './order.ts';
import { keyIn } from './rows.ts';

export function createSelection() {
  const selected = new Set<PersonKey>();
  let changes = 0;
  /** Whom the range that is being selected has added: they are let go again where it shrinks. */
  let ranged: { readonly range: number; readonly added: readonly PersonKey[] } | null = null;
  let counted: { readonly order: Order; readonly changes: number; readonly count: number } | null = null;

  /** How many of an order are selected. */
  const countIn = (order: Order): number => {
    if (counted?.order === order && counted.changes === changes) return counted.count;
    let count = 0;
    if (selected.size > 0) for (const packed of order) if (selected.has(keyIn(packed))) count += 1;
    counted = { order, changes, count };
    return count;
  };

  return {
    has: (key: PersonKey): boolean => selected.has(key),
    /** Selects or unselects those at the places `[from, to)` of an order. */
    change: (order: Order, { anew, changes: wanted, range }: Omit<SelectAsked, 'snapshot'>): void => {
      changes += 1;
      if (ranged !== null && ranged.range === range) for (const key of ranged.added) selected.delete(key);
      if (anew) selected.clear();
      const added: PersonKey[] = [];
      for (const { from, to, selected: on } of wanted) {
        for (const packed of order.subarray(from, to)) {
          const key = keyIn(packed);
          if (!on) selected.delete(key);
          else if (!selected.has(key)) {
            selected.add(key);
            if (range !== null) added.push(key);
          }
        }
      }
      ranged = range === null ? null : { range, added };
    },
    countIn,
    elsewhere: (order: Order): number => selected.size - countIn(order),
    within: (order: Order): Order => order.filter((packed) => selected.has(keyIn(packed))),
  };
}
