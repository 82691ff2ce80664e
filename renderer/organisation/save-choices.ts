/** What of the organisation can be saved in which form, and what each is good for. Pure. */
import type { SavedFormat } from '../../contract/organisation-save.ts';
import { count } from '../words/locale.ts';

export type SaveWhat = 'everybody' | 'branch' | 'chart';

/** What is there to be saved. */
export type Saveable = {
  /** Everybody in the organisation. */
  readonly people: number;
  /** The active person; null: a row that is nobody's is active. */
  readonly active: { readonly name: string; readonly people: number } | null;
  /** A chart is shown. */
  readonly hasChart: boolean;
};

export type WhatChoice = { readonly what: SaveWhat; readonly words: string; readonly note: string };
export type FormatChoice = { readonly format: SavedFormat; readonly words: string; readonly note: string };

/** The usual one first. */
export function whatChoices({ people, active, hasChart }: Saveable): WhatChoice[] {
  const everybody: WhatChoice = { what: 'everybody', words: 'The whole organisation', note: peopleWords(people) };
  const chart: WhatChoice = { what: 'chart', words: 'The chart as it is opened', note: '' };
  return [
    ...(hasChart ? [chart] : []),
    everybody,
    ...(active === null
      ? []
      : [{ what: 'branch' as const, words: `The branch of ${active.name}`, note: peopleWords(active.people) }]),
  ];
}

export function formatChoices(what: SaveWhat): FormatChoice[] {
  const drawn =
    what === 'chart' ? 'As it is drawn, in light colours' : 'The map, with everybody on it, in light colours';
  const svg: FormatChoice = {
    format: 'svg',
    words: 'SVG',
    note: `${drawn}. Every name can be read, however many there are: browsers and drawing programs zoom into it`,
  };
  const csv: FormatChoice = {
    format: 'csv',
    words: 'CSV',
    note: 'A line for each person, with level and manager, for spreadsheets',
  };
  return what === 'chart' ? [svg] : [svg, csv];
}

export function peopleWords(people: number): string {
  return people === 1 ? '1 person' : `${count(people)} people`;
}
