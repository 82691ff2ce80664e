/**
 * A copy of the built app into which an attacker has got a script: it is listed among the app's own files and loaded by
 * its page, so the page's policy applies to it as to any script there. (What a test evaluates in a page may do more.)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyBuild } from './copied-build.ts';
import { installAttacks } from './safety-attacks.ts';

/** Which wall is taken away, so that what stands behind it has to hold alone. */
export type Breach = 'none' | 'no-policy' | 'no-trusted-types';

export function hostileBuild(folder: string, breach: Breach = 'none'): string {
  copyBuild(folder);
  const page = join(folder, 'out/renderer');
  writeFileSync(join(page, 'attack.js'), `(${installAttacks.toString()})();\n`);
  rewrite(join(page, 'index.html'), '<head>', '<head><script src="/attack.js"></script>');
  rewrite(join(page, 'files.json'), '[', '["attack.js",');
  const main = join(folder, 'out/main/main.js');
  if (breach === 'no-policy') rewrite(main, 'Content-Security-Policy', 'X-No-Policy');
  if (breach === 'no-trusted-types') rewrite(main, /["']require-trusted-types-for 'script'["'],?/, '');
  return folder;
}

function rewrite(file: string, before: string | RegExp, after: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${file} holds no ${before}`);
  writeFileSync(file, changed);
}
