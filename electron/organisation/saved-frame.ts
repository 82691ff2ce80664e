/** What stands around a drawing that is saved: the file's beginning, a title above, below it the legend, the date and the source. */
import type { Box } from '../../contract/organisation-items.ts';
import { fontFamily, group, number, rect, textLine } from '../svg/elements.ts';
import { textWidth } from '../svg/text-width.ts';
import { escaped, seenText } from '../svg/xml-text.ts';
import { palette } from './saved-palette.ts';

export type LegendEntry = { readonly words: string; readonly ground: string; readonly line: string };

export type Framed = {
  /** Of what is drawn, in its own pixels. */
  readonly content: Box;
  readonly title: string;
  /** Null: it has no colours to tell of. */
  readonly legend: { readonly heading: string; readonly entries: readonly LegendEntry[]; readonly note: string } | null;
  /** When, and from where. */
  readonly source: string;
};

export type Frame = {
  /** Everything that is drawn lies in it. */
  readonly view: Box;
  readonly head: string;
  readonly foot: string;
};

/** Letters of the frame can be read where the whole drawing is looked at: so much of its longer side, and no less than this. */
const letterShare = 0.011;
const leastLetters = 14;
/** A narrow drawing has so much room beside it for its title, in letters. */
const leastWidth = 44;

export function frameOf({ content, title, legend, source }: Framed): Frame {
  const size = Math.max(leastLetters, letterShare * Math.max(content.w, content.h));
  const width = Math.max(content.w, leastWidth * size);
  const free = 1.2 * size;
  const lineHigh = 1.7 * size;
  const left = content.x;
  const titleHigh = 2.6 * size;
  const below = content.y + content.h + free;
  const lines = legend === null ? [] : legendLines(legend, { size, left, width, top: below, lineHigh });
  const sourceTop = below + lines.length * lineHigh;
  const view = {
    x: left - free,
    y: content.y - titleHigh,
    w: width + 2 * free,
    h: sourceTop + lineHigh + 0.4 * free - (content.y - titleHigh),
  };
  const at = (y: number) => ({ x: left, y, room: width });
  const words = escaped(seenText(title));
  return {
    view,
    head:
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      `<svg xmlns="http://www.w3.org/2000/svg" width="${number(view.w)}" height="${number(view.h)}" ` +
      `viewBox="${number(view.x)} ${number(view.y)} ${number(view.w)} ${number(view.h)}" ` +
      `font-family="${fontFamily}">\n<title>${words}</title>\n` +
      `<desc>${escaped(seenText(source))}</desc>\n${rect(view, ` fill="${palette.panel}"`)}\n` +
      group(
        `font-size="${number(1.3 * size)}" font-weight="600" fill="${palette.ink}"`,
        textLine([{ text: title }], { ...at(content.y - 1.1 * size), size: 1.3 * size }),
      ),
    foot:
      group(`font-size="${number(size)}" fill="${palette.ink}"`, lines.join('')) +
      group(
        `font-size="${number(size)}" fill="${palette['ink-soft']}"`,
        textLine([{ text: source }], { ...at(sourceTop + size), size }),
      ) +
      '</svg>\n',
  };
}

type Room = {
  readonly size: number;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly lineHigh: number;
};

/** As many lines as it takes; an entry is on one line. */
function legendLines(
  { heading, entries, note }: NonNullable<Framed['legend']>,
  { size, left, width, top, lineHigh }: Room,
): string[] {
  const lines: string[] = [''];
  let x = left;
  const place = (wide: number): number => {
    if (x > left && x + wide > left + width) {
      lines.push('');
      x = left;
    }
    const from = x;
    x += wide + 1.4 * size;
    return from;
  };
  const put = (text: string) => {
    lines[lines.length - 1] += text;
  };
  const baseline = () => top + (lines.length - 1) * lineHigh + size;
  const words = (text: string, before: number, attributes = '') => {
    const wide = Math.min(width, before + textWidth(seenText(text), size));
    const from = place(wide);
    put(textLine([{ text }], { x: from + before, y: baseline(), room: wide - before + 0.01, size, attributes }));
    return from;
  };
  words(heading, 0, ' font-weight="600"');
  for (const entry of entries) {
    const from = words(entry.words, 2 * size);
    const swatch = { x: from, y: baseline() - 0.85 * size, w: 1.6 * size, h: size };
    put(rect(swatch, ` fill="${entry.ground}" stroke="${entry.line}" stroke-width="${number(size / 14)}"`));
  }
  if (note !== '') words(note, 0, ` fill="${palette['ink-soft']}"`);
  return lines;
}
