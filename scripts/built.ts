/** Keeps `out/` in step with the sources: builds only when what it was built from has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, runTool } from './run-tool.ts';

const sources = [
  'contract',
  'demo',
  'electron',
  'renderer',
  'scripts/at-build.ts',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.base.json',
];
const results = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];
/** A fingerprint of the sources, and not their times: a checkout of an older state is newer on disk. */
const markFile = join(root, 'out', 'built-from');

export function isBuilt(): boolean {
  return (
    existsSync(markFile) &&
    results.every((file) => existsSync(join(root, file))) &&
    readFileSync(markFile, 'utf8') === fingerprint()
  );
}

/** Builds whether or not it is needed. Returns the build's exit code. */
export async function build(): Promise<number> {
  const before = fingerprint();
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn']);
  if (code === 0) writeFileSync(markFile, before);
  return code;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  const absolute = join(root, path);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
