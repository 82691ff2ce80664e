/** Reads what the app keeps as JSON in files of its own. A person may have edited one. */

/** Some editors put a byte order mark first, which is no JSON. Throws a `SyntaxError` where the text is none otherwise either. */
export function parseJsonFile(text: string): unknown {
  return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
}
