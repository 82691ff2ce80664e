/** Reads what the app keeps as JSON in files of its own. A person, or a script, may have edited one. */
import { encodingOf } from '../../contract/text-encoding.ts';

/** Some editors put a byte order mark first, which is no JSON. Throws a `SyntaxError` where the text is none otherwise either. */
export function parseJsonFile(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder(encodingOf(bytes)).decode(bytes));
}
