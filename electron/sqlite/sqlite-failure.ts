/** Every error of SQLite, as the one of the contract's failures that tells a person what to do. */
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { storeFailure, storeFailureOf } from '../disk/errors.ts';
import { writeTrouble } from '../disk/write-trouble.ts';
import type { Log } from '../log.ts';

type Trouble = Extract<Failure, { kind: 'database' }>['trouble'];

export type AttemptNeeds = { readonly log: Log; readonly folder: string };

// Primary result codes, https://www.sqlite.org/rescode.html; the extended ones hold them in their lowest byte.
const troubleOfCode: Readonly<Record<number, Trouble>> = {
  3: 'read-only', // PERM
  5: 'locked', // BUSY
  8: 'read-only', // READONLY
  10: 'cannot-open', // IOERR
  11: 'cannot-open', // CORRUPT
  13: 'full', // FULL
  14: 'cannot-open', // CANTOPEN
  26: 'cannot-open', // NOTADB
};

function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

/** Whether the file itself is bad: SQLITE_CORRUPT or SQLITE_NOTADB. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === 11 || code === 26;
}

/** Whether a statement names what is not there, or a table that cannot be set up: SQLITE_ERROR. */
export function isWrongSchema(error: unknown): boolean {
  return resultCode(error) === 1;
}

/** A page and what belongs to it fit in so much. */
const probeBytes = 65_536;

/**
 * SQLite knows of a full disk only where the system says so of one kind of write, and in one way: a quota that is used up, or a
 * disk that became read-only, is an error of input or output to it, or a file that cannot be opened. So the disk is asked.
 */
function troubleOf(code: number, folder: string): Trouble | undefined {
  const trouble = troubleOfCode[code];
  if (code !== 10 && code !== 14) return trouble;
  return storeFailureOf(writeTrouble(folder, probeBytes)).trouble;
}

/**
 * Failures of opening: what is not recognised is `cannot-open`, since a file that opens in no way known is just that. `folder`:
 * the one that the database lies in.
 */
export function openingFailure(error: unknown, folder: string): Outcome<never> {
  const code = resultCode(error);
  return failed(
    code === null ? storeFailure(error) : { kind: 'database', trouble: troubleOf(code, folder) ?? 'cannot-open' },
  );
}

/**
 * Runs a write. A failure of SQLite that the contract names is returned; anything else is a defect, logged and returned.
 * `folder`: the one that the database lies in.
 */
export function attempt<T>({ log, folder }: AttemptNeeds, event: string, write: () => T): Outcome<T> {
  try {
    return succeeded(write());
  } catch (error) {
    const code = resultCode(error);
    const trouble = code === null ? undefined : troubleOf(code, folder);
    if (trouble !== undefined) {
      log.info(event, { trouble, code });
      return failed({ kind: 'database', trouble });
    }
    return failed({ kind: 'unexpected', reference: log.defect(event, error) });
  }
}
