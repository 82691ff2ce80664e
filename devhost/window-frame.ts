/** A window's place and size, as the app counts them: without the frame that Chromium draws around a page. */
import type { Rectangle } from 'electron';
import type { CdpSession } from './cdp.ts';
import type { Bounds } from './cdp-messages.ts';
import type { Page } from './page.ts';

export type WindowState = NonNullable<Bounds['windowState']>;

export class WindowFrame {
  readonly #browser: CdpSession;
  readonly #page: Page;
  readonly #windowId: number;
  #inset = { width: 0, height: 0 };

  private constructor(browser: CdpSession, page: Page, windowId: number) {
    this.#browser = browser;
    this.#page = page;
    this.#windowId = windowId;
  }

  /** Measures the frame of a window that shows its page already, and gives the page the size it is to have. */
  static async fit(browser: CdpSession, page: Page, wanted: Rectangle, isPlaced: boolean): Promise<WindowFrame> {
    const { windowId, bounds } = await browser.send('Browser.getWindowForTarget', { targetId: page.targetId });
    const frame = new WindowFrame(browser, page, windowId);
    const [innerWidth = 0, innerHeight = 0] = (await page.evaluate('[innerWidth, innerHeight]', false)) as number[];
    frame.#inset = {
      width: (bounds.width ?? innerWidth) - innerWidth,
      height: (bounds.height ?? innerHeight) - innerHeight,
    };
    await (isPlaced ? frame.place(wanted) : frame.#set(frame.#outer(wanted)));
    return frame;
  }

  async place({ x: left, y: top, width, height }: Rectangle): Promise<void> {
    await this.#set({ left, top, ...this.#outer({ width, height }) });
  }

  #outer({ width, height }: { readonly width: number; readonly height: number }): Bounds {
    return { width: width + this.#inset.width, height: height + this.#inset.height };
  }

  async #set(bounds: Bounds): Promise<void> {
    await this.#browser.tell('Browser.setWindowBounds', { windowId: this.#windowId, bounds });
  }

  async change(windowState: WindowState): Promise<void> {
    await this.#set({ windowState });
  }

  /** Rejects where the window has gone. */
  async read(): Promise<{ readonly bounds: Rectangle; readonly state: WindowState }> {
    const { bounds } = await this.#browser.send('Browser.getWindowForTarget', { targetId: this.#page.targetId });
    const { left: x = 0, top: y = 0, width = 0, height = 0, windowState: state = 'normal' } = bounds;
    return {
      bounds: { x, y, width: width - this.#inset.width, height: height - this.#inset.height },
      state,
    };
  }
}
