/** How somebody in the spotlight is told from others, on a card and before a name: by a form as well as by a colour. */
import type { Box } from '../../../contract/organisation-items.ts';
import type { Palette } from './palette.ts';
import type { Pen } from './scene.ts';

/** Of the dot, for each pixel of the letters that follow it: how wide it is with what is free behind it. */
const dot = 0.62;

function matchInk({ isForced, isDark, accent }: Palette): string {
  if (isForced) return accent;
  return isDark ? 'oklch(0.82 0.15 85)' : 'oklch(0.56 0.13 70)';
}

/** Lower cards have it along all of their side. */
const leastRounded = 16;

/** Along the left side of each card. `boxes` are in pixels of the screen. */
export function drawMatchBars({ context, palette }: Pick<Pen, 'context' | 'palette'>, boxes: readonly Box[]): void {
  if (boxes.length === 0) return;
  context.beginPath();
  for (const { x, y, w, h } of boxes) {
    const width = Math.max(2, Math.min(6, 0.025 * w));
    if (h < leastRounded) context.rect(x, y, width, h);
    else context.roundRect(x + 2, y + 0.16 * h, width, 0.68 * h, width / 2);
  }
  context.fillStyle = matchInk(palette);
  context.fill();
}

export function dotRoom(size: number): number {
  return Math.ceil(dot * size);
}

/** In the middle of the line's height. */
export function drawMatchDot({ context, palette }: Pick<Pen, 'context' | 'palette'>, line: Box, size: number): void {
  context.beginPath();
  context.arc(line.x + 0.22 * size, line.y + line.h / 2, 0.22 * size, 0, 2 * Math.PI);
  context.fillStyle = matchInk(palette);
  context.fill();
}
