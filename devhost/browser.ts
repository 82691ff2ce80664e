/** Chromium's windows and pages: opens them, hands each to who asked for it, and closes what a page opens by itself. */
import type { CdpSession } from './cdp.ts';
import type { TargetInfo } from './cdp-messages.ts';
import type { Chromium } from './chromium.ts';

/** An app window starts at this address: only a web-safe scheme is allowed there. */
export const blankAppUrl = 'data:text/html,';

export type Size = { readonly width: number; readonly height: number };

export type OpenedTarget = {
  readonly targetId: string;
  readonly cdp: CdpSession;
  /** The connection to a target within this one. */
  readonly inner: (sessionId: string) => CdpSession;
};

/** Who is told of a page's life. */
export type TargetOwner = {
  readonly titled: (title: string) => void;
  readonly gone: () => void;
};

export class Browser {
  readonly chromium: Chromium;
  readonly hasDisplay: boolean;
  readonly #attached = new Map<string, CdpSession>();
  readonly #owners = new Map<string, TargetOwner>();
  readonly #targetOfSession = new Map<string, string>();
  readonly #awaited = new Map<string, (cdp: CdpSession) => void>();
  #appWindow: ((target: OpenedTarget) => void) | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #isOpening = false;

  constructor(chromium: Chromium, hasDisplay: boolean) {
    this.chromium = chromium;
    this.hasDisplay = hasDisplay;
  }

  get cdp(): CdpSession {
    return this.chromium.cdp.root;
  }

  /** Returns Chromium's version, such as `140.0.7339.16`. Rejects where the process ends before it answers. */
  async start(): Promise<string> {
    this.cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => this.#attach(sessionId, targetInfo));
    this.cdp.on('Target.detachedFromTarget', ({ sessionId }) => this.#detach(sessionId));
    this.cdp.on('Target.targetInfoChanged', ({ targetInfo }) => {
      this.#owners.get(targetInfo.targetId)?.titled(targetInfo.title);
    });
    const { product } = await this.cdp.send('Browser.getVersion', {});
    await this.cdp.send('Target.setDiscoverTargets', { discover: true });
    await this.cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    await this.cdp.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    return product.slice(product.indexOf('/') + 1);
  }

  /** Opens a window whose page waits, blank, until its owner lets it run. */
  open(size: Size, owner: TargetOwner): Promise<OpenedTarget> {
    // One after the other: an app window cannot be told from another until it has come.
    const opened = this.#opening.then(async () => {
      this.#isOpening = true;
      try {
        const target = await (this.hasDisplay ? this.#openAppWindow(size) : this.#openPage(size));
        this.#owners.set(target.targetId, owner);
        return target;
      } finally {
        this.#isOpening = false;
        this.#closeStrays();
      }
    });
    this.#opening = opened.catch(() => {});
    return opened;
  }

  async #openPage({ width, height }: Size): Promise<OpenedTarget> {
    const { targetId } = await this.cdp.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    const cdp =
      this.#attached.get(targetId) ??
      (await new Promise<CdpSession>((resolve) => this.#awaited.set(targetId, resolve)));
    return this.#opened(targetId, cdp);
  }

  #openAppWindow(size: Size): Promise<OpenedTarget> {
    return new Promise((resolve) => {
      this.#appWindow = resolve;
      this.chromium.openAppWindow(blankAppUrl, size);
    });
  }

  /** What came while a window was being opened and is not that window. */
  #closeStrays(): void {
    for (const targetId of this.#attached.keys()) {
      if (!this.#owners.has(targetId)) void this.cdp.tell('Target.closeTarget', { targetId });
    }
  }

  #opened(targetId: string, cdp: CdpSession): OpenedTarget {
    return { targetId, cdp, inner: (sessionId) => this.chromium.cdp.session(sessionId) };
  }

  #attach(sessionId: string, { targetId, type, url, openerId }: TargetInfo): void {
    const cdp = this.chromium.cdp.session(sessionId);
    this.#targetOfSession.set(sessionId, targetId);
    if (type !== 'page') {
      void cdp.tell('Runtime.runIfWaitingForDebugger', {});
      return;
    }
    if (openerId !== undefined) {
      // The page's owner has been asked by then, and can only have said no.
      void this.cdp.tell('Target.closeTarget', { targetId });
      return;
    }
    if (url.startsWith('devtools:')) {
      void cdp.tell('Runtime.runIfWaitingForDebugger', {});
      return;
    }
    if (!this.#isOpening) {
      // No window of the app waits for it.
      void this.cdp.tell('Target.closeTarget', { targetId });
      return;
    }
    this.#attached.set(targetId, cdp);
    this.#awaited.get(targetId)?.(cdp);
    this.#awaited.delete(targetId);
    this.#appWindow?.(this.#opened(targetId, cdp));
    this.#appWindow = null;
  }

  #detach(sessionId: string): void {
    const targetId = this.#targetOfSession.get(sessionId);
    this.#targetOfSession.delete(sessionId);
    if (targetId === undefined) return;
    this.#attached.delete(targetId);
    const owner = this.#owners.get(targetId);
    this.#owners.delete(targetId);
    owner?.gone();
  }
}
