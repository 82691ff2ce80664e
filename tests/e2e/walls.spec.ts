/**
 * The walls around the page, exactly, as the running app put them up where it is packaged. Whatever is added, taken away or
 * changed there has to be changed here as well.
 */
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app.ts';

type Walls = {
  readonly done: readonly (readonly unknown[])[];
  readonly handlers: Readonly<Record<string, (...given: unknown[]) => unknown>>;
};

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

/** What each handler says to what it is there for. */
const verdicts = (running: ElectronApplication) =>
  running.evaluate(() => {
    const { handlers } = (globalThis as unknown as { walls: Walls }).walls;
    const handler = (name: string) => handlers[name] ?? (() => 'no handler');
    const isPrevented = (name: string, details: Record<string, unknown> = {}) => {
      let prevented = false;
      handler(name)(
        {
          ...details,
          preventDefault: () => {
            prevented = true;
          },
        },
        {},
        {},
      );
      return prevented;
    };
    const page = 'session page';
    const decision = <T>(ask: (decide: (answer: T) => void) => void): T | 'undecided' => {
      let answer: T | 'undecided' = 'undecided';
      ask((decided) => {
        answer = decided;
      });
      return answer;
    };
    const urls = [
      'app://bundle/x',
      'https://example.com/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://127.0.0.1/',
      'data:,x',
      'blob:app://bundle/x',
    ];
    return {
      requestedPermission: decision((decide) =>
        handler(`${page} setPermissionRequestHandler`)({}, 'media', decide, {}),
      ),
      checkedPermission: handler(`${page} setPermissionCheckHandler`)({}, 'clipboard-read', 'app://bundle', {}),
      device: handler(`${page} setDevicePermissionHandler`)({ deviceType: 'hid' }),
      download: isPrevented(`${page} will-download`),
      cancelled: urls.filter(
        (url) =>
          (decision((decide) => handler(`${page} onBeforeRequest`)({ url }, decide)) as { cancel?: boolean }).cancel,
      ),
      opened: handler('setWindowOpenHandler')({ url: 'app://bundle/index.html' }),
      webview: isPrevented('contents will-attach-webview'),
      redirect: isPrevented('contents will-redirect', { url: 'app://bundle/index.html' }),
      navigated: urls
        .concat('app://bundle.example/', 'app://bundle')
        .filter((url) => !isPrevented('contents will-navigate', { url })),
      frames: isPrevented('contents will-frame-navigate', { isMainFrame: false, url: 'app://bundle/index.html' }),
    };
  });

test('the walls stand exactly so where the app is packaged', async ({ launch }) => {
  const running = await launch({ app });
  const page = await running.window();
  await expect(page.getByRole('button', { name: 'Look around the demo directory' })).toBeVisible();

  const all = await asked(running.app);
  const isEvent = ([name]: readonly unknown[]) => /^(app|contents|session .*) on$/.test(String(name));
  expect(all.filter((one) => !isEvent(one))).toEqual([
    ['enableSandbox'],
    ['appendSwitch', 'webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    ['registerSchemesAsPrivileged', [{ scheme: 'app', privileges: { standard: true, secure: true } }]],
    ['setAsDefaultProtocolClient', 'rolodesk'],
    ['session page'],
    ['session api'],
    ['session page setPermissionRequestHandler', 'a handler'],
    ['session page setPermissionCheckHandler', 'a handler'],
    ['session page setDevicePermissionHandler', 'a handler'],
    ['session page setSpellCheckerEnabled', false],
    ['session page onBeforeRequest', 'a handler'],
    ['session page protocol.handle', 'app', 'a handler'],
    ['ipcMain handle', 'rolodesk:call', 'a handler'],
    ['setWebRTCIPHandlingPolicy', 'disable_non_proxied_udp'],
    ['setWindowOpenHandler', 'a handler'],
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
  expect(await verdicts(running.app)).toEqual({
    requestedPermission: false,
    checkedPermission: false,
    device: false,
    download: true,
    cancelled: [
      'https://example.com/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://127.0.0.1/',
      'data:,x',
      'blob:app://bundle/x',
    ],
    opened: { action: 'deny' },
    webview: true,
    redirect: true,
    navigated: ['app://bundle/x'],
    frames: true,
  });
});
