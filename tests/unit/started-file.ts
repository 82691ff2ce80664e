/** The files that unit tests start by the dozen, as threads and processes of their own. */

/** Each with its source; `build-started-files.ts` builds them before the tests run. */
export const startedFiles = {
  'ask-until-killed': 'tests/unit/check/ask-until-killed.ts',
  'directory-thread': 'electron/directory-thread.ts',
  'set-aside-until-killed': 'tests/unit/problems/set-aside-until-killed.ts',
  'sync-until-killed': 'tests/unit/sync/sync-until-killed.ts',
  'write-until-killed': 'tests/unit/storage/write-until-killed.ts',
} as const;

/** The built file. The path is the same seen from here and from a built file. */
export function startedFile(name: keyof typeof startedFiles): URL {
  return new URL(`../../out/unit/${name}.js`, import.meta.url);
}
