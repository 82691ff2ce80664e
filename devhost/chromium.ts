/**
 * The system's Chromium as one process, driven over a pipe: when the host ends, however it ends, the pipe closes and
 * Chromium with it, and the shell around it removes its profile.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { CdpConnection } from './cdp.ts';

/** Chromium without a frame of its own: it starts in a third of the time, and shows nothing on a display. */
const headlessShell = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** `CHROMIUM_PATH`, else the first known name in PATH, else null. */
export function findChromium({ hasDisplay }: { readonly hasDisplay: boolean }): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') return isExecutable(given) ? given : null;
  for (const name of hasDisplay ? names : [headlessShell, ...names]) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs Chromium, then removes the profile, even where the host was killed before. Chromium has a temporary folder of its
 * own, removed as well: it leaves its socket there when it is killed, or when the pipe closes while it quits. The shell
 * says so on a stream that nobody reads any more, and must not end for it.
 */
const keeper = `
trap : PIPE
profile=$1
shift
TMPDIR=$(mktemp -d) && export TMPDIR
"$@"
code=$?
rm -rf -- "$profile" "$TMPDIR"
exit $code
`;

export type ChromiumNeeds = {
  readonly executable: string;
  /** A folder of its own, removed in the end. */
  readonly profile: string;
  /** With a display, windows are app windows on it. */
  readonly hasDisplay: boolean;
  /** Further switches, such as those that the app appended. */
  readonly switches: readonly string[];
};

/** Chromium does not sandbox what root runs, and would say so on top of every window. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];

const disabledFeatures = [
  'Translate',
  'MediaRouter',
  'OptimizationHints',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  // Chromium's own frame as web pages, and a renderer in reserve: each is a process that no window here uses.
  'PreloadTopChromeWebUI',
  'InitialWebUI',
  'WebUIReloadButton',
  'WebUIToolbarWebView',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
].join();

export class Chromium {
  readonly cdp: CdpConnection;
  /** Resolves when the process has ended, with what it said last. */
  readonly ended: Promise<{ readonly code: number | null; readonly lastWords: string }>;
  readonly #process: ChildProcess;
  readonly #needs: ChromiumNeeds;

  constructor(needs: ChromiumNeeds) {
    this.#needs = needs;
    this.#process = spawn(
      '/bin/sh',
      ['-c', keeper, 'chromium', needs.profile, needs.executable, ...this.#arguments()],
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
    );
    const [, , errors, output, input] = this.#process.stdio as unknown as [0, 0, Readable, Writable, Readable];
    this.cdp = new CdpConnection(output, input);
    const lines: string[] = [];
    createInterface({ input: errors }).on('line', (line) => {
      // Playwright waits for this line. The rest is the browser's chatter, kept only for when it dies.
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
      lines.push(line);
      if (lines.length > 20) lines.shift();
    });
    this.ended = new Promise((resolve) => {
      const end = (code: number | null) => resolve({ code, lastWords: lines.join('\n') });
      this.#process.once('exit', end);
      this.#process.once('error', () => end(null));
    });
  }

  /** Opens another app window on the display: a second process hands it to the first and ends. */
  openAppWindow(url: string, { width, height }: { readonly width: number; readonly height: number }): void {
    const { executable, profile } = this.#needs;
    const args = [`--user-data-dir=${profile}`, ...asRoot, `--window-size=${width},${height}`, `--app=${url}`];
    const child = spawn(executable, args, { stdio: 'ignore' });
    child.on('error', (error) => console.error('devhost: no window could be opened:', error));
    child.on('exit', (code) => {
      if (code !== 0) console.error(`devhost: no window could be opened: Chromium ended with ${code}.`);
    });
    child.unref();
  }

  /** Asks the process to end and waits for it, but not for ever: it ends with the host's pipe at the latest. */
  async close(): Promise<void> {
    void this.cdp.root.tell('Browser.close', {});
    await Promise.race([this.ended, sleep(3000, undefined, { ref: false })]);
  }

  #arguments(): string[] {
    const { profile, hasDisplay, switches } = this.#needs;
    return [
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--no-startup-window',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-service-autorun',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-component-extensions-with-background-pages',
      '--disable-default-apps',
      '--disable-extensions',
      '--disable-sync',
      '--disable-breakpad',
      '--disable-infobars',
      '--disable-search-engine-choice-screen',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--disable-dev-shm-usage',
      '--metrics-recording-only',
      '--password-store=basic',
      '--force-color-profile=srgb',
      '--force-device-scale-factor=1',
      `--disable-features=${disabledFeatures}`,
      ...(hasDisplay ? [] : ['--headless', '--font-render-hinting=none']),
      ...asRoot,
      ...switches,
    ];
  }
}
