/** What a person set on this computer: one small file, each part of it read and written by whom it concerns. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type Settings = {
  /** What was put under a name, as it was read from the file; undefined where nothing was. */
  readonly get: (name: string) => unknown;
  readonly put: (name: string, value: unknown) => void;
};

/** A file that cannot be read counts as not there. */
export function createSettings(file: string): Settings {
  let settings = read(file);
  return {
    get: (name) => settings[name],
    put: (name, value) => {
      settings = { ...settings, [name]: value };
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

function read(file: string): Readonly<Record<string, unknown>> {
  try {
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof settings === 'object' && settings !== null ? { ...settings } : {};
  } catch {
    return {};
  }
}
