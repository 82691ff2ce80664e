/** Letters that stand for the digits of a telephone's keys (ITU-T E.161): `1-800-FLOWERS`. */

const keys = 'abc2def3ghi4jkl5mno6pqrs7tuv8wxyz9';
const digitOf = (letter: string): string => /\d/.exec(keys.slice(keys.indexOf(letter.toLowerCase())))?.[0] ?? letter;

/** North American: the area's code, and seven keys, of which at least two are letters; more than seven are pressed in vain. */
const american =
  /(?<![\p{L}\d]|\d[-. ()/]{1,3})((?!1300)(?:\+?1[-. ]*)?\(?[2-9]\d\d\)?[-. ]*)([A-Za-z\d][A-Za-z\d. -]*)/gu;
/** Freephone and shared-cost numbers of elsewhere. */
const elsewhere = /(?<![\p{L}\d+])(0[3578]0\d?\d?|0900|1[389]00|13)[- ]?([A-Z][A-Z\d]*(?:-[A-Z\d]+)*)(?![\p{L}\d])/gu;
const extensionWord = /(?:^|[-. ])(?:EXT|EXTN|EXTENSION|X|DW|INT)(?:[-. ]|\d|$)/i;
const keysOfNumber = 7;

export type Keyed = {
  /** As long as the text, its letters as digits where they are keys. */
  readonly text: string;
  /** Where in it numbers of the North American plan begin and end that were made so. */
  readonly american: readonly (readonly [start: number, end: number])[];
};

export function keyedIn(came: string): Keyed {
  const text = /%2/.test(came) ? came.replace(/%2([0-9BD])/gi, percent) : came;
  if (!/\d[-. )]*[A-Za-z]/.test(text)) return { text, american: [] };
  const places: [number, number][] = [];
  const keyed = text.replace(american, (whole: string, area: string, tail: string, at: number) => {
    const pressed = americanTail(tail, at === 0 && whole.length === text.length);
    if (pressed === null) return whole;
    places.push([at, at + whole.length]);
    return area + pressed;
  });
  return { text: keyed.replace(elsewhere, pressedElsewhere), american: places };
}

function pressedElsewhere(whole: string, _prefix: string, tail: string): string {
  if (tail.replace(/-/g, '').length < 4 || extensionWord.test(` ${tail}`)) return whole;
  return whole.slice(0, whole.length - tail.length) + tail.replace(/[A-Z]/g, digitOf);
}

/** Of a link, in its own length: what takes its place parts digits as it did, or begins a number. */
const signs: Readonly<Record<string, string>> = { '0': '- -', '8': '--(', '9': ')--', B: '--+', D: '---' };
function percent(whole: string, sign: string): string {
  return signs[sign.toUpperCase()] ?? whole;
}

/** Null where it is no such number. `isAlone`: nothing else stands in the field, so that small letters are keys too. */
function americanTail(tail: string, isAlone: boolean): string | null {
  const beforeWord = extensionWord.exec(tail);
  const own = beforeWord === null ? tail : tail.slice(0, beforeWord.index);
  const pressed = own.replace(/[-. ]/g, '');
  const first = pressed.slice(0, keysOfNumber);
  const letters = first.replace(/\d/g, '');
  if (first.length < keysOfNumber || letters.length < 2) return null;
  // A number of digits and a word behind it is no vanity number, nor is a sentence.
  if (pressed.length > keysOfNumber && (/\d/.test(pressed) || pressed.length > 12)) return null;
  if (/[a-z]/.test(own) && !(isAlone && pressed.length === keysOfNumber && beforeWord === null)) return null;
  let left = keysOfNumber;
  const keyed = own.replace(/[A-Za-z\d]/g, (key) => {
    left -= 1;
    return left < 0 ? ' ' : digitOf(key);
  });
  return keyed + tail.slice(own.length);
}
