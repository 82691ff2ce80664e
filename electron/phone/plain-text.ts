/** Text of any script as telephone numbers are looked for in it: digits and signs of ASCII, nothing that cannot be seen. */

export type PlainText = {
  readonly text: string;
  /** For each UTF-16 unit of it, where in the original it came from; null: it is the original. */
  readonly places: readonly number[] | null;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const ascii = /^[\x00-\x7f]*$/;
const unseen = /\p{Cf}|\p{Default_Ignorable_Code_Point}/u;

export function inPlainText(came: string): PlainText {
  if (ascii.test(came)) return { text: came, places: null };
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of came) {
    const plain = plainOf(character);
    text += plain;
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    at += character.length;
  }
  return { text, places };
}

const signs: Readonly<Record<string, string>> = {
  '\u060c': ',',
  '\u061b': ';',
  '\u3001': ',',
  '\u2044': '/',
  '\u2215': '/',
  '\u00b7': '.',
  '\u2022': '.',
  '\u30fb': '.',
  '\u2019': "'",
};

function plainOf(character: string): string {
  if (character.length === 1 && ascii.test(character)) return character;
  if (unseen.test(character)) return '';
  if (/\p{Nd}/u.test(character)) return asciiDigit(character);
  if (/[\p{Pd}\u2212]/u.test(character)) return '-';
  if (/\s/.test(character)) return ' ';
  const sign = signs[character];
  if (sign !== undefined) return sign;
  // Full width, but not what only looks like a digit: a footnote's ², a list's ①.
  const narrow = /\p{No}/u.test(character) ? character : character.normalize('NFKC');
  return narrow.length === character.length ? narrow : character;
}

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** Ten digits of a script stand one after the other in Unicode; mathematical ones follow each other directly, so those go by NFKC. */
function asciiDigit(digit: string): string {
  const narrow = digit.normalize('NFKC');
  if (/^\d$/.test(narrow)) return narrow;
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value += 1;
  return String(value);
}
