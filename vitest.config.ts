import { globSync, readFileSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/** They kill processes, wait for deadlines or write a million people, and together take longer than all the others. */
const slow = [
  'tests/unit/api/faults.test.ts',
  'tests/unit/organisation/saved-in-thread.test.ts',
  'tests/unit/problems/kill.test.ts',
  'tests/unit/storage/kill.test.ts',
  'tests/unit/sync/kill.test.ts',
  'tests/unit/wired/faults.test.ts',
];

/** They change what a whole process shares (clocks, modules, output, environment) and get one of their own. */
const apart = globSync('tests/unit/**/*.test.{ts,tsx}').filter((file) =>
  /\bvi\.(?:mock|hoisted|spyOn|stub\w+|useFakeTimers)\(/.test(readFileSync(file, 'utf8')),
);

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // Each thread that a test starts from TypeScript runs Node's WebAssembly that strips the types. V8 now and then kills a
    // process with many of them while it frees such code (WasmImportWrapperCache::Free, "Check failed", V8 of Node 24).
    execArgv: ['--no-wasm-code-gc'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/unit/build-started-files.ts'],
    setupFiles: ['tests/unit/remove-temporary-folders.ts'],
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...slow, ...apart],
          // One process runs many files: what they test is loaded and compiled once, which is a third of the whole time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: apart,
        },
      },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
});
