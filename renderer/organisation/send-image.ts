/** Sends an image to the main process, in parts. */
import { longestImagePart } from '../../contract/bounds.ts';
import type { Call } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';

/** The number to copy or save it by. Fails with `cancelled` once the signal aborts; nothing is kept then. */
export async function sendImage(call: Call, image: Blob, signal: AbortSignal): Promise<Outcome<number>> {
  const partAt = async (from: number) => new Uint8Array(await image.slice(from, from + longestImagePart).arrayBuffer());
  let from = 0;
  let answer = await call('image.send', { sent: null, part: await partAt(from) });
  for (;;) {
    if (!answer.ok) return answer;
    const { sent } = answer.value;
    if (signal.aborted) {
      // One image is kept, the last: nothing takes the place of what was sent.
      await call('image.send', { sent: null, part: new Uint8Array() });
      return failed({ kind: 'cancelled' });
    }
    from += longestImagePart;
    if (from >= image.size) return succeeded(sent);
    answer = await call('image.send', { sent, part: await partAt(from) });
  }
}
