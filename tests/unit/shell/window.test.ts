/** The window as it is opened: what it is given, when it appears, and what it loads. */
import type { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openWindow } from '../../../electron/shell/window.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const electron = vi.hoisted(() => ({
  folder: '',
  isDark: false,
  done: [] as unknown[],
  offered: [] as unknown[],
}));

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  const note = (what: unknown) => void electron.done.push(what);
  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), { id: 7 });
    readonly options: unknown;
    constructor(options: unknown) {
      super();
      this.options = options;
    }
    isDestroyed = () => false;
    isMaximized = () => false;
    isMinimized = () => false;
    isFullScreen = () => false;
    getNormalBounds = () => ({ x: 0, y: 0, width: 900, height: 700 });
    maximize = () => note('maximize');
    show = () => note('show');
    loadURL = async (url: string) => {
      note(url);
      throw new Error('ERR_FAILED (-2)');
    };
  }
  return {
    app: { getPath: () => electron.folder },
    BrowserWindow,
    Menu: { buildFromTemplate: (items: unknown) => ({ popup: () => void electron.offered.push(items) }) },
    nativeTheme: {
      get shouldUseDarkColors() {
        return electron.isDark;
      },
    },
    screen: {
      getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
      getAllDisplays: () => [{ id: 1 }],
    },
  };
});

const closed: number[] = [];
beforeEach(() => {
  closed.length = 0;
  vi.useFakeTimers();
  Object.assign(electron, { folder: temporaryFolder(), isDark: false, done: [], offered: [] });
});
afterEach(() => vi.useRealTimers());

const open = (isPackaged = true) =>
  openWindow({
    session: 'the session' as never,
    preloadFolder: '/built',
    isPackaged,
    closed: (id) => void closed.push(id),
  }) as unknown as EventEmitter & {
    readonly webContents: EventEmitter;
    readonly options: Record<string, unknown>;
  };

const preferences = {
  preload: join('/built', 'preload.cjs'),
  session: 'the session',
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
};

it.each([true, false])('is given exactly so much (packaged: %s)', (isPackaged) => {
  electron.isDark = !isPackaged;
  expect(open(isPackaged).options).toEqual({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    title: 'Rolodesk',
    show: false,
    backgroundColor: isPackaged ? '#ffffff' : '#0f1115',
    autoHideMenuBar: true,
    webPreferences: { ...preferences, devTools: !isPackaged },
  });
});

it.each(['ready-to-show', 'did-finish-load', 'nothing'])(
  'loads the page and appears once, on the first of %s',
  async (event) => {
    const window = open();
    expect(electron.done).toEqual(['app://bundle/index.html']);
    if (event === 'ready-to-show') window.emit(event);
    if (event === 'did-finish-load') window.webContents.emit(event);
    if (event === 'nothing') await vi.advanceTimersByTimeAsync(2000);
    expect(electron.done.slice(1)).toEqual(['show']);
    window.emit('ready-to-show');
    window.webContents.emit('did-finish-load');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(electron.done.slice(1)).toEqual(['show']);
  },
);

it('appears as it was left, and is listened to from then on', () => {
  const place = { x: 10, y: 20, width: 900, height: 700, isMaximized: true };
  writeFileSync(join(electron.folder, 'window.json'), JSON.stringify(place));
  const window = open();
  expect(window.options).toMatchObject({ x: 10, y: 20, width: 900, height: 700 });
  expect(window.listenerCount('resize')).toBe(0);
  window.emit('ready-to-show');
  expect(electron.done.slice(1)).toEqual(['maximize', 'show']);
  expect(window.listenerCount('resize')).toBe(1);
  window.emit('closed');
  expect(closed).toEqual([7]);
});

it('offers what can be done where it is clicked, and no menu where there is nothing', () => {
  const { webContents } = open();
  const clicked = { editFlags: { canCopy: true }, formControlType: 'none', isEditable: false, selectionText: 'Ada' };
  webContents.emit('context-menu', {}, { ...clicked, selectionText: ' ' });
  expect(electron.offered).toEqual([]);
  webContents.emit('context-menu', {}, clicked);
  expect(electron.offered).toEqual([[{ role: 'copy', enabled: true }]]);
});
