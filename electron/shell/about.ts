/** What runs here, for the page to say. */
import type { CallOutput } from '../../contract/calls.ts';

export function aboutThisApp(version: string): CallOutput<'app.about'> {
  return {
    version,
    // Set by the development host alone; see devhost/README.md.
    runtime: process.versions.devhost === undefined ? 'electron' : 'development-host',
    platform: process.platform === 'darwin' ? 'macos' : process.platform === 'win32' ? 'windows' : 'linux',
  };
}
