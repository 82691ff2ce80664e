/** What is drawn in a window that nobody sees: in which order, and that the window and its page are gone afterwards, however it ends. */
import { EventEmitter } from 'node:events';
import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDrawingPages } from '../../../electron/shell/drawing-pages.ts';
import {
  createPaper,
  type Drawing,
  drawnWithinMs,
  type HiddenWindow,
  type Paper,
} from '../../../electron/shell/paper.ts';
import { createFakeClock, type FakeClock, settled } from '../fake-clock.ts';

type Callback = (isPrinted: boolean, reason: string) => void;

const drawing: Drawing = { title: 'Ana', size: { w: 960, h: 480 }, svg: ['<svg>', '</svg>'] };
const pdf = Buffer.from('%PDF-');

let steps: string[];
let clock: FakeClock;
let stopping: AbortController;
let window: FakeWindow;
let pages: ReturnType<typeof createDrawingPages>;
let paper: Paper;
/** What each step does instead; left out: it succeeds at once. */
let instead: { load?: () => Promise<void>; toPdf?: () => Promise<Buffer>; print?: (callback: Callback) => void };
let asked: { pdf?: PrintToPDFOptions; print?: WebContentsPrintOptions };

class FakeWindow extends EventEmitter {
  url = '';
  isGone = false;
  readonly webContents = Object.assign(new EventEmitter(), {
    printToPDF: async (options: PrintToPDFOptions) => {
      asked.pdf = options;
      steps.push('draw');
      return instead.toPdf?.() ?? pdf;
    },
    print: (options: WebContentsPrintOptions, callback: Callback) => {
      asked.print = options;
      steps.push('print');
      if (instead.print === undefined) callback(true, '');
      else instead.print(callback);
    },
  });
  isDestroyed = () => this.isGone;
  destroy = () => {
    this.isGone = true;
    steps.push('destroy');
    this.emit('closed');
  };
  loadURL = async (url: string) => {
    this.url = url;
    const { status } = pages.answer(new Request(url));
    steps.push(`load ${status}`);
    await instead.load?.();
  };
}

beforeEach(() => {
  steps = [];
  instead = {};
  asked = {};
  clock = createFakeClock();
  stopping = new AbortController();
  pages = createDrawingPages();
  paper = createPaper({
    open: () => {
      steps.push('open');
      window = new FakeWindow();
      return window as unknown as HiddenWindow;
    },
    pages,
    clock,
  });
});

const toPdf = (what = drawing) => paper.toPdf(what, stopping.signal);
const print = (what = drawing) => paper.print(what, stopping.signal, () => steps.push('asking'));
const never = () => new Promise<never>(() => undefined);
const notDrawn = (trouble: string) => ({ ok: false, failure: { kind: 'not-drawn', trouble } });
const cancelled = { ok: false, failure: { kind: 'cancelled' } };

/** Neither a window nor a page nor a deadline is left. */
const expectNothingLeft = () => {
  expect(window.isGone).toBe(true);
  expect(steps.filter((step) => step === 'destroy')).toHaveLength(1);
  expect(pages.answer(new Request(window.url)).status).toBe(404);
  expect(clock.sleepers()).toBe(0);
};

describe('a PDF', () => {
  it('is drawn once the page is loaded, on one page of the size of the drawing', async () => {
    expect(await toPdf()).toEqual({ ok: true, value: pdf });
    expect(steps).toEqual(['open', 'load 200', 'draw', 'destroy']);
    expect(asked.pdf).toEqual({
      pageSize: { width: 10, height: 5 },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
    });
    expectNothingLeft();
  });

  it.each([
    [{ w: 18_240, h: 100 }, 190],
    [{ w: 36_480, h: 18_240 }, 190],
    [{ w: 500, h: 91_200 }, 190],
  ])('has no side longer than 190 inches: %o', async (size, longest) => {
    await toPdf({ ...drawing, size });
    const { width, height } = (asked.pdf as { pageSize: { width: number; height: number } }).pageSize;
    expect(Math.max(width, height)).toBeCloseTo(longest, 6);
    expect(width / height).toBeCloseTo(size.w / size.h, 6);
  });
});

describe('print', () => {
  it('asks the person once the page is loaded, the long side of the paper along that of the drawing', async () => {
    expect(await print()).toEqual({ ok: true, value: true });
    expect(steps).toEqual(['open', 'load 200', 'asking', 'print', 'destroy']);
    expect(asked.print).toEqual({ landscape: true, printBackground: true });
    await print({ ...drawing, size: { w: 10, h: 20 } });
    expect(asked.print).toMatchObject({ landscape: false });
    expectNothingLeftAfterTwo();
  });

  it('lets the person take their time', async () => {
    let answer: Callback = () => undefined;
    instead.print = (callback) => {
      answer = callback;
    };
    const printing = print();
    await clock.pass(10 * drawnWithinMs);
    answer(true, '');
    expect(await printing).toEqual({ ok: true, value: true });
  });

  it('tells who chose not to from a printer that fails', async () => {
    instead.print = (callback) => callback(false, 'Print job canceled');
    expect(await print()).toEqual({ ok: true, value: false });
    expectNothingLeft();
    instead.print = (callback) => callback(false, 'Invalid printer settings');
    expect(await print()).toEqual(notDrawn('printer'));
    expect(window.isGone).toBe(true);
  });

  const expectNothingLeftAfterTwo = () => {
    expect(window.isGone).toBe(true);
    expect(clock.sleepers()).toBe(0);
  };
});

describe('nothing is left where', () => {
  it.each([
    ['the page cannot be loaded', { load: () => Promise.reject(new Error('ERR_FAILED')) }],
    ['it cannot be drawn', { toPdf: () => Promise.reject(new Error('Failed to generate PDF')) }],
  ])('%s', async (_, other) => {
    instead = other;
    expect(await toPdf()).toEqual(notDrawn('failed'));
    expectNothingLeft();
  });

  it.each([
    ['loading', { load: never }],
    ['drawing', { toPdf: never }],
  ])('%s takes too long', async (_, other) => {
    instead = other;
    const drawn = toPdf();
    await clock.pass(drawnWithinMs - 1);
    expect(window.isGone).toBe(false);
    await clock.pass(1);
    expect(await drawn).toEqual(notDrawn('slow'));
    expectNothingLeft();
  });

  it.each(['loading', 'drawing', 'asking'])('it is stopped while %s', async (stage) => {
    instead = { load: stage === 'loading' ? never : undefined, toPdf: never, print: () => undefined } as typeof instead;
    const drawn = stage === 'asking' ? print() : toPdf();
    await settled();
    stopping.abort();
    expect(await drawn).toEqual(cancelled);
    expectNothingLeft();
  });

  it('the window is closed, as with the last one of the app', async () => {
    instead.toPdf = never;
    const drawn = toPdf();
    await settled();
    paper.close();
    expect(await drawn).toEqual(cancelled);
    expectNothingLeft();
  });

  it('its process is lost', async () => {
    instead.toPdf = never;
    const drawn = toPdf();
    await settled();
    window.webContents.emit('render-process-gone');
    expect(await drawn).toEqual(notDrawn('failed'));
    expectNothingLeft();
  });
});

it('opens no window for what was stopped before', async () => {
  stopping.abort();
  expect(await toPdf()).toEqual(cancelled);
  expect(steps).toEqual([]);
});
