/** What becomes of a page whose process is lost or hangs, and of what nobody caught. */
import { EventEmitter } from 'node:events';
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { AppTrouble } from '../../../contract/app-trouble.ts';
import { catchCrashes } from '../../../electron/shell/crashes.ts';
import { createFakeClock, settled } from '../fake-clock.ts';

class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    forcefullyCrashRenderer: () => this.lose('killed'),
    isCrashed: () => this.isCrashed,
  });
  isGone = false;
  isCrashed = false;
  isDestroyed() {
    return this.isGone;
  }
  lose(reason: string) {
    this.webContents.emit('render-process-gone', {}, { reason, exitCode: 9 });
  }
}

/** `answer`: of each question, the button that is pressed; by default nobody answers, until the test does by `press`. */
function watched({ answer, tellFails = false }: { answer?: number; tellFails?: boolean } = {}) {
  let press: (button: number) => void = () => {};
  const app = Object.assign(new EventEmitter(), { quit: () => done.push('quit') });
  const process = new EventEmitter();
  const clock = createFakeClock();
  const done: string[] = [];
  const logged: unknown[] = [];
  const told: AppTrouble[] = [];
  const asked: MessageBoxOptions[] = [];
  const opened: ((window: BrowserWindow) => void)[] = [];
  catchCrashes({
    app: app as never,
    windows: { onOpened: (listener) => void opened.push(listener) },
    process,
    clock,
    log: {
      info: (event, fields) => void logged.push({ event, ...fields }),
      defect: (event) => {
        logged.push(event);
        return `reference ${logged.length}`;
      },
    },
    tell: (trouble) => {
      if (tellFails) throw new Error('no window');
      told.push(trouble);
    },
    ask: (_window: BrowserWindow, question) => {
      asked.push(question);
      if (answer !== undefined) return Promise.resolve(answer);
      return new Promise((resolve) => {
        press = resolve;
      });
    },
    page: { load: async () => void done.push('load'), forgetShown: () => void done.push('forget') },
  });
  const window = new FakeWindow();
  for (const listener of opened) listener(window as unknown as BrowserWindow);
  const lose = async (reason = 'crashed') => {
    window.lose(reason);
    await settled();
    await settled();
  };
  const answerWith = async (button: number) => {
    press(button);
    await settled();
    await settled();
  };
  return { app, process, clock, window, done, logged, told, asked, lose, answerWith };
}

describe('a page whose process is lost', () => {
  it.each(['abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure', 'memory-eviction'])(
    'is loaded again, logged and told (%s)',
    async (reason) => {
      const { done, logged, told, lose } = watched();
      await lose(reason);
      expect(done).toEqual(['load']);
      expect(logged).toEqual([{ event: 'page lost', reference: expect.any(String), reason, exitCode: 9 }]);
      expect(told).toEqual([{ kind: 'page-lost', reference: (logged[0] as { reference: string }).reference }]);
    },
  );

  it('is not loaded at once, and not where the process only ended or the window is gone', async () => {
    const { window, done, logged, lose } = watched();
    window.lose('crashed');
    expect(done).toEqual([]);
    window.isGone = true;
    await settled();
    expect(done).toEqual([]);
    window.isGone = false;
    await lose('clean-exit');
    expect(done).toEqual([]);
    expect(logged).toHaveLength(1);
  });

  it('is loaded again where it could not be loaded', async () => {
    const { window, done, logged } = watched();
    window.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', 'app://bundle/index.html', true);
    await settled();
    expect(done).toEqual(['load']);
    expect(logged).toMatchObject([{ event: 'page lost', reason: 'not-loaded', exitCode: -2 }]);
  });

  it.each([
    ['a frame in it', -2, false, false],
    ['a navigation that was given up', -3, true, false],
    ['one whose process was lost', -2, true, true],
  ])('is not loaded for %s', async (_, code, isMainFrame, isCrashed) => {
    const { window, done } = watched();
    window.isCrashed = isCrashed;
    window.webContents.emit('did-fail-load', {}, code, 'ERR', 'app://bundle/index.html', isMainFrame);
    await settled();
    expect(done).toEqual([]);
  });

  it('is loaded again twice a minute, and then a person is asked', async () => {
    const { clock, done, asked, told, lose } = watched();
    await lose();
    await clock.pass(30_000);
    await lose();
    await clock.pass(29_999);
    await lose();
    expect(done).toEqual(['load', 'load']);
    expect(asked).toMatchObject([{ buttons: ['Open the start page', 'Quit Rolodesk'] }]);
    expect(told).toHaveLength(2);
  });

  it('is loaded again where a minute has passed since the last but one', async () => {
    const { clock, done, asked, lose } = watched();
    for (const wait of [30_000, 30_000, 30_000]) {
      await lose();
      await clock.pass(wait);
    }
    expect(done).toEqual(['load', 'load', 'load']);
    expect(asked).toEqual([]);
  });

  it.each([
    [0, ['load', 'load', 'forget', 'load']],
    [1, ['load', 'load', 'quit']],
  ])('opens at its start, or the app ends, as the person says (%i)', async (answer, expected) => {
    const { done, lose } = watched({ answer });
    await lose();
    await lose();
    await lose();
    expect(done).toEqual(expected);
  });

  it('is not opened in a window that was closed while a person was asked', async () => {
    const { window, done, lose, answerWith } = watched();
    await lose();
    await lose();
    await lose();
    window.isGone = true;
    await answerWith(0);
    expect(done).toEqual(['load', 'load']);
  });
});

describe('a page that does not answer', () => {
  it.each([
    ['answers again', (window: FakeWindow) => window.emit('responsive')],
    ['is lost', (window: FakeWindow) => window.lose('crashed')],
    [
      'has no window any more',
      (window: FakeWindow) => {
        window.isGone = true;
      },
    ],
  ])('is not ended where it %s before the person says so', async (_, happens) => {
    const { window, logged, answerWith } = watched();
    window.emit('unresponsive');
    happens(window);
    const before = logged.length;
    await answerWith(1);
    expect(logged.slice(before)).toEqual([]);
  });

  it('is asked about once, and the question goes once it answers', async () => {
    const { window, asked, logged } = watched();
    window.emit('unresponsive');
    window.emit('unresponsive');
    expect(asked).toMatchObject([{ buttons: ['Wait', 'Reload'], cancelId: 0 }]);
    expect(logged).toEqual([{ event: 'page hangs' }]);
    window.emit('responsive');
    expect(asked[0]?.signal?.aborted).toBe(true);
  });

  it('is not asked about any more once its process is lost', async () => {
    const { window, asked, done, lose } = watched();
    window.emit('unresponsive');
    await lose();
    expect(asked[0]?.signal?.aborted).toBe(true);
    expect(done).toEqual(['load']);
  });

  it('is waited for, or its process is ended and the page loaded again', async () => {
    const waits = watched({ answer: 0 });
    waits.window.emit('unresponsive');
    await settled();
    await settled();
    expect(waits.done).toEqual([]);
    waits.window.emit('unresponsive');
    expect(waits.asked).toHaveLength(2);

    const reloads = watched({ answer: 1 });
    reloads.window.emit('unresponsive');
    await settled();
    await settled();
    expect(reloads.done).toEqual(['load']);
  });
});

describe('what nobody caught', () => {
  it('is logged each time and told once', () => {
    const { process, logged, told } = watched();
    process.emit('uncaughtException', new Error('canary'));
    process.emit('unhandledRejection', 'canary');
    expect(logged).toEqual(['uncaught exception', 'unhandled rejection']);
    expect(told).toEqual([{ kind: 'defect', reference: 'reference 1' }]);
  });

  it('fills no log, and is logged again a minute later', async () => {
    const { process, clock, logged } = watched();
    for (let nth = 0; nth < 1000; nth += 1) process.emit('uncaughtException', new Error());
    expect(logged).toHaveLength(20);
    await clock.pass(60_000);
    process.emit('uncaughtException', new Error());
    expect(logged).toHaveLength(21);
  });

  it('ends nothing where it cannot be told', () => {
    const { process } = watched({ tellFails: true });
    expect(() => process.emit('uncaughtException', new Error())).not.toThrow();
  });
});

it('a process that Chromium starts again by itself is logged, one that only ended is not', () => {
  const { app, logged, told } = watched();
  app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 11 });
  app.emit('child-process-gone', {}, { type: 'Utility', reason: 'clean-exit', exitCode: 0, name: 'Network Service' });
  expect(logged).toEqual([{ event: 'process gone', type: 'GPU', reason: 'crashed', exitCode: 11, name: '' }]);
  expect(told).toEqual([]);
});
