/** What a person set on this computer: one small file, each part of it read and written by whom it concerns. */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { diskTrouble } from '../disk/errors.ts';
import { parseJsonFile } from '../disk/json-file.ts';
import { readOwnFile, replaceOwnFile } from '../disk/own-file.ts';

export type Settings = {
  /** What was put under a name, as it was read from the file; undefined where nothing was. */
  readonly get: (name: string) => unknown;
  /** It counts for this run in any case. Fails with `not-kept` where it cannot be written; what stood there before is kept. */
  readonly put: (name: string, value: unknown) => Outcome<null>;
};

/** A file that cannot be read counts as not there. */
export function createSettings(file: string): Settings {
  let settings = read(file);
  return {
    get: (name) => settings[name],
    put: (name, value) => {
      settings = { ...settings, [name]: value };
      try {
        replaceOwnFile(file, JSON.stringify(settings));
        return succeeded(null);
      } catch (error) {
        const trouble = diskTrouble(error);
        if (trouble === null) throw error;
        return failed({ kind: 'not-kept', trouble });
      }
    },
  };
}

function read(file: string): Readonly<Record<string, unknown>> {
  try {
    const settings = parseJsonFile(readOwnFile(file));
    // Nested without end it can be read and never written: nothing set could be kept any more.
    JSON.stringify(settings);
    return typeof settings === 'object' && settings !== null ? { ...settings } : {};
  } catch {
    return {};
  }
}
