/**
 * The text of an address field without what cannot be seen, and with what stands for a sign of ASCII as that sign.
 * Names what was left out, so that the page can say why an address looks right and is not.
 */

/** Nothing to clean: what nearly every field is. */
const plain = /^[!-~]+$/;
const ignorable = /\p{Cf}|\p{Default_Ignorable_Code_Point}/u;
/** Zero-width joiners are letters' business in scripts that join: there an address may hold them (RFC 5892, A.1, A.2). */
const joiner = /[\u200c\u200d]/;
const joining =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Tamil}\p{Script=Gujarati}]/u;

const names: Readonly<Record<string, string>> = {
  '\u00a0': 'a no-break space',
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u2060': 'a word joiner',
  '\u3000': 'an ideographic space',
  '\ufeff': 'a byte order mark',
};

export type SeenText = {
  /** Trimmed, on one line. */
  readonly text: string;
  /** What is in the way of taking the text as it came, each kind once: "a zero-width space (U+200B)", "a space at the end". */
  readonly odd: readonly string[];
};

export function seenText(came: string): SeenText {
  if (plain.test(came)) return { text: came, odd: [] };
  const odd = new Set<string>();
  if (/^ +\S/.test(came)) odd.add('a space at the beginning');
  if (/\S +$/.test(came)) odd.add('a space at the end');
  const characters = [...came];
  const seen = characters.map((character, at) => {
    if (ignorable.test(character)) {
      if (joiner.test(character) && joining.test(characters[at - 1] ?? '') && joining.test(characters[at + 1] ?? '')) {
        return character;
      }
      odd.add(named(character));
      return '';
    }
    if (character !== ' ' && /\s/.test(character)) {
      odd.add(named(character));
      return ' ';
    }
    const sign = signOf(character);
    if (sign !== character) odd.add(`${character} for ${sign}`);
    return sign;
  });
  return { text: seen.join('').trim(), odd: [...odd] };
}

/** Signs in full width, as keyboards of East Asia write them, and the small at. */
function signOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  if (character === '\ufe6b') return '@';
  return character === '\u3002' || character === '\uff61' ? '.' : character;
}

function named(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${names[character] ?? 'an invisible character'} (U+${code})`;
}
