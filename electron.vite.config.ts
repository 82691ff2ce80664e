import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { evaluateAtBuild } from './scripts/at-build.ts';
import { writeStylesheetTypes } from './scripts/stylesheet-types.ts';

const root = import.meta.dirname;

/** Writes `files.json`, the list of all that `app://bundle/` may serve; see electron/shell/page-files.ts. */
function listFiles(): Plugin {
  return {
    name: 'list-files',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        this.emitFile({ type: 'asset', fileName: 'files.json', source: JSON.stringify(Object.keys(bundle).sort()) });
      },
    },
  };
}

/** Tells TypeScript which classes the stylesheets have. */
function typeStylesheets(): Plugin {
  return { name: 'type-stylesheets', buildStart: () => writeStylesheetTypes(resolve(root, 'renderer')) };
}

export default defineConfig({
  main: {
    plugins: [evaluateAtBuild()],
    build: {
      outDir: 'out/main',
      // Everything is bundled but the native keychain binding and what the runtime itself provides.
      externalizeDeps: false,
      rollupOptions: {
        // The thread's file is started, not imported, so it is an entry of its own.
        input: {
          main: resolve(root, 'electron/main.ts'),
          'directory-thread': resolve(root, 'electron/directory-thread.ts'),
        },
        external: ['electron', 'keytar', /^node:/],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        external: ['electron'],
        // A sandboxed preload is one CommonJS file that may require nothing but electron.
        output: { format: 'cjs', entryFileNames: '[name].cjs', inlineDynamicImports: true },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), listFiles(), typeStylesheets()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      // A data: URL would need its own place in the CSP.
      assetsInlineLimit: 0,
      // One file: what is loaded later is drawn in the same order of rules, and nothing is styled late.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
