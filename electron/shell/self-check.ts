/**
 * `--self-check`, for a person who has packed the app: it is started as a person starts it, opens the demo directory in its window,
 * finds somebody there, prints one line and quits. It uses a folder of its own and no keychain, reads nothing that anybody
 * stored, and asks no server but the demo directory's.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, BrowserWindow } from 'electron';
import { z } from 'zod';
import type { Clock } from '../clock.ts';

export const selfCheckSwitch = 'self-check';

/** In how long it has to be through. */
const withinMs = 60_000;

/**
 * Moves the app to a folder that is removed when it ends. Called before anything is read or made there. Where there can be none,
 * it says so and ends the app: nobody would see the box of an error where a package is checked.
 */
export function moveToOwnFolder(app: Pick<App, 'setPath' | 'exit'>): boolean {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'rolodesk-self-check-'));
    app.setPath('userData', folder);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
    return true;
  } catch (error) {
    console.log(failedBecause(error));
    app.exit(1);
    return false;
  }
}

function failedBecause(error: unknown): string {
  return `self-check failed: ${error instanceof Error ? error.message : String(error)}`;
}

/** As a person does it: the button, the person who is shown then, and the search for them. */
const inPage = `(async () => {
  const until = async (look) => {
    for (;;) {
      const found = look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const door = await until(() =>
    [...document.querySelectorAll('button')].find((one) => one.textContent.includes('Look around the demo directory')),
  );
  door.click();
  await until(() => document.querySelector('[role=tabpanel]'));
  const { textContent: name } = document.querySelector('h1');
  const { value } = await rolodesk.call('people.find', { text: name, status: null, limit: 1 });
  return { name, found: value.found[0]?.card.name ?? null, known: value.known };
})()`;
const Seen = z.object({ name: z.string().min(1), found: z.string().nullable(), known: z.number() });

/** Resolves to the line to print and the code to end with. Never rejects. */
export async function selfCheck(
  window: BrowserWindow,
  clock: Pick<Clock, 'sleep'>,
): Promise<{ readonly line: string; readonly code: number }> {
  const limit = clock.sleep(withinMs).then(() => {
    throw new Error(`not through after ${withinMs / 1000} seconds`);
  });
  // The other side of the race may end first.
  limit.catch(() => undefined);
  try {
    const contents = window.webContents;
    if (contents.getURL() === '' || contents.isLoading()) {
      await Promise.race([new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve())), limit]);
    }
    const { name, found, known } = Seen.parse(await Promise.race([contents.executeJavaScript(inPage), limit]));
    if (found !== name) throw new Error(`${name} is shown and ${found ?? 'nobody'} is found`);
    return { line: `self-check passed: ${name} was found among ${known} people`, code: 0 };
  } catch (error) {
    return { line: failedBecause(error), code: 1 };
  }
}
