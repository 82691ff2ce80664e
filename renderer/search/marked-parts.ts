/** Cuts a text at its marks: `[start, end)` in UTF-16 units, in any order, overlapping or beyond the end. Pure. */

export type MarkedPart = { readonly start: number; readonly text: string; readonly isMarked: boolean };

export function markedParts(text: string, marks: readonly (readonly [number, number])[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  const take = (end: number, isMarked: boolean) => {
    if (end > at) parts.push({ start: at, text: text.slice(at, end), isMarked });
    at = Math.max(at, end);
  };
  for (const [start, end] of marks.toSorted((one, other) => one[0] - other[0])) {
    take(Math.max(0, Math.min(start, text.length)), false);
    take(Math.min(end, text.length), true);
  }
  take(text.length, false);
  return parts;
}
