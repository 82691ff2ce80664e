/** The handler of `clipboard.copy`. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';

/** `copy` resolves once the text is on the clipboard. */
export function createClipboardCalls(copy: (text: string) => Promise<void>): Pick<Handlers, 'clipboard.copy'> {
  return {
    'clipboard.copy': async ({ text }) => {
      await copy(text);
      return succeeded(null);
    },
  };
}
