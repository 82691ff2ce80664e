/** Every error of SQLite, as the one of the contract's failures that tells a person what to do. */
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { storeFailure } from '../disk/errors.ts';
import type { Log } from '../log.ts';

type Trouble = Extract<Failure, { kind: 'database' }>['trouble'];

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

/** Failures of opening: what is not recognised is `cannot-open`, since a file that opens in no way known is just that. */
export function openingFailure(error: unknown): Outcome<never> {
  const code = resultCode(error);
  return failed(
    code === null ? storeFailure(error) : { kind: 'database', trouble: troubleOfCode[code] ?? 'cannot-open' },
  );
}

/** Runs a write. A failure of SQLite that the contract names is returned; anything else is a defect, logged and returned. */
export function attempt<T>(log: Log, event: string, write: () => T): Outcome<T> {
  try {
    return succeeded(write());
  } catch (error) {
    const code = resultCode(error);
    const trouble = code === null ? undefined : troubleOfCode[code];
    if (trouble !== undefined) {
      log.info(event, { trouble, code });
      return failed({ kind: 'database', trouble });
    }
    return failed({ kind: 'unexpected', reference: log.defect(event, error) });
  }
}
