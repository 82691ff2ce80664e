/** Every error of the file system that a person who saves something can do something about, as the contract's failure. */
import type { Failure } from '../../contract/failures.ts';

type Trouble = Extract<Failure, { kind: 'not-saved' }>['trouble'];

const troubleOf: Readonly<Record<string, Trouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
};

/** Null for what is no such error. */
export function saveFailure(error: unknown): Failure | null {
  const trouble = error instanceof Error && 'code' in error ? troubleOf[String(error.code)] : undefined;
  return trouble === undefined ? null : { kind: 'not-saved', trouble };
}
