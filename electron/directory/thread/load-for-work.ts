/** Loads what a piece of the thread's work needs and no other does, before it is done; the work itself is done at once. */
import { loadVcard } from '../../export/load-vcard.ts';
import type { WritingFormat } from '../table/writing.ts';
import type { WorkInput, WorkName } from './work.ts';

export async function loadForWork<N extends WorkName>(
  name: N,
  input: WorkInput<N> | readonly unknown[],
): Promise<void> {
  if (name !== 'beginWriting') return;
  const [asked] = input as readonly [{ readonly format: WritingFormat }];
  if (asked.format.as === 'vcard') await loadVcard();
}
