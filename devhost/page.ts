/** One page in Chromium: prepared before anything of it runs, and told apart from the host's other pages by its target. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { blankAppUrl, type OpenedTarget } from './browser.ts';
import type { CdpSession } from './cdp.ts';
import type { CdpEvents } from './cdp-messages.ts';
import type { DownwardMessage, UpwardMessage } from './in-page/isolated-world.ts';
import { notImplemented } from './not-implemented.ts';
import { bindingName, deliverName, isolatedWorldName, isolatedWorldScript, mainWorldScript } from './preload-world.ts';
import { gateRequests, type Navigation } from './request-gate.ts';
import { toAppUrl, toPageUrl } from './scheme-address.ts';
import type { HostSession } from './session.ts';

/** What a window shows before the app loads anything. */
const blankUrls: ReadonlySet<string> = new Set(['about:blank', blankAppUrl]);

export type PageEvents = {
  /** The top frame shows another document. */
  navigated: [url: string];
  moved: [url: string];
  said: [message: UpwardMessage, world: number];
  console: [CdpEvents['Runtime.consoleAPICalled']];
  opening: [url: string, name: string, features: string];
  ready: [];
  loaded: [];
  /** Something of the document has been drawn for the first time. */
  painted: [];
  resized: [];
  crashed: [];
};

export type PageNeeds = {
  readonly target: OpenedTarget;
  readonly contents: WebContents;
  readonly session: HostSession;
  /** A CommonJS file, or null. */
  readonly preload: string | null;
  readonly mayNavigate: (navigation: Navigation) => boolean;
};

export class Page extends EventEmitter<PageEvents> {
  readonly cdp: CdpSession;
  readonly targetId: string;
  /** The isolated world of the document now shown. */
  #world: number | null = null;
  readonly #needs: PageNeeds;
  /** The page that the window came with, of which the app knows nothing. */
  #isBlank = true;

  constructor(needs: PageNeeds) {
    super();
    this.#needs = needs;
    this.cdp = needs.target.cdp;
    this.targetId = needs.target.targetId;
  }

  /** Listens and prepares, then lets the page run. `prepared` is what else has to be told to it first. */
  async start(prepared: readonly Promise<unknown>[]): Promise<void> {
    this.#listen();
    const { cdp } = this;
    const secret = randomUUID();
    const told = [
      gateRequests({ ...this.#needs, cdp, mainFrameId: this.targetId }),
      cdp.send('Page.enable', {}),
      cdp.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      cdp.send('Runtime.enable', {}),
      cdp.send('Runtime.addBinding', { name: bindingName, executionContextName: isolatedWorldName }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(secret) }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: isolatedWorldScript(secret, this.#needs.preload),
        worldName: isolatedWorldName,
      }),
      cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      ...prepared,
      cdp.send('Runtime.runIfWaitingForDebugger', {}),
    ];
    await Promise.all(told);
  }

  /** Rejects as Electron's `loadURL` does where nothing could be loaded. */
  async load(url: string): Promise<void> {
    if (blankUrls.has(url)) notImplemented(`loadURL('${url}')`);
    const { errorText } = await this.cdp.send('Page.navigate', { url: toPageUrl(url) });
    if (errorText === undefined) return;
    const code = errorText.replace('net::', '');
    throw Object.assign(new Error(`${code} loading '${url}'`), { code, url });
  }

  /** Says something to the preload; dropped where no document is there to hear it. */
  deliver(message: DownwardMessage, world = this.#world): void {
    if (world === null) return;
    void this.cdp.tell('Runtime.evaluate', {
      expression: `${deliverName}(${JSON.stringify(message)})`,
      contextId: world,
      silent: true,
    });
  }

  /** Whether the document of a world is still shown. */
  isCurrent(world: number): boolean {
    return this.#world === world;
  }

  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails === undefined) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  #listen(): void {
    const { cdp, targetId } = this;
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== targetId || blankUrls.has(frame.url)) return;
      this.#isBlank = false;
      this.emit('navigated', toAppUrl(frame.url));
    });
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === targetId) this.emit('moved', toAppUrl(url));
    });
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === isolatedWorldName && context.auxData?.frameId === targetId) this.#world = context.id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.#world === executionContextId) this.#world = null;
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      this.#world = null;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === bindingName) this.emit('said', JSON.parse(payload) as UpwardMessage, executionContextId);
    });
    cdp.on('Runtime.consoleAPICalled', (said) => this.emit('console', said));
    // What a page opens without `window.open`: a link, a form. The window itself is closed before it runs.
    cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.emit('opening', toAppUrl(url), windowName, windowFeatures.join(','));
    });
    cdp.on('Page.domContentEventFired', () => {
      if (!this.#isBlank) this.emit('ready');
    });
    cdp.on('Page.loadEventFired', () => {
      if (!this.#isBlank) this.emit('loaded');
    });
    cdp.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (frameId === targetId && name === 'firstContentfulPaint' && !this.#isBlank) this.emit('painted');
    });
    cdp.on('Page.frameResized', () => this.emit('resized'));
    cdp.on('Inspector.targetCrashed', () => this.emit('crashed'));
    cdp.on('Target.attachedToTarget', ({ sessionId }) => void this.#admit(this.#needs.target.inner(sessionId)));
  }

  /** A frame of another process, or a worker: its requests pass the same gate. */
  async #admit(cdp: CdpSession): Promise<void> {
    await gateRequests({ ...this.#needs, cdp, mainFrameId: this.targetId }).catch(() => {});
    await cdp.tell('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    await cdp.tell('Runtime.runIfWaitingForDebugger', {});
  }
}
