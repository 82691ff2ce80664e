/**
 * Tells a token whose bytes are written as numbers: in hexadecimal, with whatever signs between the digits, or as a list of
 * decimal numbers.
 */
import { shortestTokenCharacters } from './token-forms.ts';

/** One way to write the bytes. */
export type NumberForm = {
  readonly form: string;
  /** What is left of a text where nothing but such numbers counts; it has `form` in it where the token is written so. */
  readonly digitsOf: (text: string) => string;
  /** Whether the text has the beginning of the token in it, which costs little to ask. */
  readonly begins: (text: string) => boolean;
};

/** So many digits of a part of the token tell it from other numbers. */
export const shortestDigits = 2 * shortestTokenCharacters;

/** Of signs that may stand between two numbers, `\x` and the white space before an element of a list among them. */
const between = { hexadecimal: '[^0-9a-z]{0,10}(?:0?x)?', decimal: '\\D{1,10}(?:\\d{1,5}"\\s?:\\D{0,10})?' } as const;

/** None of a token that is too short to be told from other text. */
export function numberFormsOf(token: string): readonly NumberForm[] {
  if (token.length < shortestTokenCharacters) return [];
  const bytes = Buffer.from(token, 'latin1');
  const first = bytes.subarray(0, shortestTokenCharacters);
  const hexBegins = new RegExp([...first.toString('hex')].join(between.hexadecimal), 'i');
  // A digit before it may make it another number; that is seen when the digits are taken.
  const decimalBegins = new RegExp(first.join(between.decimal));
  return [
    {
      form: bytes.toString('hex'),
      digitsOf: (text) => text.replace(/[^0-9a-z]+(?:0?x)?|0x/gi, '').toLowerCase(),
      begins: (text) => hexBegins.test(text),
    },
    {
      form: ` ${bytes.join(' ')} `,
      // JSON numbers the bytes of a typed array: {"0":116,"1":111}.
      digitsOf: (text) => ` ${text} `.replace(/"\d{1,5}"\s?:/g, ' ').replace(/\D+/g, ' '),
      begins: (text) => decimalBegins.test(text),
    },
  ];
}
