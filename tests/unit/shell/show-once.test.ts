/** The window appears, whichever event comes first, and whether or not one comes. */
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { showOnce } from '../../../electron/shell/show-once.ts';
import { createFakeClock } from '../fake-clock.ts';

function setUp() {
  const clock = createFakeClock();
  let isDestroyed = false;
  const window = Object.assign(new EventEmitter(), {
    webContents: new EventEmitter(),
    isDestroyed: () => isDestroyed,
  });
  let shown = 0;
  showOnce(window as unknown as Parameters<typeof showOnce>[0], () => (shown += 1), clock);
  return {
    clock,
    window,
    shown: () => shown,
    close: () => {
      isDestroyed = true;
    },
  };
}

it.each([
  ['something is drawn', ({ window }: ReturnType<typeof setUp>) => window.emit('ready-to-show')],
  ['the page has loaded', ({ window }: ReturnType<typeof setUp>) => window.webContents.emit('did-finish-load')],
  ['nothing is heard for two seconds', ({ clock }: ReturnType<typeof setUp>) => clock.pass(2000)],
])('it is shown when %s, and not again', async (_when, happens) => {
  const it = setUp();
  await it.clock.pass(1999);
  expect(it.shown()).toBe(0);
  await happens(it);
  await it.clock.pass(0);
  expect(it.shown()).toBe(1);
  it.window.emit('ready-to-show');
  it.window.webContents.emit('did-finish-load');
  await it.clock.pass(10_000);
  expect(it.shown()).toBe(1);
});

it('one that was closed before is left alone', async () => {
  const { clock, window, shown, close } = setUp();
  close();
  window.webContents.emit('did-finish-load');
  await clock.pass(2000);
  expect(shown()).toBe(0);
});
