/** Sends a file to the main process, in parts: what kind it is, and what is in it, is read there. */
import { longestChecked, longestFilePart } from '../../contract/bounds.ts';
import type { Call } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';

/** The number to check it by. Failures: `bad-input` at `file`. */
export async function sendFile(call: Call, file: Blob): Promise<Outcome<number>> {
  // Nothing of a file is read that would be refused.
  if (file.size > longestChecked) return failed({ kind: 'bad-input', where: 'file', reason: 'too-long' });
  let sent: number | null = null;
  for (let from = 0; sent === null || from < file.size; from += longestFilePart) {
    const part = await bytesOf(file.slice(from, from + longestFilePart));
    // A folder comes as a file that cannot be read.
    if (part === null) return failed({ kind: 'bad-input', where: 'file', reason: 'malformed' });
    const answer: Outcome<{ sent: number }> = await call('check.sendFile', { sent, part });
    if (!answer.ok) return answer;
    sent = answer.value.sent;
  }
  return succeeded(sent);
}

async function bytesOf(part: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    return null;
  }
}
