/** A large image is drawn a strip at a time, so that the page answers between two, and what was stopped goes no further. */
import type { Box } from '../../../contract/organisation-items.ts';
import type { Size } from './camera.ts';
import type { Pen } from './scene.ts';

/** Of the whole width, in pixels from the top. */
export type Strip = { readonly y: number; readonly h: number };

/** Drawing ends soon after the signal aborts. `tell`: how many people are drawn, and of how many. */
export type Going = { readonly signal: AbortSignal; readonly tell: (done: number, total: number) => void };

/** Of one strip. */
const mostPixels = 2 ** 22;
/** Rings and lines reach so far beyond what they are around, in pixels. */
const beyond = 8;

export function stripsOf({ w, h }: Size): Strip[] {
  const high = Math.max(1, Math.floor(mostPixels / w));
  return Array.from({ length: Math.ceil(h / high) }, (_, nth) => ({
    y: nth * high,
    h: Math.min(high, h - nth * high),
  }));
}

/** `box` is in pixels. Where all is drawn at once, everything is in it. */
export function isInStrip({ strip }: Pick<Pen, 'strip'>, { y, h }: Pick<Box, 'y' | 'h'>): boolean {
  return strip === undefined || (y < strip.y + strip.h + beyond && y + h > strip.y - beyond);
}

/** False: it was stopped. `people`: how many are told of as drawn. */
export async function drawInStrips(
  pen: Pen,
  people: number,
  { signal, tell }: Going,
  draw: (pen: Pen) => void,
): Promise<boolean> {
  const { context, size } = pen;
  const strips = stripsOf(size);
  for (const [nth, strip] of strips.entries()) {
    context.save();
    context.beginPath();
    context.rect(0, strip.y, size.w, strip.h);
    context.clip();
    draw({ ...pen, strip });
    context.restore();
    tell(Math.floor((people * (nth + 1)) / strips.length), people);
    await nextTurn();
    if (signal.aborted) return false;
  }
  return true;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
