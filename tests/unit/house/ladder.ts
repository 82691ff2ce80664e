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

/** The folder of a path, or the file itself where it stands beside the folders. */
const roomOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);

/** What a source imports of the others: for its types, when it runs, or once it is shown. */
function importsOf({ path, text }: Source): string[] {
  const named = text.matchAll(/(?:\bfrom |\bimport |\bimport\()'(\.{1,2}\/[^']+)'/g);
  return [...named].map(([, name = '']) =>
    normalize(join(dirname(path), name))
      .split(sep)
      .join('/'),
  );
}

/** Of each room on the ladder, the others that it imports from, in the ladder's order. */
export function importsOfRooms(sources: readonly Source[], ladder: readonly string[]): Map<string, string[]> {
  const found = new Map(ladder.map((room) => [room, new Set<string>()]));
  for (const source of sources) for (const path of importsOf(source)) found.get(roomOf(source.path))?.add(roomOf(path));
  return new Map(ladder.map((room) => [room, ladder.filter((other) => other !== room && found.get(room)?.has(other))]));
}

/**
 * Imports that go up the ladder, each as "folder/file imports folder/file"; and folders that have no place on it, and
 * places that neither a folder nor a file beside the folders has. A file beside them that is not named stands above all.
 */
export function wrongSteps(sources: readonly Source[], ladder: readonly string[]): string[] {
  const rooms = new Set(sources.map(({ path }) => roomOf(path)));
  const folders = new Set(sources.filter(({ path }) => path.includes('/')).map(({ path }) => roomOf(path)));
  const place = (room: string) => ladder.indexOf(room);
  return [
    ...[...folders].filter((folder) => !ladder.includes(folder)).map((folder) => `${folder} has no place`),
    ...ladder.filter((room) => !rooms.has(room)).map((room) => `${room} is no folder`),
    ...sources.flatMap((source) => {
      const inside = importsOf(source).filter((path) => !path.startsWith('..'));
      const from = roomOf(source.path);
      const wrong = inside.filter((path) => roomOf(path) !== from && place(roomOf(path)) < place(from));
      return wrong.map((path) => `${source.path} imports ${path}`);
    }),
  ];
}
