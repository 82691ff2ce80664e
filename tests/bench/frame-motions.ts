/** Moves a drawing as a mouse does, once a frame, in the page of a Chromium; and what its frames cost. */
import type { Browser, Page } from '@playwright/test';
import { median, quantile } from './figures.ts';
import { scriptOfFrames } from './frame-script.ts';

export type Motion = {
  /** The element that hears the mouse. */
  readonly selector: string;
  /** Dragged there and back; or zoomed at its middle by the wheel, so many pixels of it a frame, there and back. */
  readonly how: { readonly kind: 'pan' } | { readonly kind: 'zoom'; readonly wheel: number; readonly ctrlKey: boolean };
  readonly frames: number;
  /** Given up after that, and not done again. */
  readonly mostMs: number;
};

const rounds = 3;

export type Moved = {
  /** The median of the rounds. */
  readonly perSecond: number;
  /** Between a frame and the next, in milliseconds: 95 of 100 are below. */
  readonly gap95: number;
  /** Of script on the page's main thread, in milliseconds of processor time: 95 of 100 frames are below. */
  readonly script95: number;
  readonly frames: number;
  readonly isCut: boolean;
};

export async function moved(browser: Browser, page: Page, motion: Motion): Promise<Moved> {
  const gone: Gone[] = [];
  const scripts: number[] = [];
  while (gone.length < rounds && gone.at(-1)?.isCut !== true) {
    await browser.startTracing(page, { categories: ['-*', 'devtools.timeline'] });
    gone.push(await page.evaluate(move, motion));
    scripts.push(...scriptOfFrames(await browser.stopTracing()));
  }
  const gaps = gone.flatMap((one) => one.gaps);
  return {
    perSecond: median(gone.map((one) => (1000 * one.gaps.length) / one.spentMs)),
    gap95: quantile(gaps, 0.95),
    script95: quantile(scripts, 0.95),
    frames: gaps.length,
    isCut: gone.at(-1)?.isCut === true,
  };
}

type Gone = { readonly gaps: number[]; readonly spentMs: number; readonly isCut: boolean };

/** Runs in the page. */
function move({ selector, how, frames, mostMs }: Motion): Promise<Gone> {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`There is no ${selector}.`);
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { clientX: Math.round(left + width / 2), clientY: Math.round(top + height / 2) };
  const shared = { bubbles: true, cancelable: true, view: window };
  const mouse = (type: string, buttons: number) =>
    element.dispatchEvent(new MouseEvent(type, { ...shared, ...at, button: 0, buttons }));
  const step = (isBack: boolean): void => {
    if (how.kind === 'zoom') {
      const deltaY = isBack ? how.wheel : -how.wheel;
      element.dispatchEvent(new WheelEvent('wheel', { ...shared, ...at, deltaY, ctrlKey: how.ctrlKey }));
      return;
    }
    at.clientX += isBack ? 14 : -14;
    at.clientY += isBack ? 9 : -9;
    element.dispatchEvent(new PointerEvent('pointermove', { ...shared, ...at, buttons: 1 }));
    mouse('mousemove', 1);
  };
  return new Promise((done) => {
    const gaps: number[] = [];
    let begun = 0;
    let before: number | null = null;
    if (how.kind === 'pan') mouse('mousedown', 1);
    const frame = (now: number) => {
      if (before === null) begun = now;
      else gaps.push(now - before);
      before = now;
      const isCut = now - begun > mostMs;
      if (isCut || gaps.length >= frames) {
        if (how.kind === 'pan') mouse('mouseup', 0);
        done({ gaps, spentMs: now - begun, isCut });
        return;
      }
      step(gaps.length >= frames / 2);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
