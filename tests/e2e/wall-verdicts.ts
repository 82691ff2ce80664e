/** Asks each handler that `walled-app` kept for what it is there to refuse. */
import type { ElectronApplication } from '@playwright/test';

export type Walls = {
  readonly done: readonly (readonly unknown[])[];
  readonly handlers: Readonly<Record<string, (...given: unknown[]) => unknown>>;
};

/** The page's own address, and what is not but may be taken for it; everything that Electron can be asked for. */
export const asking = {
  urls: {
    own: 'app://bundle/x',
    others: [
      'https://example.com/',
      'http://127.0.0.1/',
      'https://app/bundle/',
      'https://example.com/app:/bundle/',
      'file:///etc/passwd',
      'ws://127.0.0.1/',
      'wss://example.com/',
      'data:text/html,app://bundle/',
      'blob:app://bundle/x',
      'filesystem:app://bundle/x',
      'view-source:app://bundle/x',
      'about:blank',
      'about:srcdoc',
      'chrome://gpu/',
      'rolodesk://user/x',
      'apps://bundle/x',
      '',
    ],
    // Of the app's scheme, and not the page's.
    near: [
      'app://bundle',
      'app://bundle.example/x',
      'app://bundles/x',
      'app://other/bundle/',
      'app://x@bundle/x',
      'app:bundle/x',
    ],
  },
  permissions: [
    'accessibility-events',
    'background-sync',
    'clipboard-read',
    'clipboard-sanitized-write',
    'deprecated-sync-clipboard-read',
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'keyboardLock',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
    'pointerLock',
    'screen-wake-lock',
    'sensors',
    'serial',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'unknown',
    'usb',
    'window-management',
  ],
} as const;

/** What each handler says to what it is there for. */
export const verdicts = (running: ElectronApplication, session: string) =>
  running.evaluate(
    (_electron, { permissions, urls, page }) => {
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
      const decision = <T>(ask: (decide: (answer: T) => void) => void): T | 'undecided' => {
        let answer: T | 'undecided' = 'undecided';
        ask((decided) => {
          answer = decided;
        });
        return answer;
      };
      const isCancelled = (url: string) =>
        (decision((decide) => handler(`${page} webRequest onBeforeRequest`)({ url }, decide)) as { cancel?: boolean })
          .cancel === true;
      const call = (senderFrame: unknown) =>
        handler('ipcMain handle')({ sender: { id: 1 }, senderFrame }, 'app.about', null);
      return Promise.all([
        call(null),
        call({ url: urls.own, parent: null }),
        call({ url: urls.own, parent: {} }),
        ...[...urls.others, ...urls.near].map((url) => call({ url, parent: null })),
      ]).then((calls) => ({
        allowed: permissions.filter(
          (permission) =>
            decision((decide) => handler(`${page} setPermissionRequestHandler`)({}, permission, decide, {})) !==
              false || handler(`${page} setPermissionCheckHandler`)({}, permission, urls.own, {}) !== false,
        ),
        devices: ['hid', 'serial', 'usb'].filter(
          (deviceType) => handler(`${page} setDevicePermissionHandler`)({ deviceType, origin: urls.own }) !== false,
        ),
        download: isPrevented(`${page} will-download`),
        fetched: [urls.own, ...urls.others].filter((url) => !isCancelled(url)),
        opened: [urls.own, ...urls.others, ...urls.near].filter(
          (url) => JSON.stringify(handler('contents setWindowOpenHandler')({ url })) !== '{"action":"deny"}',
        ),
        webview: isPrevented('contents will-attach-webview'),
        navigated: [urls.own, ...urls.others, ...urls.near].filter(
          (url) => !isPrevented('contents will-navigate', { url }),
        ),
        redirected: [urls.own, ...urls.others, ...urls.near].filter(
          (url) => !isPrevented('contents will-redirect', { url }),
        ),
        inFrames: [urls.own, ...urls.others, ...urls.near].filter(
          (url) => !isPrevented('contents will-frame-navigate', { isMainFrame: false, url }),
        ),
        answered: calls.map((answer) => {
          const { ok, failure } = answer as { ok: boolean; failure?: { kind: string } };
          return ok || failure?.kind;
        }),
      }));
    },
    { ...asking, page: session },
  );
