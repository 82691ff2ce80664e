/** What of the organisation can be saved in which form, and what each is good for. Pure. */
import { mostPrinted } from '../../contract/bounds.ts';
import type { SavedFormat } from '../../contract/organisation-save.ts';
import type { PeopleCount } from '../../contract/people-count.ts';
import { count } from '../words/locale.ts';
import { peopleWords } from './totals-words.ts';

/** `view`: what is on screen of a map; `screen`: of a chart. */
export type SaveWhat = 'everybody' | 'branch' | 'chart' | 'view' | 'screen';

/** A PNG is drawn by the page, all else is written by the main process. */
export type SaveFormat = SavedFormat | 'png';

/** What is there to be saved. */
export type Saveable = {
  readonly everybody: PeopleCount;
  /** The active person, and how many their branch has; null: a row that is nobody's is active. */
  readonly active: { readonly name: string; readonly branch: PeopleCount } | null;
  /** A chart is shown. */
  readonly hasChart: boolean;
  /** What is on screen; null: neither a chart nor a map. */
  readonly view: 'view' | 'screen' | null;
};

export type WhatChoice = { readonly what: SaveWhat; readonly words: string; readonly note: string };
export type FormatChoice = {
  readonly format: SaveFormat;
  readonly words: string;
  readonly note: string;
  /** It cannot be chosen; the note says why. */
  readonly isOff?: boolean;
  /** Its note is longer once the image is laid out, which takes a while. */
  readonly isLate?: boolean;
};

/** The usual one first. */
export function whatChoices({ everybody: all, active, hasChart, view }: Saveable): WhatChoice[] {
  const everybody: WhatChoice = { what: 'everybody', words: 'The whole organisation', note: peopleWords(all) };
  const chart: WhatChoice = { what: 'chart', words: 'The chart as it is opened', note: '' };
  return [
    ...(hasChart ? [chart] : []),
    everybody,
    ...(active === null
      ? []
      : [{ what: 'branch' as const, words: `The branch of ${active.name}`, note: peopleWords(active.branch) }]),
    ...(view !== null ? [{ what: view, words: 'What is on screen', note: '' }] : []),
  ];
}

/** `people`: in the map, or the branch of it. `image`: how large one would be; null: that is not known yet, or there is no room to tell. */
export function formatChoices(what: SaveWhat, people: number, image: ImageFacts | null): FormatChoice[] {
  const drawn =
    what === 'chart' ? 'As it is drawn, in light colours' : 'The map, with everybody on it, in light colours';
  const svg: FormatChoice = {
    format: 'svg',
    words: 'SVG',
    note:
      what === 'view'
        ? 'As far as it is on screen, in light colours, with a name for each card and heading that is drawn'
        : `${drawn}. Every name can be read, however many there are: browsers and drawing programs zoom into it`,
  };
  const png: FormatChoice = {
    format: 'png',
    words: 'PNG',
    note: image === null ? 'An image, in the colours of the page' : imageWords(image, people),
    isLate: what === 'everybody' || what === 'branch',
  };
  const csv: FormatChoice = {
    format: 'csv',
    words: 'CSV',
    note: `A line for each ${what === 'view' ? 'card and heading that is drawn' : 'person and each who is only listed'}, with level and manager, for spreadsheets`,
  };
  const isMany = isTooMany(what, people);
  const pdf: FormatChoice = {
    format: 'pdf',
    words: 'PDF',
    note: isMany
      ? `A page, of a PDF or on paper, takes ${count(mostPrinted)} people at most, those only listed among them. Choose a branch to save or print, or an SVG, which has everybody`
      : 'One page as large as the drawing, with names that can be searched. Print… fits it into a sheet of paper',
    isOff: isMany,
  };
  return what === 'screen' ? [png] : [svg, pdf, png, csv];
}

/** Why it cannot be printed, and what to choose; null: it can be. `people`: as in `formatChoices`. */
export function whyUnprinted(what: SaveWhat, people: number): string | null {
  if (what === 'screen') return 'What is on screen cannot be printed. Choose another part to print';
  return isTooMany(what, people)
    ? `At most ${count(mostPrinted)} people can be printed, those only listed among them. Choose a branch with fewer`
    : null;
}

/** A chart has half as many cards at most, and what is on screen of a map has 8,000. */
function isTooMany(what: SaveWhat, people: number): boolean {
  return (what === 'everybody' || what === 'branch') && people > mostPrinted;
}

/** `names`: of how many people the name can be read, at most. */
export type ImageFacts = { readonly w: number; readonly h: number; readonly names: number };

/** "7,000 × 4,300 pixels … Every name can be read". */
function imageWords({ w, h, names }: ImageFacts, people: number): string {
  const size = `An image of ${count(w)} × ${count(h)} pixels, in the colours of the page`;
  const letters = 'at its full size, in letters of 9 to 16 pixels';
  return names >= people
    ? `${size}. Every name can be read ${letters}`
    : `${size}. At most ${count(names)} of ${count(people)} names can be read ${letters}. An SVG has them all`;
}
