/** `WebContents`: what a window shows, as the app's main process handles it. */
import type {
  WebContents as ElectronWebContents,
  HandlerDetails,
  PrintToPDFOptions,
  WebContentsPrintOptions,
  WindowOpenHandlerResponse,
} from 'electron';
import type { OpenedTarget, TargetOwner } from './browser.ts';
import type { CdpEvents } from './cdp-messages.ts';
import { toldChromium } from './command-line.ts';
import { consoleMessageOf } from './console-message.ts';
import { Frame } from './frame.ts';
import { createEvent } from './host-event.ts';
import type { UpwardMessage } from './in-page/isolated-world.ts';
import { codec, deliverSpoken } from './ipc-delivery.ts';
import { Ipc } from './ipc-main.ts';
import { preferColorScheme } from './native-theme.ts';
import { Guarded, notImplemented } from './not-implemented.ts';
import { Page } from './page.ts';
import { SettledPermissions } from './permissions.ts';
import { usablePreload } from './preload-world.ts';
import { type PrintCallback, printJob, printToPdf } from './printing.ts';
import type { Navigation } from './request-gate.ts';
import { originOf, toAppUrl, toPageUrl } from './scheme-address.ts';
import { hostSessionOf, type SessionFacade } from './session.ts';

type Mirrored =
  | 'close'
  | 'executeJavaScript'
  | 'focus'
  | 'forcefullyCrashRenderer'
  | 'getTitle'
  | 'getType'
  | 'getURL'
  | 'id'
  | 'isCrashed'
  | 'isDestroyed'
  | 'isLoading'
  | 'loadURL'
  | 'print'
  | 'printToPDF'
  | 'reload'
  | 'send'
  | 'setWebRTCIPHandlingPolicy'
  | 'setWindowOpenHandler';

const events = [
  'console-message',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-navigate-in-page',
  'dom-ready',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
  // No webview can be attached, and no page can hinder its closing.
  'will-attach-webview',
  'will-prevent-unload',
  // A right click shows Chromium's own menu.
  'context-menu',
];

export type WebContentsNeeds = {
  readonly session: SessionFacade;
  readonly preload: string | null;
  /** Whether the page may run scripts. */
  readonly hasScripts: boolean;
  /** `#rrggbb`, shown where the page says nothing else. */
  readonly backgroundColor: string;
  readonly close: () => void;
};

const all = new Map<number, WebContents>();
let lastId = 0;

export class WebContents extends Guarded implements Pick<ElectronWebContents, Mirrored> {
  readonly id = ++lastId;
  readonly session: SessionFacade;
  readonly ipc = new Ipc();
  readonly #needs: WebContentsNeeds;
  readonly #page = Promise.withResolvers<Page>();
  #targetId: string | null = null;
  #mainFrame: Frame;
  #title = '';
  #isDestroyed = false;
  #isCrashed = false;
  #isLoading = false;
  /** Where `loadURL` is going: no question of will-navigate. */
  #loading: string | null = null;
  #openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;
  readonly #permissions: SettledPermissions;

  constructor(needs: WebContentsNeeds) {
    super('WebContents', events);
    this.session = needs.session;
    this.#needs = needs;
    const { permissions } = hostSessionOf(needs.session);
    this.#permissions = new SettledPermissions(permissions, this as unknown as ElectronWebContents);
    this.#mainFrame = this.#createFrame('');
    // Whoever waits is told; a window that is closed before it opened is no error of its own.
    this.#page.promise.catch(() => {});
    all.set(this.id, this);
  }

  get mainFrame(): Frame {
    return this.#mainFrame;
  }
  getURL(): string {
    return this.#mainFrame.url;
  }
  getTitle(): string {
    return this.#title;
  }
  getType(): 'window' {
    return 'window';
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isCrashed(): boolean {
    return this.#isCrashed;
  }
  isLoading(): boolean {
    return this.#isLoading;
  }
  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.#openHandler = handler;
  }
  /** Chromium is told on its command line, or not at all. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    const isTold = policy === toldChromium('webrtc-ip-handling-policy');
    if (!isTold) notImplemented(`setWebRTCIPHandlingPolicy('${policy}')`);
  }
  send(channel: string, ...args: unknown[]): void {
    const encoded = codec.encode(args);
    this.#tell((page) => page.deliver({ type: 'event', channel, args: encoded }));
  }
  close(): void {
    this.#needs.close();
  }
  focus(): void {
    this.#tell((page) => page.cdp.tell('Page.bringToFront', {}));
  }
  reload(): void {
    this.#loading = this.getURL();
    this.#tell((page) => page.cdp.tell('Page.reload', {}));
  }
  forcefullyCrashRenderer(): void {
    this.#tell((page) => page.cdp.tell('Page.crash', {}));
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.#page.promise).evaluate(code, userGesture);
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    return printToPdf((await this.#page.promise).cdp, options);
  }
  print(options: WebContentsPrintOptions = {}, callback: PrintCallback = () => {}): void {
    const job = printJob(options);
    this.#tell((page) => job(page.cdp, callback));
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page.promise;
    this.#loading = url;
    this.#isLoading = true;
    await this.#permissions.settle(originOf(url));
    const loaded = new Promise<void>((resolve) => page.once('loaded', resolve));
    try {
      await page.load(url);
    } catch (error) {
      this.#isLoading = false;
      this.emit('did-fail-load', createEvent(), -2, `${(error as Error).message}`, url, true);
      throw error;
    }
    await loaded;
  }

  #tell(what: (page: Page) => unknown): void {
    this.#page.promise.then(what).catch(() => {});
  }

  #createFrame(url: string): Frame {
    return new Frame({ id: this.id, url, parent: null, send: (channel, ...args) => this.send(channel, ...args) });
  }

  #mayNavigate({ url, isMainFrame, isRedirect }: Navigation): boolean {
    if (isMainFrame && !isRedirect && this.#loading !== null && toPageUrl(this.#loading) === toPageUrl(url)) {
      this.#loading = null;
      return true;
    }
    const frame = isMainFrame ? this.#mainFrame : null;
    const event = createEvent({ url, isMainFrame, isSameDocument: false, frame, initiator: this.#mainFrame });
    const names = isRedirect ? ['will-redirect'] : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])];
    for (const name of names) this.emit(name, event, url, false, isMainFrame);
    return !event.defaultPrevented;
  }

  #askToOpen(url: string, frameName: string, features: string): void {
    if (this.#openHandler === null) notImplemented('window.open without a setWindowOpenHandler');
    const details = {
      url,
      frameName,
      features,
      disposition: 'new-window',
      referrer: { url: this.getURL(), policy: 'default' },
    };
    const { action } = this.#openHandler(details as HandlerDetails);
    if (action !== 'deny') notImplemented('window.open that is allowed');
  }

  /** For the host: what the browser tells of the page's target. */
  static ownerOf(contents: WebContents, closed: () => void): TargetOwner {
    return {
      titled: (title) => {
        if (title === contents.#title) return;
        contents.#title = title;
        contents.emit('page-title-updated', createEvent(), title, true);
      },
      gone: closed,
    };
  }

  /** For the host: its window has closed. */
  static destroy(contents: WebContents): void {
    if (contents.#isDestroyed) return;
    contents.#isDestroyed = true;
    all.delete(contents.id);
    Frame.destroy(contents.#mainFrame);
    contents.#page.reject(new Error('Object has been destroyed'));
    contents.emit('destroyed', createEvent());
  }

  /** For the host: gives the contents its page; `shown` is awaited between the blank page and the first load. */
  static async start(contents: WebContents, target: OpenedTarget, shown: (page: Page) => Promise<void>): Promise<Page> {
    const { session } = contents;
    const { preload, backgroundColor, hasScripts } = contents.#needs;
    contents.#targetId = target.targetId;
    const page = new Page({
      target,
      contents: contents as unknown as ElectronWebContents,
      session: hostSessionOf(session),
      preload: usablePreload(preload, (error) => contents.#refusePreload(error)),
      mayNavigate: (navigation) => contents.#mayNavigate(navigation),
    });
    contents.#listen(page);
    const [r = 255, g = 255, b = 255] = (backgroundColor.match(/[\da-f]{2}/gi) ?? []).map((part) =>
      Number.parseInt(part, 16),
    );
    await page.start([
      preferColorScheme(page),
      page.cdp.send('Emulation.setDefaultBackgroundColorOverride', { color: { r, g, b, a: 1 } }),
      ...(hasScripts ? [] : [page.cdp.send('Emulation.setScriptExecutionDisabled', { value: true })]),
    ]);
    await shown(page);
    contents.#page.resolve(page);
    return page;
  }

  #listen(page: Page): void {
    page.on('navigated', (url) => {
      Frame.destroy(this.#mainFrame);
      this.#mainFrame = this.#createFrame(url);
      this.#isLoading = true;
      this.#isCrashed = false;
    });
    page.on('moved', (url) => {
      Frame.move(this.#mainFrame, url);
      this.emit('did-navigate-in-page', createEvent(), url, true, this.id, this.id);
    });
    page.on('opening', (url, name, features) => this.#askToOpen(url, name, features));
    page.on('ready', () => this.emit('dom-ready', createEvent()));
    page.on('loaded', () => {
      this.#isLoading = false;
      this.emit('did-finish-load', createEvent());
    });
    page.on('crashed', () => {
      this.#isCrashed = true;
      this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 5 });
    });
    page.on('console', (said) => this.#tellConsole(said));
    page.on('said', (message, world) => this.#hear(page, message, world));
  }

  #hear(page: Page, message: UpwardMessage, world: number): void {
    switch (message.type) {
      case 'invoke':
      case 'send': {
        const contents = this as unknown as ElectronWebContents & { ipc: Ipc };
        void deliverSpoken(message, { page, world, frame: this.#mainFrame, contents });
        return;
      }
      case 'window-open':
        this.#askToOpen(toAppUrl(message.url), message.name, message.features);
        return;
      case 'preload-error':
        this.#refusePreload(Object.assign(new Error(message.message), { stack: message.stack }));
    }
  }

  #refusePreload(error: Error): void {
    const { preload } = this.#needs;
    console.error(`Unable to load preload script: ${preload}\n${error.stack}`);
    this.emit('preload-error', createEvent(), preload, error);
  }

  #tellConsole(said: CdpEvents['Runtime.consoleAPICalled']): void {
    this.emit('console-message', createEvent({ ...consoleMessageOf(said), frame: this.#mainFrame }));
  }

  static getAllWebContents(): WebContents[] {
    return [...all.values()];
  }
  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all.values()].find((contents) => contents.#targetId === targetId);
  }
}
