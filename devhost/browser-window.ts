/** `BrowserWindow`: a page in a window of its own, or in none where there is no display. */
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronBrowserWindow, Rectangle } from 'electron';
import { createEvent } from './host-event.ts';
import { forgetColorScheme } from './native-theme.ts';
import { Guarded, guard } from './not-implemented.ts';
import { openWindows } from './open-windows.ts';
import type { Page } from './page.ts';
import { runtime, theBrowser } from './runtime.ts';
import { primaryBounds } from './screen.ts';
import { SessionFacade, sessionFromPartition } from './session.ts';
import { WebContents } from './web-contents.ts';
import { WindowFrame, type WindowState } from './window-frame.ts';
import { checkOptions } from './window-options.ts';

type Mirrored =
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getNormalBounds'
  | 'getSize'
  | 'getTitle'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isVisible'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'reload'
  | 'restore'
  | 'setBounds'
  | 'setMenuBarVisibility'
  | 'setSize'
  | 'setTitle'
  | 'show';

const events = [
  'close',
  'closed',
  'hide',
  'maximize',
  'minimize',
  'move',
  'page-title-updated',
  'ready-to-show',
  'resize',
  'resized',
  'restore',
  'show',
  'unmaximize',
  // Nothing gives or takes the focus but the app itself, and no page hangs the host's process.
  'blur',
  'focus',
  'responsive',
  'unresponsive',
];

let lastId = 0;

/** The options of each window, for a test to read: Electron itself keeps them to itself. */
const optionsGiven: BrowserWindowConstructorOptions[] = [];
Object.defineProperty(globalThis, Symbol.for('devhost.windowOptions'), { value: optionsGiven });

export class BrowserWindowFacade extends Guarded implements Pick<ElectronBrowserWindow, Mirrored> {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  #bounds: Rectangle;
  #normalBounds: Rectangle;
  #state: WindowState = 'normal';
  #title: string;
  #isVisible: boolean;
  #isDestroyed = false;
  readonly #page: Promise<Page>;
  readonly #frame = Promise.withResolvers<WindowFrame>();

  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!runtime.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    checkOptions(options);
    optionsGiven.push(options);
    super('BrowserWindow', events);
    const { width = 800, height = 600, title = '', show = true, backgroundColor = '#ffffff' } = options;
    const { session, partition = '', preload = null, javascript = true } = options.webPreferences ?? {};
    const { x = Math.round((primaryBounds.width - width) / 2), y = Math.round((primaryBounds.height - height) / 2) } =
      options;
    this.#bounds = { x, y, width, height };
    this.#normalBounds = this.#bounds;
    this.#title = title;
    this.#isVisible = show;
    this.webContents = new WebContents({
      session: session instanceof SessionFacade ? session : sessionFromPartition(partition),
      preload,
      hasScripts: javascript,
      backgroundColor,
      close: () => this.close(),
    });
    this.#page = this.#open(options);
    this.#page.catch((error: unknown) => {
      if (!this.#isDestroyed) console.error('devhost: a window could not be opened:', error);
    });
    openWindows.add(this);
    openWindows.onCreated(this);
  }

  async #open(options: BrowserWindowConstructorOptions): Promise<Page> {
    const owner = WebContents.ownerOf(this.webContents, () => this.#leave());
    const target = await theBrowser().open(this.#bounds, owner);
    const page = await WebContents.start(this.webContents, target, async (shown) => {
      // On a real display the window manager places what the app does not.
      const isPlaced = options.x !== undefined || !theBrowser().hasDisplay;
      this.#frame.resolve(await WindowFrame.fit(theBrowser().cdp, shown, this.#bounds, isPlaced));
    });
    page.once('painted', () => this.emit('ready-to-show'));
    page.on('loaded', () => void this.#nameHost(page));
    page.on('resized', () => this.#readBounds());
    this.webContents.on('page-title-updated', (event: unknown, title: string) => {
      this.emit('page-title-updated', event, title, true);
      this.#title = title;
      void this.#nameHost(page);
    });
    if (this.#isDestroyed) await theBrowser().cdp.tell('Target.closeTarget', { targetId: page.targetId });
    return page;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  isFocused(): boolean {
    return this.#isVisible && this.#state !== 'minimized';
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }
  show(): void {
    this.#isVisible = true;
    this.emit('show', createEvent());
    this.focus();
  }
  hide(): void {
    this.#isVisible = false;
    this.emit('hide', createEvent());
  }
  focus(): void {
    this.webContents.focus();
  }
  minimize(): void {
    this.#changeState('minimized', 'minimize');
  }
  maximize(): void {
    this.#changeState('maximized', 'maximize');
  }
  restore(): void {
    if (this.#state !== 'normal') this.#changeState('normal', 'restore');
  }
  getBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return { ...this.#normalBounds };
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds;
    const wanted = { ...before, ...bounds };
    this.#bounds = wanted;
    this.#normalBounds = wanted;
    this.#tell(async (frame) => {
      await frame.place(wanted);
      // Of a new size the page tells itself.
      if (wanted.x !== before.x || wanted.y !== before.y) this.emit('move', createEvent());
    });
  }
  /** There is no menu bar. */
  setMenuBarVisibility(): void {}

  close(): void {
    if (this.#isDestroyed) return;
    const event = createEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    const targetId = this.#page.then((page) => page.targetId);
    targetId.then((id) => theBrowser().cdp.tell('Target.closeTarget', { targetId: id })).catch(() => {});
    this.#close();
  }

  /** Somebody has closed the window: the app is told, but too late to keep it open. */
  #leave(): void {
    if (!this.#isDestroyed) this.emit('close', createEvent());
    this.#close();
  }

  #close(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#page.then(forgetColorScheme).catch(() => {});
    openWindows.delete(this);
    WebContents.destroy(this.webContents);
    this.emit('closed');
    if (openWindows.size === 0) openWindows.onAllClosed();
  }

  #changeState(state: WindowState, event: string): void {
    this.#state = state;
    this.#tell((frame) => frame.change(state));
    this.emit(event, createEvent());
  }

  /** What a window that has gone cannot do any more is not missed. */
  #tell(what: (frame: WindowFrame) => Promise<void>): void {
    this.#frame.promise.then(what).catch(() => {});
  }

  #readBounds(): void {
    this.#tell(async (frame) => {
      const { bounds, state } = await frame.read();
      const was = this.#state;
      this.#state = state;
      this.#bounds = bounds;
      if (state === 'normal') this.#normalBounds = bounds;
      this.emit('resize', createEvent());
      if (was !== 'maximized' && state === 'maximized') this.emit('maximize', createEvent());
      if (was === 'maximized' && state === 'normal') this.emit('unmaximize', createEvent());
    });
  }

  /** The title bar shows the page's title; on a display it has to say that this is not the real thing. */
  async #nameHost(page: Page): Promise<void> {
    if (!theBrowser().hasDisplay) return;
    const mark = JSON.stringify(' (development host)');
    const said = `document.title !== '' && !document.title.endsWith(${mark}) && (document.title += ${mark})`;
    await page.evaluate(said, false).catch(() => {});
  }

  static getAllWindows(): BrowserWindowFacade[] {
    return [...openWindows];
  }
  static fromId(id: number): BrowserWindowFacade | null {
    return [...openWindows].find((window) => window.id === id) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindowFacade | null {
    return [...openWindows].find((window) => window.webContents === contents) ?? null;
  }
  static getFocusedWindow(): BrowserWindowFacade | null {
    return [...openWindows].findLast((window) => window.isFocused()) ?? null;
  }
}

export const BrowserWindow = guard(BrowserWindowFacade, 'BrowserWindow');
