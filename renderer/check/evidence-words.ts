/** What is said of an archive of evidence that was opened. Pure. */
import type { EvidenceHeld, EvidenceVerdict } from '../../contract/evidence.ts';
import { momentWords } from '../time/relative-time.ts';
import { count } from '../words/locale.ts';
import { countsWords, sourceWords } from './check-words.ts';

export const whatItShows =
  'It shows that nothing in it was changed by accident since it was made. It does not show who made it.';

export const verdictWords: {
  readonly [K in EvidenceVerdict['kind']]: { readonly title: string; readonly detail: string };
} = {
  unchanged: {
    title: 'Unchanged',
    detail: 'Written again from its contents, it is the same byte for byte.',
  },
  changed: {
    title: 'Changed',
    detail: 'Written again from its contents, it is not the same: do not rely on it.',
  },
  'not-evidence': {
    title: 'No evidence',
    detail: 'It is no evidence that Rolodesk made, or its beginning was changed, or another program packed it again.',
  },
};

/** What is other in it; null: nothing is told of it. */
export function changedWords(verdict: EvidenceVerdict): string | null {
  if (verdict.kind !== 'changed') return null;
  const { files, count: all } = verdict;
  if (all === 0) return 'Its files are as they were. What stands around them in the archive is not.';
  const more = all - files.length;
  return `Other than when it was made: ${files.join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}.`;
}

/** What it says of itself, each with what that is. */
export function heldWords({ made, app, server, check, replies, bytes }: EvidenceHeld): [term: string, words: string][] {
  return [
    ['Check', check.name ?? sourceWords(check.source)],
    ['Rows', countsWords(check.counts)],
    ['Made', `${momentWords(Date.parse(made))}, by Rolodesk ${app}`],
    ['Server', server],
    ['Answers of the server', `${count(replies)}, in ${sizeWords(bytes)}`],
  ];
}

/** "0.4 MB", "12 MB". */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1e6;
  return `${megabytes < 10 ? Math.max(0.1, megabytes).toFixed(1) : count(Math.round(megabytes))} MB`;
}
