/** What is open is closed before the app ends, and the app ends however that goes. */
import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { endWith } from '../../../electron/shell/quit.ts';
import { createFakeClock, settled } from '../fake-clock.ts';

class AnApp extends EventEmitter {
  readonly done: string[] = [];
  readonly quit = () => {
    this.done.push('quit');
    this.emit('will-quit', { preventDefault: () => this.done.push('not yet') });
  };
}

let app: AnApp;
const clock = createFakeClock();
const defect = vi.fn(() => 'a-reference');
beforeEach(() => {
  app = new AnApp();
  defect.mockClear();
});
const begin = (close: () => Promise<void>) =>
  endWith({
    app: app as unknown as App,
    close,
    end: () => app.done.push('end'),
    log: { info: () => undefined, defect },
    clock,
  });
const ended = ['quit', 'not yet', 'end', 'quit'];

it('ends once all is closed', async () => {
  let close = (): void => undefined;
  begin(() => new Promise((resolve) => (close = resolve)));
  app.quit();
  await settled();
  expect(app.done).toEqual(['quit', 'not yet']);
  close();
  await settled();
  expect(app.done).toEqual(ended);
});

it('ends after three seconds where closing does not', async () => {
  begin(() => new Promise(() => undefined));
  app.quit();
  await clock.pass(2999);
  expect(app.done).toEqual(['quit', 'not yet']);
  await clock.pass(1);
  expect(app.done).toEqual(ended);
});

it('ends where closing fails, and logs it', async () => {
  begin(() => Promise.reject(new Error('no')));
  app.quit();
  await settled();
  expect(app.done).toEqual(ended);
  expect(defect).toHaveBeenCalledWith('quit', new Error('no'));
});
