/**
 * The names of one culture: given and family names that belong together, each as it is written and as it stands in
 * an address. Tables are text, one word per name: `Łukasz`, `van_Dijk`, `Новак:novak`, `Nowicki/Nowicka` where men
 * and women differ.
 */
export type Name = {
  /** As written in its own script. */
  readonly native: string;
  /** Lower-case a to z only, as it stands in addresses. */
  readonly ascii: string;
};

export type Gendered = { readonly female: readonly Name[]; readonly male: readonly Name[] };

export type Culture = {
  readonly given: Gendered;
  readonly family: Gendered;
  /** Patronymics, second given names or second surnames; empty where the culture has none here. */
  readonly middle: Gendered;
  /** Which part the middle names go to. */
  readonly middleIs: 'middle' | 'second-surname';
  /** How often somebody has one, of 1. */
  readonly middleShare: number;
  readonly familyFirst: boolean;
  readonly latin: boolean;
  readonly rightToLeft: boolean;
  /** Chinese, Japanese and Thai style: no space between the parts of a full name. */
  readonly joined: boolean;
};

/** Letters that do not fall apart into a base letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'a',
};

/** What a Latin name becomes in an address. */
export const asciiOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, (letter) => letters[letter] ?? '');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name in Latin letters, for those whose script is another. */
export const romanised = (name: Name): string => capital(name.ascii);

const readList = (table: string, side: 0 | 1): readonly Name[] =>
  table
    .split(/\s+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [written = '', latin] = entry.split(':');
      const sided = (text: string): string => text.split('/')[side] ?? text.split('/')[0] ?? text;
      const native = sided(written).replaceAll('_', ' ');
      return { native, ascii: latin === undefined ? asciiOf(native) : sided(latin).replaceAll('_', '') };
    });

const readPair = (table: string): Gendered => ({ male: readList(table, 0), female: readList(table, 1) });

export type CultureTable = {
  readonly female: string;
  readonly male: string;
  readonly family: string;
  readonly middle?: string;
  readonly middleFemale?: string;
  readonly middleIs?: Culture['middleIs'];
  readonly middleShare?: number;
  readonly familyFirst?: boolean;
  readonly latin?: boolean;
  readonly rightToLeft?: boolean;
  readonly joined?: boolean;
};

export const readCulture = (table: CultureTable): Culture => {
  const middle = readPair(table.middle ?? '');
  return {
    given: { female: readList(table.female, 0), male: readList(table.male, 0) },
    family: readPair(table.family),
    middle: table.middleFemale === undefined ? middle : { ...middle, female: readList(table.middleFemale, 0) },
    middleIs: table.middleIs ?? 'middle',
    middleShare: table.middleShare ?? (table.middle === undefined ? 0 : 0.4),
    familyFirst: table.familyFirst ?? false,
    latin: table.latin ?? true,
    rightToLeft: table.rightToLeft ?? false,
    joined: table.joined ?? false,
  };
};
