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
        webPreferences: {
          preload: 'preload.cjs',
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
        },
      },
    ]);
  }
  const { answered, ...rest } = await verdicts(running.app);
  expect(rest).toEqual({
    allowed: [],
    devices: [],
    download: true,
    fetched: [asking.urls.own],
    opened: [],
    webview: true,
    navigated: [asking.urls.own],
    redirected: [],
    inFrames: [],
  });
  expect(answered).toEqual(['refused-caller', true, ...answered.slice(2).map(() => 'refused-caller')]);
});
