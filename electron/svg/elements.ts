/** Elements of an SVG file, as text. Numbers have at most two digits behind the point. */
import type { Box } from '../../contract/organisation-items.ts';
import { fitted, textWidth } from './text-width.ts';
import { directed, escaped, seenText } from './xml-text.ts';

/** Inter, as the page has it, and what is no wider: text is measured by the widest of them. */
export const fontFamily = "Inter, 'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

export const number = (value: number): string => String(Math.round(value * 100) / 100);

export function rect({ x, y, w, h }: Box, attributes = ''): string {
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(w)}" height="${number(h)}"${attributes}/>`;
}

export type Words = {
  readonly text: string;
  /** `#rrggbb`; null: that of the group. */
  readonly ink?: string | null;
};

export type LineOfText = {
  readonly x: number;
  /** Where the letters stand. */
  readonly y: number;
  readonly room: number;
  readonly size: number;
  /** Beside x and y. */
  readonly attributes?: string;
};

/** One line, cut to its room: parts one after the other. '' where not even one letter has room. */
export function textLine(parts: readonly Words[], { x, y, room, size, attributes = '' }: LineOfText): string {
  let left = room;
  const shown: string[] = [];
  for (const { text, ink = null } of parts) {
    const whole = seenText(text);
    const part = fitted(whole, size, left);
    if (part === '') break;
    const content = escaped(directed(part));
    shown.push(ink === null ? content : `<tspan fill="${ink}">${content}</tspan>`);
    left -= textWidth(part, size);
    if (part !== whole) break;
  }
  return shown.length === 0 ? '' : `<text x="${number(x)}" y="${number(y)}"${attributes}>${shown.join('')}</text>`;
}

export function group(attributes: string, content: string): string {
  return content === '' ? '' : `<g ${attributes}>${content}</g>\n`;
}
