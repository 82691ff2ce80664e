/**
 * `npm start [link]`: sees to what the app needs, builds it when the sources have changed, and starts it: in Electron where its
 * binary is or can be had, else in the development host. Without a display it takes the tour instead.
 */
import { build, isBuilt } from './built.ts';
import { root, run } from './run-tool.ts';
import { obtainRuntime, runtimeArguments, runtimeNeed } from './runtime.ts';
import { hasDisplay, needs, provide } from './system.ts';

const args = process.argv.slice(2);

process.exitCode = await start();

async function start(): Promise<number> {
  const runtime = await obtainRuntime();
  console.log(
    runtime.kind === 'electron'
      ? 'Rolodesk runs in Electron.'
      : "Rolodesk runs in its development host (Node and Chromium): Electron's binary is not here and cannot be downloaded. See devhost/README.md.",
  );
  if (!hasDisplay()) {
    console.log(
      'There is no display here. With a virtual one: `xvfb-run -a npm start`. Taking the tour instead (`npm run tour`).',
    );
    return run(process.execPath, ['scripts/tour.ts']);
  }
  if (!(await provide([runtimeNeed(runtime), needs.keychain, needs.fonts]))) return 1;
  if (!isBuilt()) {
    console.log('Building …');
    const code = await build();
    if (code !== 0) return code;
  }
  return run(runtime.executable, [...runtimeArguments(runtime), root, ...args]);
}
