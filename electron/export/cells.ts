/**
 * Text for spreadsheets that cannot become a formula there. Whatever a spreadsheet could take for the beginning of one
 * gets an apostrophe before it, the spreadsheets' own sign for "this is text"; see docs/decisions/export-cells.md.
 */

// Signs that begin a formula, also in full width, after anything that a spreadsheet may drop: spaces, quotes, what
// cannot be seen.
const atStart = /^(?=[\s"'\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;
// The same after what would part cells if the file were read with another separator, or a line without its quotes.
const inside = /([;\t\r\n][\s"'\p{Cc}\p{Cf}]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** The same text where nothing in it is dangerous. */
export function defused(text: string): string {
  return text.replace(inside, "$1'").replace(atStart, "'");
}

const ends = '\r\n';

/** One line of a CSV file (RFC 4180), its end with it. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(defused(cell))).join(',') + ends;
}

/**
 * One line of text with tabs between its columns: a tab or line break in a cell becomes a space. A quotation mark at the
 * start of a cell would take all that follows up to the next one into it, over columns and lines.
 */
export function tabbedLine(cells: readonly string[]): string {
  const flat = cells.map((cell) => defused(cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')));
  return `${flat.map((cell) => (cell.startsWith('"') ? inQuotes(cell) : cell)).join('\t')}\n`;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? inQuotes(cell) : cell;
}

function inQuotes(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
