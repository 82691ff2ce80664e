/**
 * The walls around the page, exactly, as the running app put them up where it is packaged. Whatever is added, taken away or
 * changed there has to be changed here as well.
 */
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app.ts';
import { asking, verdicts, type Walls } from './wall-verdicts.ts';

const app = join(import.meta.dirname, 'walled-app');

const asked = (running: ElectronApplication) =>
  running.evaluate(() => {
    const { done } = (globalThis as unknown as { walls: Walls }).walls;
    return done.map((one) => one.map((part) => (part === undefined ? 'undefined' : part)));
  });

/** The options of the windows, where they can be read: Electron keeps them to itself. */
const windowOptions = (running: ElectronApplication) =>
  running.evaluate(() => {
    const known = (globalThis as unknown as Record<symbol, readonly Record<string, unknown>[] | undefined>)[
      Symbol.for('devhost.windowOptions')
    ];
    return known?.map((options) => {
      const { session, preload, ...preferences } = options.webPreferences as Record<string, unknown>;
      const isInMemory = (session as { isPersistent: () => boolean }).isPersistent() === false;
      return {
        ...options,
        webPreferences: { ...preferences, isInMemory, preload: String(preload).split(/[/\\]/).at(-1) },
      };
    });
  });

/** Neither Reload nor the developer tools. */
const menu = [
  ...(process.platform === 'darwin' ? [{ role: 'appMenu' }] : []),
  { role: 'fileMenu' },
  { role: 'editMenu' },
  {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  },
  { role: 'windowMenu' },
];

/** Nothing is let through but what is the app's own. */
const closed = {
  allowed: [],
  devices: [],
  download: true,
  fetched: [asking.urls.own],
  opened: [],
  webview: true,
  navigated: [asking.urls.own],
  redirected: [],
  inFrames: [],
};

/** What every window has, where the app is packaged. */
const walled = {
  isInMemory: true,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: false,
};

test('the walls stand exactly so where the app is packaged', async ({ launch }) => {
  const running = await launch({ app });
  const page = await running.window();
  await expect(page.getByRole('button', { name: 'Look around the demo directory' })).toBeVisible();

  const all = await asked(running.app);
  const isEvent = ([name]: readonly unknown[]) => /^(app|contents|(default )?session.*) on$/.test(String(name));
  expect(all.filter((one) => !isEvent(one))).toEqual([
    ['app enableSandbox'],
    ['commandLine appendSwitch', 'webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    ['protocol registerSchemesAsPrivileged', [{ scheme: 'app', privileges: { standard: true, secure: true } }]],
    ['app setAsDefaultProtocolClient', 'rolodesk'],
    ['session page'],
    ['session api'],
    ['session page setPermissionRequestHandler', 'a handler'],
    ['session page setPermissionCheckHandler', 'a handler'],
    ['session page setDevicePermissionHandler', 'a handler'],
    ['session page setSpellCheckerEnabled', false],
    ['session page webRequest onBeforeRequest', 'a handler'],
    ['session page protocol handle', 'app', 'a handler'],
    ['session drawing'],
    ['session drawing setPermissionRequestHandler', 'a handler'],
    ['session drawing setPermissionCheckHandler', 'a handler'],
    ['session drawing setDevicePermissionHandler', 'a handler'],
    ['session drawing setSpellCheckerEnabled', false],
    ['session drawing webRequest onBeforeRequest', 'a handler'],
    ['session drawing protocol handle', 'app', 'a handler'],
    ['ipcMain handle', 'rolodesk:call', 'a handler'],
    ['menu', menu],
    ['contents setWebRTCIPHandlingPolicy', 'disable_non_proxied_udp'],
    ['contents setWindowOpenHandler', 'a handler'],
  ]);
  // In which order a window and its contents are told of is the runtime's own. What is only heard of is no wall.
  const heard = all.filter(isEvent).map(([name, event]) => `${name} ${event}`);
  expect([...new Set(heard)].filter((name) => !/^contents on (did-|page-|render-)/.test(name)).sort()).toEqual([
    'app on activate',
    'app on browser-window-created',
    'app on child-process-gone',
    'app on open-url',
    'app on second-instance',
    'app on web-contents-created',
    'app on will-quit',
    'app on window-all-closed',
    'contents on context-menu',
    'contents on will-attach-webview',
    'contents on will-frame-navigate',
    'contents on will-navigate',
    'contents on will-redirect',
    'session drawing on will-download',
    'session page on will-download',
  ]);

  const options = await windowOptions(running.app);
  // Electron tells nobody.
  if (options !== undefined) {
    expect(options).toEqual([
      {
        width: 1280,
        height: 800,
        minWidth: 800,
        minHeight: 560,
        title: 'Rolodesk',
        show: false,
        backgroundColor: '#ffffff',
        autoHideMenuBar: true,
        webPreferences: { ...walled, preload: 'preload.cjs' },
      },
    ]);
  }
  const { answered, ...rest } = await verdicts(running.app, 'session page');
  expect(rest).toEqual(closed);
  expect(answered).toEqual(['refused-caller', true, ...answered.slice(2).map(() => 'refused-caller')]);
});

test('the window that draws a PDF has the same walls, and neither a preload nor scripts', async ({
  launch,
  newFolder,
}) => {
  const running = await launch({ app });
  const page = await running.window();
  await page.getByRole('button', { name: 'Look around the demo directory' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByText('Organisation').click();
  await expect(page.getByRole('tree', { name: 'Chart' }).getByRole('treeitem', { selected: true })).toHaveCount(1);
  const filePath = join(newFolder(), 'chart.pdf');
  await running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, filePath);
  const before = (await asked(running.app)).length;
  await page.getByRole('button', { name: 'Save…', exact: true }).click();
  await page.getByRole('radio', { name: 'PDF' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText(/^Saved \d+ people$/)).toBeVisible();

  const since = (await asked(running.app)).slice(before);
  expect(since.filter(([name]) => !/ on$/.test(String(name)))).toEqual([
    ['contents setWebRTCIPHandlingPolicy', 'disable_non_proxied_udp'],
    ['contents setWindowOpenHandler', 'a handler'],
  ]);
  const heard = since.filter(([name]) => / on$/.test(String(name))).map(([, event]) => String(event));
  expect(heard.filter((event) => !/^(did-|page-|render-)/.test(event)).sort()).toEqual([
    'will-attach-webview',
    'will-frame-navigate',
    'will-navigate',
    'will-redirect',
  ]);
  const [, options, ...others] = (await windowOptions(running.app)) ?? [];
  expect(others).toEqual([]);
  if (options !== undefined) {
    expect(options).toEqual({
      width: 800,
      height: 600,
      title: 'Rolodesk',
      show: false,
      webPreferences: { ...walled, preload: 'undefined', javascript: false },
    });
  }
  const { answered, ...rest } = await verdicts(running.app, 'session drawing');
  expect(rest).toEqual(closed);
  expect(answered.filter((answer) => answer !== 'refused-caller')).toEqual([true]);
});
