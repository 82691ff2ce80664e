/** Any text as text of an XML file (XML 1.0, 2.2 and 2.4): whatever it holds, the file is well formed and says the same. */

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** No XML file may hold them, not even escaped. Some of the others are told not to be used, and draw nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;
const breaks = /[\t\n\r\u2028\u2029]/g;
/** They turn what comes after them round, up to the end of the text. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What of a text is seen in one line: neither signs that are none, nor halves of one, nor what turns others round. */
export function seenText(text: string): string {
  return text.replace(forbidden, '').replace(breaks, ' ').replace(turning, '').toWellFormed();
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}

/** A text with letters that run from the right, with its own direction: its ellipsis is then at its end, not at the line's. */
export function directed(text: string): string {
  return fromTheRight.test(text) ? `\u2068${text}\u2069` : text;
}
