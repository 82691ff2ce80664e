/** Texts as long as there is room for, by their measured width, in any script. */

export type Measure = (text: string, font: string) => number;
export type TextFitter = {
  /** As much of the text as fits, with an ellipsis where it is not all; '' where not even one letter fits. */
  readonly fit: (text: string, font: string, width: number) => string;
  readonly width: (text: string, font: string) => number;
};

/** Texts that are remembered with their widths. */
const mostKept = 20_000;
/** No card has room for more of a name; longer ones would be measured in vain. */
const mostRead = 200;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** `measure` is asked once for each text in each font. */
export function createTextFitter(measure: Measure): TextFitter {
  const widths = createKept<number>();
  const fits = createKept<string>();
  const width = (text: string, font: string): number => widths(`${font}|${text}`, () => measure(isolated(text), font));
  return {
    width,
    fit: (text, font, room) => {
      // Whole pixels: a card that is zoomed by a hair asks for the same.
      const most = Math.floor(room);
      return fits(`${font}|${most}|${text}`, () =>
        cut(text.slice(0, mostRead), text.length > mostRead, most, (some) => width(some, font)),
      );
    },
  };
}

function cut(text: string, isLonger: boolean, most: number, width: (text: string) => number): string {
  if (!isLonger && width(text) <= most) return text;
  const parts = Array.from(letters.segment(text), ({ segment }) => segment);
  let [fitting, tooMany] = [0, parts.length + 1];
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1;
    if (width(shortened(parts, middle)) <= most) fitting = middle;
    else tooMany = middle;
  }
  return fitting === 0 ? '' : shortened(parts, fitting);
}

function shortened(parts: readonly string[], count: number): string {
  return `${parts.slice(0, count).join('').trimEnd()}…`;
}

/** As it is drawn: its own direction, whatever stands around it; the ellipsis is then at its end, not at the line's. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Remembers what was made for a key. Where it is full it begins again: what is in view is soon remembered once more. */
function createKept<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const made = make();
    kept.set(key, made);
    return made;
  };
}
