/** An error of the file system as the failure of what was to be saved. */
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

/** The name of a system's error, which Node's own (`ERR_…`) are not. */
const systemError = /^E(?!RR_)[A-Z0-9]+$/;

/** Null for what is no such error. */
export function saveFailure(error: unknown): Extract<Failure, { kind: 'not-saved' }> | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return systemError.test(code) ? { kind: 'not-saved', trouble: troubleOf[code] ?? 'failed' } : null;
}
