/**
 * A module called `*.at-build.ts` is evaluated by the build, which puts what it exports, as JSON, in its place: so files that
 * the sources read beside themselves need no place beside the built app. In plain Node the module runs like any other.
 */
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

export function evaluateAtBuild(): Plugin {
  return {
    name: 'evaluate-at-build',
    async load(id) {
      if (!id.endsWith('.at-build.ts')) return null;
      const values: Readonly<Record<string, unknown>> = await import(pathToFileURL(id).href);
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
        .join('');
    },
  };
}
