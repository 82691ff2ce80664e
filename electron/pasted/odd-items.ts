/** Names what spoils a list: which part it is, where it stands, and what is wrong with it. The first few are enough. */
import type { OddItem, OddItems } from '../../contract/pasted.ts';
import { bareItem } from './bare-item.ts';
import { couldBeId } from './could-be-id.ts';

export const mostNamed = 20;
const longestShown = 80;

export type OddList = {
  readonly add: (text: string, line: number) => void;
  readonly all: () => OddItems;
};

export function createOddList(): OddList {
  let count = 0;
  const first: OddItem[] = [];
  return {
    add: (text, line) => {
      count += 1;
      if (first.length < mostNamed) first.push({ text: shown(text), line, why: whyNone(text) });
    },
    all: () => ({ count, first }),
  };
}

function whyNone(text: string): OddItem['why'] {
  if (text.includes('://')) return 'another-link';
  return couldBeId(bareItem(text)) === null ? 'no-id' : 'another-form';
}

function shown(text: string): string {
  const one = text
    .slice(0, 4 * longestShown)
    .replace(/\s+/g, ' ')
    .trim();
  return one.length > longestShown ? `${one.slice(0, longestShown - 1).toWellFormed()}…` : one;
}
