/**
 * Puts a drawing on paper: as a PDF of one page that fits it, or by the system's print dialog. A window that nobody sees draws it,
 * and is gone afterwards, whatever happened.
 */
import type { BrowserWindow, WebContents } from 'electron';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import type { DrawingPages } from './drawing-pages.ts';

export type Drawing = {
  readonly title: string;
  /** In CSS pixels, 96 an inch. */
  readonly size: { readonly w: number; readonly h: number };
  /** The parts of one SVG. */
  readonly svg: readonly string[];
};

/** Both fail with `not-drawn`, and with `cancelled` where the signal aborts or the window is closed. */
export type Paper = {
  readonly toPdf: (drawing: Drawing, signal: AbortSignal) => Promise<Outcome<Uint8Array>>;
  /** False: the person chose not to. `asking` is called before they are asked. */
  readonly print: (drawing: Drawing, signal: AbortSignal, asking: () => void) => Promise<Outcome<boolean>>;
  /** Gives up what is being drawn: a window that nobody sees would keep the app from ending. */
  readonly close: () => void;
};

/** What is used of Electron's. */
export type HiddenWindow = Pick<BrowserWindow, 'destroy' | 'isDestroyed' | 'loadURL'> & {
  readonly once: (event: 'closed', listener: () => void) => unknown;
  readonly webContents: Pick<WebContents, 'print' | 'printToPDF'> & {
    readonly once: (event: 'render-process-gone', listener: () => void) => unknown;
  };
};

export type PaperNeeds = {
  readonly open: () => HiddenWindow;
  readonly pages: Pick<DrawingPages, 'show'>;
  readonly clock: Pick<Clock, 'sleep'>;
};

/** Four times what 10,000 people took once, in the development host on a machine that did much else. */
export const drawnWithinMs = 120_000;
const pixelsOfInch = 96;
/** PDF readers show pages of up to 200 inches. */
const mostInches = 190;
const paperMargin = '10mm';

const notDrawn = (trouble: Extract<Failure, { kind: 'not-drawn' }>['trouble']): Failure => ({
  kind: 'not-drawn',
  trouble,
});

type Use<T> = (window: HiddenWindow, untimed: () => void) => Promise<Outcome<T>>;

export function createPaper({ open, pages, clock }: PaperNeeds): Paper {
  const windows = new Set<HiddenWindow>();

  const draw = async <T>(drawing: Drawing, margin: string, signal: AbortSignal, use: Use<T>): Promise<Outcome<T>> => {
    if (signal.aborted) return failed({ kind: 'cancelled' });
    const given = Promise.withResolvers<Outcome<T>>();
    const giveUp = (failure: Failure) => given.resolve(failed(failure));
    const stop = () => giveUp({ kind: 'cancelled' });
    const timed = new AbortController();
    const page = pages.show({ title: drawing.title, svg: drawing.svg, margin });
    const window = open();
    windows.add(window);
    signal.addEventListener('abort', stop);
    window.once('closed', stop);
    window.webContents.once('render-process-gone', () => giveUp(notDrawn('failed')));
    clock.sleep(drawnWithinMs, timed.signal).then(
      () => giveUp(notDrawn('slow')),
      () => undefined,
    );
    // What it comes to after it was given up is nobody's: a window that is destroyed lets all of it fail.
    window
      .loadURL(page.url)
      .then(() => use(window, () => timed.abort()))
      .then(given.resolve, () => giveUp(notDrawn('failed')));
    try {
      return await given.promise;
    } finally {
      timed.abort();
      signal.removeEventListener('abort', stop);
      page.end();
      windows.delete(window);
      if (!window.isDestroyed()) window.destroy();
    }
  };

  return {
    toPdf: (drawing, signal) =>
      draw(drawing, '0', signal, async ({ webContents }) => {
        const margins = { top: 0, bottom: 0, left: 0, right: 0 };
        const pageSize = pageOf(drawing.size);
        return succeeded(await webContents.printToPDF({ pageSize, margins, printBackground: true }));
      }),
    print: (drawing, signal, asking) =>
      draw(drawing, paperMargin, signal, ({ webContents }, untimed) => {
        // From here on it takes as long as the person wants.
        untimed();
        asking();
        const landscape = drawing.size.w > drawing.size.h;
        return new Promise((resolve) => {
          webContents.print({ landscape, printBackground: true }, (isPrinted, reason) => {
            if (isPrinted || /cancel/i.test(reason)) resolve(succeeded(isPrinted));
            else resolve(failed(notDrawn('printer')));
          });
        });
      }),
    close: () => {
      for (const window of windows) window.destroy();
    },
  };
}

/** In inches, as large as the drawing where a page can be. */
function pageOf({ w, h }: Drawing['size']): { readonly width: number; readonly height: number } {
  const scale = Math.min(1 / pixelsOfInch, mostInches / Math.max(w, h));
  return { width: w * scale, height: h * scale };
}
