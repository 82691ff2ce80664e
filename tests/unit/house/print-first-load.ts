/** Builds the page as for the app, and prints what it loads before its first paint: bytes of script, and the modules in it. */
import { build, type Rollup, type UserConfig } from 'vite';
import config from '../../../electron.vite.config.ts';

export type FirstLoad = { readonly bytes: number; readonly modules: readonly string[] };

const { renderer } = config as { renderer: UserConfig };
const built = await build({
  ...renderer,
  configFile: false,
  logLevel: 'silent',
  build: { ...renderer.build, write: false },
});
const { output } = built as Rollup.RollupOutput;
const chunks = new Map(output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])));

const page = output.find(({ fileName }) => fileName === 'index.html');
const html = page?.type === 'asset' ? String(page.source) : '';
const named = Array.from(html.matchAll(/<script [^>]*src="\.?\/([^"]+)"/g), ([, name = '']) => name);

/** The scripts of the page, and all that they import before they run. */
const first = new Set(named.flatMap((name) => chunks.get(name) ?? []));
for (const chunk of first) {
  for (const name of chunk.imports) {
    const imported = chunks.get(name);
    if (imported !== undefined) first.add(imported);
  }
}
const found: FirstLoad = {
  bytes: [...first].reduce((sum, { code }) => sum + Buffer.byteLength(code), 0),
  modules: [...first].flatMap((chunk) => Object.keys(chunk.modules)),
};
console.log(JSON.stringify(found));
