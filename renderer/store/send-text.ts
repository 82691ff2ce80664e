/** Sends a long text to the main process in parts, since no message is that long; a short one is its own message. */
import { longestPart } from '../../contract/bounds.ts';
import type { LongText } from '../../contract/call-inputs.ts';
import type { Call } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';

/** What the call that needs the text is given in its place. */
export async function sendText(call: Call, text: string): Promise<Outcome<LongText>> {
  if (text.length <= longestPart) return succeeded(text);
  let sent: number | null = null;
  for (let from = 0; from < text.length; from += longestPart) {
    const answer: Outcome<{ sent: number }> = await call('text.send', {
      sent,
      part: text.slice(from, from + longestPart),
    });
    if (!answer.ok) return answer;
    sent = answer.value.sent;
  }
  return succeeded(sent === null ? '' : { sent });
}
