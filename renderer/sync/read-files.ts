/** Reads text files that a person dropped or chose. What cannot be read is said in words; nothing throws. */

import { longestIdsText } from '../../contract/bounds.ts';
import { type BadInputReason, type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { encodingOf } from '../../contract/text-encoding.ts';
import type { GivenText } from '../store/given-ids.ts';

/** The texts of all files, one after the other, as UTF-8 or, where it says so, UTF-16. Failures: `bad-input` at `file`. */
export async function readFiles(files: readonly File[]): Promise<Outcome<GivenText>> {
  // UTF-8 has no fewer bytes than the text has UTF-16 units, which is what the contract counts.
  if (files.reduce((total, { size }) => total + size, 0) > longestIdsText) return refuse('too-long');
  let text: string;
  try {
    text = (await Promise.all(files.map(readText))).join('\n');
  } catch {
    // A folder comes as a file that cannot be read.
    return refuse('malformed');
  }
  if (text.includes('\0')) return refuse('malformed');
  if (text.trim() === '') return refuse('empty');
  return succeeded({ text, name: files.map(({ name }) => name).join(', ') });
}

async function readText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function refuse(reason: BadInputReason): Outcome<never> {
  const failure: Failure = { kind: 'bad-input', where: 'file', reason };
  return failed(failure);
}
