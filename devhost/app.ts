/** `app`: the life of the hosted app, from before it is ready until the process ends. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { App } from 'electron';
// First, since it says what the process is called.
import './identity.ts';
import { createPaths, type PathName } from './app-paths.ts';
import { commandLine } from './command-line.ts';
import { createEvent } from './host-event.ts';
import { type InstanceLock, type SecondInstance, takeInstanceLock } from './instance-lock.ts';
import { Guarded } from './not-implemented.ts';
import { openWindows } from './open-windows.ts';
import { runtime } from './runtime.ts';

type Mirrored =
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'hasSingleInstanceLock'
  | 'isDefaultProtocolClient'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'removeAsDefaultProtocolClient'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setAsDefaultProtocolClient'
  | 'setName'
  | 'setPath'
  | 'whenReady';

const events = [
  'activate',
  'before-quit',
  'browser-window-created',
  'open-url',
  'quit',
  'ready',
  'second-instance',
  'web-contents-created',
  'will-finish-launching',
  'will-quit',
  'window-all-closed',
  // Never here: files are not handed over, and there is one process to lose and its loss ends the host.
  'open-file',
  'child-process-gone',
  'render-process-gone',
  'certificate-error',
  'login',
];

export class HostApp extends Guarded implements Pick<App, Mirrored> {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = createPaths(() => this.#name, process.argv[0] ?? '');
  #isReady = false;
  #name = 'Electron';
  #version: string = process.versions.electron ?? '';
  #appPath = process.cwd();
  #lock: InstanceLock | null = null;
  #isQuitting = false;
  /** Set by the host: ends Chromium and then the process. */
  #end: (code: number) => void = (code) => process.exit(code);

  constructor() {
    super('app', events);
    openWindows.onAllClosed = () => this.#allClosed();
    openWindows.onCreated = (window) => {
      this.emit('browser-window-created', createEvent(), window);
      this.emit('web-contents-created', createEvent(), window.webContents);
    };
  }

  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  getName(): string {
    return this.#name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return this.#version;
  }
  getAppPath(): string {
    return this.#appPath;
  }
  getLocale(): string {
    return commandLine.getSwitchValue('lang') || Intl.DateTimeFormat().resolvedOptions().locale;
  }
  getPath(name: PathName): string {
    return this.#paths.get(name);
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name as PathName, path);
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  isReady(): boolean {
    return this.#isReady;
  }

  requestSingleInstanceLock(additionalData: unknown = undefined): boolean {
    if (this.#lock !== null) return true;
    const mine = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    this.#lock = takeInstanceLock(this.getPath('userData'), mine, (second) => this.#tellOfSecond(second));
    return this.#lock !== null;
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock !== null;
  }
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  /** The desktop is left as it is: links of a scheme are given as arguments here. */
  setAsDefaultProtocolClient(): boolean {
    return false;
  }
  removeAsDefaultProtocolClient(): boolean {
    return false;
  }
  isDefaultProtocolClient(): boolean {
    return false;
  }
  /** Every page's process is sandboxed as far as the account that runs it allows. */
  enableSandbox(): void {}
  setAppUserModelId(): void {}
  focus(): void {
    for (const window of openWindows) window.focus();
  }

  quit(): void {
    if (this.#isQuitting) return;
    const event = createEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of [...openWindows]) window.close();
    if (openWindows.size > 0) this.#isQuitting = false;
    else this.#leave();
  }

  exit(code = 0): void {
    this.#isQuitting = true;
    for (const window of [...openWindows]) window.destroy();
    this.emit('quit', createEvent(), code);
    this.#end(code);
  }

  #leave(): void {
    this.#isQuitting = true;
    const event = createEvent();
    this.emit('will-quit', event);
    if (event.defaultPrevented) {
      this.#isQuitting = false;
      return;
    }
    this.emit('quit', createEvent(), 0);
    this.#end(0);
  }

  #allClosed(): void {
    // Whoever quits goes on by itself.
    if (this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  #tellOfSecond({ argv, workingDirectory, additionalData }: SecondInstance): void {
    void this.#ready.promise.then(() => {
      this.emit('second-instance', createEvent(), [...argv], workingDirectory, additionalData);
    });
  }

  /** For the host: reads the app's package. Returns the file to load. */
  static describe(app: HostApp, path: string): string {
    const folder = resolve(path);
    const description = join(folder, 'package.json');
    if (!existsSync(description)) {
      app.#appPath = dirname(folder);
      return folder;
    }
    const {
      main = 'index.js',
      name,
      productName,
      version,
    } = JSON.parse(readFileSync(description, 'utf8')) as Record<string, string>;
    app.#appPath = folder;
    app.#name = productName ?? name ?? app.#name;
    app.#version = version ?? app.#version;
    return join(folder, main);
  }

  /** For the host: the entry has been evaluated and Chromium is there. */
  static becomeReady(app: HostApp): void {
    app.#isReady = true;
    runtime.isReady = true;
    app.emit('will-finish-launching');
    app.emit('ready', createEvent(), {});
    app.#ready.resolve();
  }

  /** For the host: how the process is to end. */
  static endWith(app: HostApp, end: (code: number) => void): void {
    app.#end = end;
  }
}

export const app = new HostApp();
