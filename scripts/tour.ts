/**
 * `npm run tour`: starts the app on the demo directory and walks every view as a person would, without a display.
 * Prints each step with what it found, and writes the pictures of `docs/tour/`. Fails where a step finds nothing.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { build, isBuilt } from './built.ts';
import { root, run } from './run-tool.ts';
import { chooseRuntime, isSandboxed, type Runtime, runtimeArguments, runtimeNeed } from './runtime.ts';
import { hasDisplay, needs, provide } from './system.ts';
import { tourSteps } from './tour-steps.ts';

const picturesFolder = join(root, 'docs', 'tour');

process.exitCode = await tour();

async function tour(): Promise<number> {
  const runtime = chooseRuntime();
  // Electron cannot do without a display at all; the development host can.
  if (runtime.kind === 'electron' && !hasDisplay()) {
    if (!(await provide([needs.display]))) return 1;
    return run('xvfb-run', ['-a', process.execPath, 'scripts/tour.ts']);
  }
  if (!(await provide([runtimeNeed(runtime), needs.keychain, needs.fonts]))) return 1;
  if (!isBuilt()) {
    console.log('Building …');
    const code = await build();
    if (code !== 0) return code;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-tour-'));
  try {
    return await walk(runtime, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function walk(runtime: Runtime, folder: string): Promise<number> {
  const app = await _electron.launch({
    executablePath: runtime.executable,
    chromiumSandbox: isSandboxed(),
    args: [...runtimeArguments(runtime), `--user-data-dir=${folder}`, root],
    env: tourEnvironment(folder),
    // Playwright would otherwise decide between light and dark, over the app's head.
    colorScheme: null,
  });
  try {
    const page = await app.firstWindow();
    await page.waitForURL(/index\.html/);
    await page.setViewportSize({ width: 1280, height: 800 });
    mkdirSync(picturesFolder, { recursive: true });
    const failures = await walkSteps(page);
    console.log(failures === 0 ? '\nThe tour found everything.' : `\nThe tour missed ${failures} of its stops.`);
    return failures === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

async function walkSteps(page: Page): Promise<number> {
  let failures = 0;
  for (const [index, step] of tourSteps().entries()) {
    const number = String(index + 1).padStart(2, ' ');
    try {
      const found = await step.walk(page);
      console.log(`${number}. ${step.does}: ${found}`);
      if (step.picture !== undefined) await takePicture(page, step.picture);
    } catch (error) {
      failures += 1;
      console.error(`${number}. ${step.does}: NOT FOUND. ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failures;
}

/** Portraits arrive one after another: the picture is taken once two in a row are the same, or after five seconds. */
async function takePicture(page: Page, name: string): Promise<void> {
  const path = join(picturesFolder, `${name}.png`);
  const shot = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
  // A row under the mouse looks chosen.
  await page.mouse.move(0, 0);
  let picture = await shot();
  for (let tries = 0; tries < 12; tries += 1) {
    await page.waitForTimeout(400);
    const next = await shot();
    if (next.equals(picture)) break;
    picture = next;
  }
  writeFileSync(path, picture);
  console.log(`    → ${relative(root, path)}`);
}

/** A tour leaves no trace in the keychain or the folders of whoever takes it. */
function tourEnvironment(folder: string): Record<string, string> {
  const own = { XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, ELECTRON_ENABLE_LOGGING: '' };
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), ...own };
}
