/** What became of the addresses of several people, and who has none. Pure. */
import type { CopiedAddresses, WrittenAddresses } from '../../contract/addresses.ts';
import { longestMailLink, mostRecipients } from '../../contract/bounds.ts';
import { count } from './locale.ts';

/** "Copied 12 addresses; 3 people have none, 1 is deleted or not found". Two people may have the same one. */
export function addressWords(counts: CopiedAddresses): string {
  const { copied } = counts;
  if (copied === 0) return withLeftOut('Nothing was copied', counts);
  return withLeftOut(copied === 1 ? 'Copied 1 address' : `Copied ${count(copied)} addresses`, counts);
}

/** The same of a mail that was begun, or why it was not. */
export function writtenWords({ how, ...counts }: WrittenAddresses): string {
  if (how === 'begun') {
    const { copied } = counts;
    if (copied === 0) return withLeftOut('There is nobody to write to', counts);
    return withLeftOut(`A mail to ${copied === 1 ? '1 address' : `${count(copied)} addresses`} was begun`, counts);
  }
  const why =
    how === 'too-many'
      ? `A mail can be begun for at most ${count(mostRecipients)} addresses`
      : `The addresses are longer than the ${count(longestMailLink)} characters that mail programs take`;
  return `${addressWords(counts)}. ${why}: paste them there`;
}

function withLeftOut(words: string, { without, gone }: CopiedAddresses): string {
  const parts = [
    ...(without === 0 ? [] : [`${without === 1 ? '1 person has' : `${count(without)} people have`} none`]),
    ...(gone === 0 ? [] : [`${count(gone)} ${gone === 1 ? 'is' : 'are'} deleted or not found`]),
  ];
  return parts.length === 0 ? words : `${words}; ${parts.join(', ')}`;
}
