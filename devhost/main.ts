/** Hosts the app that the arguments name: reads it in, starts Chromium, says that it is ready, and cleans up after it. */

import inspector from 'node:inspector';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, HostApp } from './app.ts';
import { Browser } from './browser.ts';
import { Chromium, findChromium } from './chromium.ts';
import { chromiumSwitches, readArguments } from './command-line.ts';
import { nameChromeVersion } from './identity.ts';
import { provideElectron } from './module-hooks.ts';
import { createProfileFolder } from './profile-folder.ts';
import { runtime } from './runtime.ts';

let chromium: Chromium | null = null;
let isEnding = false;

function fail(...lines: unknown[]): void {
  for (const line of lines) console.error(line);
  HostApp.endWith(app, () => {});
  end(1);
}

function end(code: number): void {
  if (isEnding) return;
  isEnding = true;
  const closed = chromium?.close() ?? Promise.resolve();
  // What follows a call of app.quit() still runs, as in Electron.
  closed.finally(() => setImmediate(() => process.exit(code)));
}

function listenToProcess(): void {
  process.on('uncaughtException', (error) => {
    // An app that listens itself decides itself. Electron shows a box, and goes on.
    if (process.listenerCount('uncaughtException') > 1) return;
    console.error('A JavaScript error occurred in the main process\nUncaught Exception:', error);
  });
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (++signals === 1) app.quit();
      else end(1);
    });
  }
}

async function startBrowser(): Promise<Browser | null> {
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const executable = findChromium({ hasDisplay });
  if (executable === null) {
    fail('devhost: Chromium is needed and was not found. Please run: apt-get install chromium');
    return null;
  }
  const profile = createProfileFolder(app.getPath('userData'));
  chromium = new Chromium({ executable, profile, hasDisplay, switches: chromiumSwitches() });
  const browser = new Browser(chromium, hasDisplay);
  void chromium.ended.then(({ code, lastWords }) => {
    if (!isEnding) fail(`devhost: Chromium has ended unexpectedly (${code}).`, lastWords);
  });
  nameChromeVersion(await browser.start());
  return browser;
}

async function host(): Promise<void> {
  const { appPath, preloaded, inspectPort, userDataDir, isVersionAsked } = readArguments(process.argv.slice(1));
  if (isVersionAsked) {
    console.log(`v${process.versions.electron}`);
    return;
  }
  if (appPath === null) return fail('devhost: no app was named. Usage: devhost/electron FOLDER_OR_FILE');
  if (inspectPort !== null) inspector.open(inspectPort);
  console.error('devhost: this is the development host (Node and Chromium), not Electron. See devhost/README.md.');
  listenToProcess();
  HostApp.endWith(app, end);
  provideElectron();
  const entry = HostApp.describe(app, appPath);
  if (userDataDir !== null) app.setPath('userData', userDataDir);
  const require = createRequire(join(process.cwd(), 'devhost.cjs'));
  for (const module of preloaded) require(module);

  const reminder = setInterval(() => {
    console.error(
      'devhost: the entry has not been evaluated yet. A top-level await of app.whenReady() never ends, as in Electron.',
    );
  }, 10_000);
  try {
    await import(pathToFileURL(require.resolve(entry)).href);
  } catch (error) {
    return fail('App threw an error during load', error);
  } finally {
    clearInterval(reminder);
  }
  if (isEnding) return;
  // Nothing else may keep the process: it lives until the app quits.
  setInterval(() => {}, 0x7fffffff);
  try {
    runtime.browser = await startBrowser();
  } catch (error) {
    // What ended Chromium is told with its end.
    if (chromium === null) return fail('devhost: Chromium could not be started.', error);
    await chromium.ended;
  }
  if (!isEnding && runtime.browser !== null) HostApp.becomeReady(app);
}

await host();
