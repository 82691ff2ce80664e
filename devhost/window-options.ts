/** Which options of a window the host understands; every other one is refused by name. */
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { notImplemented } from './not-implemented.ts';

const known: ReadonlySet<keyof BrowserWindowConstructorOptions> = new Set([
  'width',
  'height',
  'x',
  'y',
  'title',
  'show',
  'backgroundColor',
  'webPreferences',
  // What the window manager or the menu bar would need, and what only makes a window prettier.
  'minWidth',
  'minHeight',
  'center',
  'icon',
  'autoHideMenuBar',
  'titleBarStyle',
] as const);

/** The one value of each that is mirrored; `null`: any. */
const knownPreferences: { readonly [P in keyof WebPreferences]?: boolean | null } = {
  preload: null,
  session: null,
  partition: null,
  devTools: null,
  spellcheck: null,
  javascript: null,
  backgroundThrottling: null,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: null,
};

export function checkOptions(options: BrowserWindowConstructorOptions): void {
  for (const name of Object.keys(options)) {
    if (!known.has(name as keyof BrowserWindowConstructorOptions)) notImplemented(`the window option ${name}`);
  }
  for (const [name, value] of Object.entries(options.webPreferences ?? {})) {
    const wanted = (knownPreferences as Record<string, boolean | null>)[name];
    if (wanted === undefined || (wanted !== null && value !== wanted)) {
      notImplemented(`the web preference ${name}: ${String(value)}`);
    }
  }
}
