/** Folders as a ladder: each may import from those further down, so that none come round to each other. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

export type Source = { readonly path: string; readonly text: string };

/** The sources below a folder, with paths from there and `/` between their parts. */
export function sourcesOf(folder: string): Source[] {
  const paths = globSync('**/*.{ts,tsx,css}', { cwd: folder }).filter((path) => !path.endsWith('.d.ts'));
  return paths.map((path) => ({
    path: path.split(sep).join('/'),
    text: readFileSync(join(folder, path), 'utf8'),
  }));
}

/** The folder of a path; empty for a file that stands beside the folders, which is above all of them. */
const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '');

/** What a source imports of the others: for its types, when it runs, or once it is shown. */
function importsOf({ path, text }: Source): string[] {
  const named = text.matchAll(/(?:\bfrom |\bimport |\bimport\()'(\.{1,2}\/[^']+)'/g);
  return [...named].map(([, name = '']) =>
    normalize(join(dirname(path), name))
      .split(sep)
      .join('/'),
  );
}

/**
 * Imports that go up the ladder, each as "folder/file imports folder/file"; and folders that have no place on it, and
 * places that no folder has.
 */
export function wrongSteps(sources: readonly Source[], ladder: readonly string[]): string[] {
  const folders = new Set(sources.map(({ path }) => folderOf(path)).filter((folder) => folder !== ''));
  const place = (folder: string) => (folder === '' ? -1 : ladder.indexOf(folder));
  return [
    ...[...folders].filter((folder) => !ladder.includes(folder)).map((folder) => `${folder} has no place`),
    ...ladder.filter((folder) => !folders.has(folder)).map((folder) => `${folder} is no folder`),
    ...sources.flatMap((source) => {
      const inside = importsOf(source).filter((path) => !path.startsWith('..'));
      const from = folderOf(source.path);
      const wrong = inside.filter((path) => folderOf(path) !== from && place(folderOf(path)) <= place(from));
      return wrong.map((path) => `${source.path} imports ${path}`);
    }),
  ];
}
