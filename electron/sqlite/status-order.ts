/** Statuses as numbers: the codes that stand for them in the file, and the order in which people are shown. */
import type { RecordStatus, Status } from '../../contract/user.ts';

/** Codes are in every file and in its index: a new status comes last, and none is ever given another number. */
const coded = ['active', 'unknown', 'inactive', 'deleted', 'not-found'] as const satisfies readonly Status[];

/** Who is there stands before who is gone, and what is certain stands outermost. */
const inOrder = ['active', 'unknown', 'inactive', 'not-found', 'deleted'] as const satisfies readonly Status[];

const ranks = coded.map((status) => inOrder.indexOf(status));

export function statusToNumber(status: Status): number {
  return coded.indexOf(status);
}

export function statusFromNumber(stored: number): Status {
  return coded[stored] ?? 'unknown';
}

/** The same of what a record says, which is never that its person is not found. */
export function recordStatusFromNumber(stored: number): RecordStatus {
  const status = statusFromNumber(stored);
  return status === 'not-found' ? 'unknown' : status;
}

/** The place of a code in the order: 0 is shown first. */
export function statusRank(stored: number): number {
  return ranks[stored] ?? coded.length;
}

/** The same in SQL, of a column that holds codes. */
export function statusRankOf(column: string): string {
  return `CASE ${column} ${ranks.map((rank, code) => `WHEN ${code} THEN ${rank}`).join(' ')} END`;
}

export function nobodyOfAny(): Record<Status, number> {
  return { active: 0, inactive: 0, deleted: 0, 'not-found': 0, unknown: 0 };
}
