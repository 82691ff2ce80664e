/** Texts and icons on a canvas: cut to their room, at whole sizes, for which the browser keeps its glyphs. */
import type { Box } from '../../../contract/organisation-items.ts';
import { isolated } from './fit-text.ts';
import type { IconName } from './icon-paths.ts';
import type { Ink } from './palette.ts';
import type { Pen } from './scene.ts';

export type TextStyle = {
  /** In pixels of the screen. */
  readonly size: number;
  readonly weight: 400 | 500 | 600;
  readonly ink: Ink;
  readonly isStruck?: boolean;
  readonly align?: 'left' | 'centre';
};

/** From the middle of a line to where its letters stand, for each pixel of the font's size. */
const baseline = 0.36;

export function fontOf({ family }: Pen, { size, weight }: Pick<TextStyle, 'size' | 'weight'>): string {
  return `${weight} ${size}px ${family}`;
}

/** On one line, in the middle of the box's height. Answers how wide it became. */
export function drawText(pen: Pen, text: string, { x, y, w, h }: Box, style: TextStyle): number {
  if (text === '' || w <= 0) return 0;
  const { context, palette } = pen;
  const font = fontOf(pen, style);
  const shown = pen.text.fit(text, font, w);
  if (shown === '') return 0;
  const width = Math.min(w, pen.text.width(shown, font));
  const left = style.align === 'centre' ? x + (w - width) / 2 : x;
  context.font = font;
  context.fillStyle = palette[style.ink];
  context.fillText(isolated(shown), left, y + h / 2 + style.size * baseline);
  if (style.isStruck === true) context.fillRect(left, Math.round(y + h / 2), width, 1);
  return width;
}

/** A square, in the middle of the box's height at its left. */
export function drawIcon({ context, palette, icons }: Pen, name: IconName, { x, y, w, h }: Box, ink: Ink): void {
  const path = icons.get(name);
  if (path === undefined) return;
  context.save();
  context.translate(x, y + (h - w) / 2);
  context.scale(w / 24, w / 24);
  context.strokeStyle = palette[ink];
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(path);
  context.restore();
}
