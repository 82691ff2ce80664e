/**
 * Hears of what ends, hangs or is thrown without anybody waiting for it. All of it is logged without what it said. A page whose
 * process is lost, or that could not be loaded, is loaded again where it was, at most twice a minute; after that a person decides.
 */
import type { App, BrowserWindow, MessageBoxOptions } from 'electron';
import type { AppTrouble } from '../../contract/app-trouble.ts';
import type { Clock } from '../clock.ts';
import { type Log, newReference } from '../log.ts';
import { atMost } from './at-most.ts';
import type { PageWindows } from './page-windows.ts';

/** What is used of Node's `process`. */
export type ThrowingProcess = {
  readonly on: (event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void) => unknown;
};

export type CrashesNeeds = {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly process: ThrowingProcess;
  readonly windows: Pick<PageWindows, 'onOpened'>;
  readonly log: Log;
  readonly clock: Clock;
  readonly tell: (trouble: AppTrouble) => void;
  /** Resolves to the number of the button. */
  readonly ask: (window: BrowserWindow, question: MessageBoxOptions) => Promise<number>;
  readonly page: Page;
};

export type Page = {
  /** Loads the window's page again. */
  readonly load: (window: BrowserWindow) => Promise<void>;
  /** The page begins at its start the next time it is loaded. */
  readonly forgetShown: () => void;
};

const minute = 60_000;
/** Chromium's number for a navigation that was given up for another one. */
const aborted = -3;

/** Called before the first window is made. */
export function catchCrashes(needs: CrashesNeeds): void {
  const { app, windows, log } = needs;
  catchDefects(needs);
  // Chromium starts these processes again by itself.
  app.on('child-process-gone', (_event, { type, reason, exitCode, name = '' }) => {
    if (reason !== 'clean-exit') log.info('process gone', { type, reason, exitCode, name });
  });
  const mayReload = atMost(2, minute, needs.clock);
  windows.onOpened((window) => {
    watchProcess(window, needs, mayReload);
    watchHanging(window, needs);
  });
}

/**
 * The main process goes on after an exception that nobody caught: what is stored is written in transactions by a thread of its
 * own, and what was asked for stays unanswered at worst. The first one of a run is told; one that keeps coming back is logged a
 * few times a minute.
 */
function catchDefects({ process, log, clock, tell }: CrashesNeeds): void {
  const mayLog = atMost(20, minute, clock);
  let isTold = false;
  const hear = (event: string) => (error: unknown) => {
    try {
      if (!mayLog()) return;
      const reference = log.defect(event, error);
      if (!isTold) tell({ kind: 'defect', reference });
      isTold = true;
    } catch {
      // What is thrown here would end the process.
    }
  };
  process.on('uncaughtException', hear('uncaught exception'));
  process.on('unhandledRejection', hear('unhandled rejection'));
}

function watchProcess(window: BrowserWindow, needs: CrashesNeeds, mayReload: () => boolean): void {
  const { app, log, tell, ask, page } = needs;
  const loadAgain = async (reference: string): Promise<void> => {
    if (window.isDestroyed()) return;
    if (mayReload()) {
      tell({ kind: 'page-lost', reference });
      await page.load(window);
      return;
    }
    const answer = await ask(window, {
      type: 'error',
      message: 'The page keeps stopping',
      detail: `It was loaded again twice within a minute. Nothing that was stored is lost. The log names it under ${reference}.`,
      buttons: ['Open the start page', 'Quit Rolodesk'],
      defaultId: 0,
      cancelId: 0,
    });
    if (answer === 1) {
      app.quit();
      return;
    }
    if (window.isDestroyed()) return;
    page.forgetShown();
    await page.load(window);
  };
  const lost = (reason: string, exitCode: number) => {
    const reference = newReference();
    log.info('page lost', { reference, reason, exitCode });
    // Not at once: Chromium still tells others that the process has ended (electron/electron#51900).
    setImmediate(() => loadAgain(reference).catch((error: unknown) => log.defect('load the page again', error)));
  };
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    // So ends a process that is not needed any more.
    if (reason !== 'clean-exit') lost(reason, exitCode);
  });
  webContents.on('did-fail-load', (_event, errorCode, _description, _url, isMainFrame) => {
    // Of a process that is lost while it loads, the event before has told.
    if (isMainFrame && errorCode !== aborted && !webContents.isCrashed()) lost('not-loaded', errorCode);
  });
}

function watchHanging(window: BrowserWindow, { log, ask }: CrashesNeeds): void {
  let asking: AbortController | null = null;
  const askToReload = async (): Promise<void> => {
    const answered = new AbortController();
    asking = answered;
    try {
      const answer = await ask(window, {
        type: 'warning',
        message: 'The page does not answer',
        detail: 'Wait until it does, or load it again. Nothing that was stored is lost.',
        buttons: ['Wait', 'Reload'],
        defaultId: 0,
        cancelId: 0,
        signal: answered.signal,
      });
      // Ending its process is what loads it again.
      if (answer === 1 && !answered.signal.aborted && !window.isDestroyed())
        window.webContents.forcefullyCrashRenderer();
    } finally {
      asking = null;
    }
  };
  window.on('unresponsive', () => {
    if (asking !== null) return;
    log.info('page hangs');
    askToReload().catch((error: unknown) => log.defect('ask to reload', error));
  });
  // Neither does it hang once it is lost.
  window.webContents.on('render-process-gone', () => asking?.abort());
  window.on('responsive', () => asking?.abort());
}
