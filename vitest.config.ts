import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Each thread that a test starts from TypeScript runs Node's WebAssembly that strips the types. V8 now and then kills a
    // process with many of them while it frees such code (WasmImportWrapperCache::Free, "Check failed", V8 of Node 24).
    execArgv: ['--no-wasm-code-gc'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['tests/unit/remove-temporary-folders.ts'],
    reporters: ['default'],
  },
});
