/** What TypeScript is told of the page's stylesheets: the classes that each has, so that a misspelt one does not compile. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const head = `// Written by the build from the stylesheets (scripts/stylesheet-types.ts): change those.
// biome-ignore-all lint/style/noDefaultExport: the bundler's own form for CSS modules
`;

/** Plain ones take effect and export nothing. After the others: of those that match a name, the first counts. */
const plain = "declare module '*.css' {}\n";

/** The classes that a stylesheet has rules for, by name. */
export function classNames(css: string): string[] {
  const bare = css.replace(/\/\*.*?\*\//gs, '').replace(/"[^"]*"|'[^']*'/g, '');
  const preludes = bare.split(/(?<=[{};])/).filter((part) => part.endsWith('{') && !part.trimStart().startsWith('@'));
  return [
    ...new Set(preludes.flatMap((part) => [...part.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name))),
  ].sort();
}

/** The declarations for every module below a folder. Throws where two have one name: an import is told apart by that alone. */
export function stylesheetTypes(folder: string): string {
  const paths = globSync('**/*.module.css', { cwd: folder });
  const sheets = paths.map((path) => ({
    name: basename(path),
    classes: classNames(readFileSync(join(folder, path), 'utf8')),
  }));
  sheets.sort((one, other) => (one.name < other.name ? -1 : 1));
  const twice = sheets.find(({ name }, at) => name === sheets[at + 1]?.name);
  if (twice !== undefined) throw new Error(`two stylesheets are called ${twice.name}`);
  const modules = sheets.map(({ name, classes }) => {
    const members = classes.map((one) => `    readonly ${/^\w+$/.test(one) ? one : `'${one}'`}: string;\n`).join('');
    return `declare module '*/${name}' {\n  const classes: {\n${members}  };\n  export default classes;\n}\n`;
  });
  return head + modules.join('') + plain;
}

/** Writes them to `stylesheets.d.ts` of the folder, where they are not so already. */
export function writeStylesheetTypes(folder: string): void {
  const file = join(folder, 'stylesheets.d.ts');
  const types = stylesheetTypes(folder);
  if (readFileSync(file, 'utf8') !== types) writeFileSync(file, types);
}
