/** Somebody who was deleted for good, as the list of all users still has them: the server's own copies of it are old. */
import type { Organisation } from './organisation.ts';

/** An index: a report, with nothing else odd about them, of the first manager below the top; null where there is none. */
export const hardDeletedIn = ({ shape, blemishes, recordOf }: Organisation): number | null => {
  const { first, end } = shape.reportsOf(shape.managerAt(1));
  for (let index = end - 1; index >= first; index -= 1) {
    const { isActive, isDeleted, reportees } = recordOf(index);
    if (blemishes.of(index) === null && isActive && !isDeleted && reportees.length === 0) return index;
  }
  return null;
};
