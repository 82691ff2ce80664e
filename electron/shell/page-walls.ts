/**
 * Denies the page everything it does not need: permissions, devices, navigation, windows, webviews, downloads, and
 * every request that is not the app's own. A page that runs a stranger's script still cannot reach out.
 */
import type { App, Session, WebContents, WebPreferences } from 'electron';
import { pageOrigin, pageScheme } from './page-files.ts';

/** What every window is opened with. */
export const walledPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** Called once for each session that shows a page. */
export function wallSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !details.url.startsWith(`${pageScheme}:`) && !isDeveloperTool(details.url) });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** The developer tools are built into the runtime and only open unpackaged. */
function isDeveloperTool(url: string): boolean {
  return url.startsWith('devtools:');
}

/** Called before any window is made, so that no contents escapes it. */
export function wallContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => wall(contents));
}

function wall(contents: WebContents): void {
  // The command line says the same for what comes before this.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${pageOrigin}/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
