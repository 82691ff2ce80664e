/** Where `npm run package` puts an app for each platform, and the file that starts it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-tool.ts';

const places = [
  ['linux-unpacked/rolodesk', ''],
  ['linux-arm64-unpacked/rolodesk', ''],
  ['mac/Rolodesk.app', 'Contents/MacOS/Rolodesk'],
  ['mac-arm64/Rolodesk.app', 'Contents/MacOS/Rolodesk'],
  ['win-unpacked/Rolodesk.exe', ''],
] as const;

/** Those that are there. */
export function packedApps(): readonly { readonly app: string; readonly executable: string }[] {
  return places
    .map(([app, executable]) => ({ app: join(root, 'dist', app), executable: join(root, 'dist', app, executable) }))
    .filter(({ executable }) => existsSync(executable));
}
