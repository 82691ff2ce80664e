/**
 * Two spellings that a person would take for the same fold to the same text: case, accents, width and ligatures
 * go, letters that Unicode does not take apart (ł ø đ ß æ ı) get their plain stand-ins.
 */

// Only marks of scripts that are read without them. The vowel signs of Thai or Devanagari are marks too, and a name
// without them would be another name; so it is with the voicing marks of kana, が is not か. What is not seen at all
// (joiners, soft hyphens, marks of direction) comes along with pasted text.
const strippable =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309a]]|\p{Cf}/gv;

const standIns: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ȷ: 'j',
  ĸ: 'k',
  ə: 'e',
  ƒ: 'f',
  ɓ: 'b',
  ɗ: 'd',
  ɖ: 'd',
  ƙ: 'k',
  ɔ: 'o',
  ɛ: 'e',
  ʋ: 'v',
  ƴ: 'y',
  ґ: 'г',
  // The same letter in another place of the word, or on another keyboard.
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ٱ: 'ا',
  ہ: 'ه',
  ھ: 'ه',
  ة: 'ه',
  ـ: '',
  // Written with or without, and typed in many forms.
  "'": '',
  '’': '',
  '‘': '',
  ʼ: '',
  ʻ: '',
  '`': '',
  '´': '',
  '׳': '',
};
const statusIn = new RegExp(`[${Object.keys(standIns).join('')}]`, 'g');
/** Written as hiragana: the same sounds, and which of the two a name is typed in is a matter of the keyboard. */
const katakana = /[\u30a1-\u30f6]/g;
const toHiragana = 0x60;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const plain = /^[\x00-\x26\x28-\x5f\x61-\x7f]*$/;

/** Folds a text. Folding twice changes nothing. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .replace(/´/g, '’')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(strippable, '')
    .replace(statusIn, (letter) => standIns[letter] ?? letter)
    .replace(katakana, (kana) => String.fromCharCode(kana.charCodeAt(0) - toHiragana))
    .normalize('NFC');
}

const writtenOutLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** As some languages write their letters out: ä ö ü å ø as ae oe ue aa oe, so that "Mueller" finds Müller. */
export function writtenOut(text: string): string {
  if (plain.test(text)) return text;
  return text.normalize('NFC').replace(/[äöüåøÄÖÜÅØ]/g, (letter) => writtenOutLetters[letter.toLowerCase()] ?? letter);
}

export type Folded = {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where in the original the character it came from begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

// A character with its marks, those of half width too; conjoining letters of Hangul, which compose with one another,
// stay together.
const cluster = /[\u1100-\u11ff]+|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;

/** Letters recur, and folding one takes as long as looking up thirty. */
const foldedBefore = new Map<string, string>();
const mostKept = 2000;

function foldedCluster(cluster: string): string {
  const kept = foldedBefore.get(cluster);
  if (kept !== undefined) return kept;
  const folded = fold(cluster);
  if (foldedBefore.size < mostKept) foldedBefore.set(cluster, folded);
  return folded;
}

/** 0, 1, 2 …: where the letters of a plain text stand. Grows to the longest. */
const places: number[] = [];

/** Folds a text and keeps where each part came from, in UTF-16 units of the original. */
export function foldWithOrigin(text: string, prepare?: (part: string) => string): Folded {
  if (plain.test(text)) {
    while (places.length <= text.length) places.push(places.length);
    return { text: text.toLowerCase(), starts: places.slice(0, text.length), ends: places.slice(1, text.length + 1) };
  }
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(cluster)) {
    const part = prepare === undefined ? foldedCluster(match[0]) : fold(prepare(match[0]));
    folded += part;
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { text: folded, starts, ends };
}
