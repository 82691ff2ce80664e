/** What is said of a list of ids, addresses and numbers. Pure. */

import { longestSearchText, mostListed } from '../../contract/bounds.ts';
import type { ListedSummary, OddItem, OddItems } from '../../contract/pasted.ts';
import { count } from './locale.ts';

type Counted = Pick<ListedSummary, 'understood' | 'known'> & { readonly odd: Pick<OddItems, 'count'> };

/** "20 understood, 12 of them known, 8 not"; with what is not: "12 of 21 found, 8 not known, 1 not understood". */
export function listedWords({ understood, known, odd }: Counted): string {
  if (odd.count > 0) {
    const unknown = known === understood ? '' : `, ${count(understood - known)} not known`;
    return `${count(known)} of ${count(understood + odd.count)} found${unknown}, ${count(odd.count)} not understood`;
  }
  const first = `${count(understood)} understood`;
  if (known === understood) return `${first}, all of them known`;
  if (known === 0) return `${first}, none of them known`;
  return `${first}, ${count(known)} of them known, ${count(understood - known)} not`;
}

const why: { readonly [W in OddItem['why']]: string } = {
  'another-link': 'a link to something else',
  'another-form': 'not of the form that ids have here',
  'no-id': 'no id',
};

/** "“n/a”: no id". */
export function oddItemWords({ text, why: reason }: OddItem): string {
  return `“${text}”: ${why[reason]}`;
}

/** The same, and what it is that was not understood: "2 of 3 found, 1 not understood: “n/a”". */
export function listedNoteWords(summary: ListedSummary, shown = 2): string {
  const { count: all, first } = summary.odd;
  const named = first.slice(0, shown).map(({ text }) => `“${text}”`);
  if (named.length === 0) return listedWords(summary);
  const more = all > named.length ? ` and ${count(all - named.length)} more` : '';
  return `${listedWords(summary)}: ${named.join(', ')}${more}`;
}

/** "2 items are no ids: “n/a” (line 2), “?” (line 5)"; empty where there are none. */
export function oddWords({ count: all, first }: OddItems, shown = 2): string {
  if (all === 0) return '';
  const some = first.slice(0, shown).map((item) => `“${item.text}” (line ${count(item.line)})`);
  const more = all > some.length ? ` and ${count(all - some.length)} more` : '';
  return `${all === 1 ? '1 item is no id' : `${count(all)} items are no ids`}: ${some.join(', ')}${more}`;
}

/** What of a list or text was not looked at, in sentences; empty where nothing is left out. */
export function leftOutWords(beyond: number, left: number): readonly string[] {
  const words: string[] = [];
  if (beyond > 0) {
    words.push(`${count(beyond)} more were not looked for: ${count(mostListed)} are looked for at once.`);
  }
  if (left > 0) {
    words.push(
      `The last ${count(left)} characters were left out: a text of ${count(longestSearchText)} is looked for at once.`,
    );
  }
  return words;
}
