/** What the process says it is, set before anything else is loaded: Electron's version, and `devhost` beside it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const description = createRequire(import.meta.url).resolve('electron/package.json');
const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };

Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: version, chrome: '', devhost: '1' },
  enumerable: true,
});
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: import.meta.dirname });

// As Electron's: the executable and then the arguments, without a script between them.
process.argv = [join(import.meta.dirname, 'electron'), ...process.argv.slice(2)];

/** Told once Chromium has said it. */
export function nameChromeVersion(chrome: string): void {
  (process.versions as { chrome: string }).chrome = chrome;
}
