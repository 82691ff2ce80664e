/**
 * What moved on a page, by the browser's own record (`layout-shift` entries): each element that stood somewhere else in
 * the next frame although nobody scrolled. Also right after a click or a key, which the browser's sum leaves out.
 */
import type { Page } from '@playwright/test';

/** One element that moved, in words: what it is, from where to where. */
export type Moved = { readonly step: string; readonly what: string };

type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type LayoutShift = PerformanceEntry & {
  readonly sources: readonly { readonly node: Node | null; readonly previousRect: Rect; readonly currentRect: Rect }[];
};
type Recording = Window & { moved: { readonly step: string; readonly what: string }[]; step: string };

/** `mayMove`: a selector of what opens or is put in another order when somebody asks for it, and may therefore move. */
export async function recordShifts(page: Page, mayMove: string) {
  await page.evaluate((selector) => {
    const recording = window as unknown as Recording;
    recording.moved = [];
    recording.step = 'start';
    const describe = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement;
      const name = `${element?.tagName.toLowerCase()}.${element?.getAttribute('class') ?? ''}`;
      return `${name} “${node.textContent?.trim().slice(0, 40)}”`;
    };
    const place = ({ x, y, width, height }: Rect) => [x, y, width, height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as LayoutShift[]) {
        for (const { node, previousRect, currentRect } of sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          // What is gone by now was replaced, not moved.
          if (node === null || element?.closest(selector)) continue;
          const [before, after] = [place(previousRect), place(currentRect)];
          // Of a text the browser tells the box: where that stays, words before it in the same line are others now.
          if (before === after) continue;
          const what = `${describe(node)} ${before} → ${after}`;
          recording.moved.push({ step: recording.step, what });
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  }, mayMove);
  return {
    /** What moves from now on is told with this. */
    step: (name: string): Promise<void> =>
      page.evaluate((step) => {
        (window as unknown as Recording).step = step;
      }, name),
    moved: (): Promise<readonly Moved[]> => page.evaluate(() => (window as unknown as Recording).moved),
  };
}
