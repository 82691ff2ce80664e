/** Pasted text as a field of one line holds it. Pure. */
import { longestSearchText } from '../../contract/bounds.ts';

/** Stands for a line break where one line holds several columns: commas and tabs alone would run into each other. */
const lineSign = ' ↵ ';

/** Lines become parts of a list, and blank ones go. A text of one line stays as it is. */
export function asOneLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  const lines = text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.join(lines.some((line) => /[\t|;,]/.test(line)) ? lineSign : '; ');
}

export type Fitting = {
  readonly text: string;
  /** How many characters were left out. */
  readonly left: number;
};

/** As much of a text as is searched with; what is left out begins with a whole part. */
export function fitting(text: string): Fitting {
  if (text.length <= longestSearchText) return { text, left: 0 };
  const kept = text.slice(0, longestSearchText).toWellFormed();
  const end = kept.search(/[\s,;|↵][^\s,;|↵]*$/);
  const whole = (end > 0 ? kept.slice(0, end) : kept).replace(/[\s,;|↵]+$/, '');
  return { text: whole, left: text.length - whole.length };
}
