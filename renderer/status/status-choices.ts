/** The statuses that a filter offers, each with how many people it would show. Pure. */
import { statusWords } from '../../contract/status-words.ts';
import type { Status } from '../../contract/user.ts';

export type StatusCounts = Partial<Record<Status, number>>;

export type StatusChoice = {
  /** Null: any. */
  readonly status: Status | null;
  readonly word: string;
  /** Null: not known yet. */
  readonly people: number | null;
};

const order: readonly (Status | null)[] = [null, 'active', 'inactive', 'deleted', 'not-found', 'unknown'];
/** Most directories have nobody of these: offered only where there is somebody, or where they are chosen. */
const rare: readonly (Status | null)[] = ['not-found', 'unknown'];

/** `all`: everybody, where that is more than the counts add up to. `isKept`: whether one is offered even with nobody of it. */
export function statusChoices(
  counts: StatusCounts | null,
  chosen: Status | null,
  all = sum(counts),
  isKept: (status: Status | null) => boolean = () => false,
): StatusChoice[] {
  return order.flatMap((status) => {
    const people = counts === null ? null : status === null ? all : (counts[status] ?? 0);
    if (rare.includes(status) && !people && chosen !== status && !isKept(status)) return [];
    return [{ status, word: status === null ? 'All' : statusWords[status], people }];
  });
}

function sum(counts: StatusCounts | null): number {
  return Object.values(counts ?? {}).reduce((total, number) => total + number, 0);
}
