/** A copy of the built app, of which a test may change or take away files. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Makes the folder where there is none. What the app itself needs is linked, not copied. */
export function copyBuild(folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'out/main'), join(folder, 'out/main'), { recursive: true });
  cpSync(join(root, 'out/preload'), join(folder, 'out/preload'), { recursive: true });
  cpSync(join(root, 'out/renderer'), join(folder, 'out/renderer'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}
