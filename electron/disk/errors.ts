/** What the file system's errors mean. The names are Node's and POSIX's; Windows' own come as the same ones. */
import { constants } from 'node:os';
import type { Failure, NotSavedTrouble } from '../../contract/failures.ts';

const troubleOf: Readonly<Record<string, NotSavedTrouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
};

/** A file was written whole, and the one in its place could not be replaced by it: another program has it open, or it is protected. */
export class PlaceHeld extends Error {}

/** A link leads to where there is nothing now, as while its disk is not mounted: what it leads to may be there again. */
export class PlaceAway extends Error {}

/** The name of a system's error, which Node's own (`ERR_…`) are not. */
const systemError = /^E(?!RR_)[A-Z0-9]+$/;

/** Null for what is no error of the file system. */
export function diskTrouble(error: unknown): NotSavedTrouble | null {
  if (error instanceof PlaceHeld) return 'held';
  if (error instanceof PlaceAway) return 'no-folder';
  const code = codeOf(error);
  return systemError.test(code) ? (troubleOf[code] ?? 'failed') : null;
}

/** Whether there is no such file or folder. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** As the failure of what was to be saved in a person's own folder. Null for what is no error of the file system. */
export function saveFailure(error: unknown): Extract<Failure, { kind: 'not-saved' }> | null {
  const trouble = diskTrouble(error);
  return trouble === null ? null : { kind: 'not-saved', trouble };
}

/** As the failure of what is kept in the app's own folder: what is not recognised is `cannot-open`. */
export function storeFailure(error: unknown): Extract<Failure, { kind: 'database' }> {
  if (error instanceof PlaceAway) return { kind: 'database', trouble: 'away' };
  return storeFailureOf(diskTrouble(error));
}

/** The same of what is known to be in the way. */
export function storeFailureOf(trouble: NotSavedTrouble | null): Extract<Failure, { kind: 'database' }> {
  if (trouble === 'full') return { kind: 'database', trouble: 'full' };
  const isReadOnly = trouble === 'not-allowed' || trouble === 'held';
  return { kind: 'database', trouble: isReadOnly ? 'read-only' : 'cannot-open' };
}

/** Whether links lead round to themselves. */
export const isLoop = (error: unknown): boolean => codeOf(error) === 'ELOOP';

/** Whether a file system cannot do at all what was asked of it. */
export const isUnsupported = (error: unknown): boolean => ['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error));

/** What Windows says where another program has a file open, and every system of a file that may not be touched. */
export const isHeld = (error: unknown): boolean => ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));

/** Node has no name for some of the system's errors, a quota's among them: it says "Unknown system error -122", on Windows "UNKNOWN". */
const unnamed = /^unknown\b/i;
const systemNames = new Map(Object.entries(constants.errno).map(([name, number]) => [-number, name]));

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  const code = String(error.code);
  if (!unnamed.test(code)) return code;
  const number = 'errno' in error && typeof error.errno === 'number' ? error.errno : 0;
  return systemNames.get(number) ?? 'EUNKNOWN';
}
