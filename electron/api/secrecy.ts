/** Keeps the token out of what comes back: a server may repeat what it was sent in a header, a host name or a body. */
import type { Failure } from '../../contract/failures.ts';
import {
  isTold,
  longestEscape,
  longestNested,
  longRuns,
  mayHaveEscapes,
  nestedForms,
  shortestNested,
  shortestTokenCharacters,
  tokenForms,
  withoutEscapes,
  withoutMailSigns,
} from './token-forms.ts';
import { numberFormsOf, shortestDigits } from './token-numbers.ts';

/** Looks for one token in bytes, in each of its forms. All of a token is ASCII, which UTF-8 leaves as it is. */
export type TokenSearch = {
  readonly isIn: (bytes: Uint8Array) => boolean;
  /** The same over a body that comes in pieces, wherever it is cut. */
  readonly overPieces: () => (piece: Uint8Array) => boolean;
};

export function createTokenSearch(token: string): TokenSearch {
  const forms = tokenForms(token);
  // As it is, too: what stands before it, or in it, may look like an escape.
  const all = forms.length === 0 ? [] : [...new Set([token, ...forms])];
  const plain = all.map((form) => Buffer.from(form, 'latin1'));
  const numbers = numberFormsOf(token);
  const isInNumbers = (text: string): boolean =>
    numbers.some(({ form, digitsOf, begins }) => begins(text) && digitsOf(text).includes(form));
  const isNestedIn = createNestedSearch(token);
  const isInForms = (text: string): boolean => all.some((form) => text.includes(form)) || isNestedIn(text);
  /** What can stand before a cut of the longest form. */
  const overlap = forms.length === 0 ? 0 : longestNested(token) * longestEscape - 1;

  const isIn = (bytes: Uint8Array): boolean => {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (plain.some((form) => view.includes(form))) return true;
    if (forms.length === 0) return false;
    const ascii = view.toString('latin1');
    if (isInNumbers(ascii) || isNestedIn(ascii)) return true;
    if (mayHaveEscapes(view)) {
      const text = view.toString('utf8');
      const plain = withoutEscapes(text);
      if (isInForms(plain) || (plain !== text && isInNumbers(plain))) return true;
    }
    const signs = withoutMailSigns(ascii);
    return signs !== null && isInForms(signs);
  };
  return {
    isIn,
    overPieces: () => {
      let before: Uint8Array = new Uint8Array();
      return (piece) => {
        const seam = Buffer.concat([before, piece.subarray(0, overlap)]);
        const found = isIn(seam) || isIn(piece);
        const last = piece.length >= overlap ? piece : Buffer.concat([before, piece]);
        before = new Uint8Array(last.subarray(Math.max(0, last.length - overlap)));
        return found;
      };
    },
  };
}

/**
 * Whether a token is in bytes that are no text, such as a picture's, which have room for notes: as it is, in UTF-16, in base64 or
 * in hexadecimal. What is compressed in them is not told.
 */
export function isAmong(bytes: Uint8Array, token: string): boolean {
  if (!isTold(token)) return false;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = Buffer.from(token, 'utf16le');
  const hexadecimal = Buffer.from(token, 'latin1').toString('hex');
  const narrow = [token, ...tokenForms(token), hexadecimal, hexadecimal.toUpperCase()];
  // The bytes of UTF-16 stand the other way round as well; without the first zero they are the same there.
  return [...narrow.map((form) => Buffer.from(form, 'latin1')), wide.subarray(0, -1)].some((form) =>
    view.includes(form),
  );
}

/** Looks for the base64 of what is a form of the token already, where there is base64 that is long enough. */
function createNestedSearch(token: string): (text: string) => boolean {
  const least = Math.max(shortestTokenCharacters, shortestNested(token));
  let forms: readonly string[] | null = null;
  return (text) => {
    const long = longRuns(text, least);
    if (long === '') return false;
    forms ??= nestedForms(token);
    return forms.some((form) => long.includes(form));
  };
}

/** Whether a text was cut within the token: what is left of that would tell most of it. */
function endsWithin(text: string, form: string, shortest: number): boolean {
  for (let length = Math.min(text.length, form.length); length >= shortest; length -= 1) {
    if (text.endsWith(form.slice(0, length))) return true;
  }
  return false;
}

/** Whether a token is in a text in any of its forms and in any letter case, the text's end being cut or not. */
export function holdsToken(text: string, token: string): boolean {
  const isCut = text.endsWith('…');
  const whole = isCut ? text.slice(0, -1) : text;
  // Origins and media types are in lower case, whatever the server wrote.
  const forms = [...tokenForms(token), ...(isTold(token) ? nestedForms(token) : [])].map((form) => form.toLowerCase());
  const numbers = numberFormsOf(token);
  return [whole, withoutEscapes(whole), withoutMailSigns(whole) ?? ''].some((each) => {
    const plain = each.toLowerCase();
    return (
      forms.some((form) => plain.includes(form) || (isCut && endsWithin(plain, form, shortestTokenCharacters))) ||
      numbers.some(({ form, digitsOf }) => {
        const digits = digitsOf(plain);
        return digits.includes(form) || (isCut && endsWithin(digits.trimEnd(), form, shortestDigits));
      })
    );
  });
}

/** What a server says in its own words. */
const told: ReadonlySet<string> = new Set(['detail', 'to', 'contentType']);

/** The failure, with each text in it that holds the token emptied. */
export function withoutToken(failure: Failure, token: string): Failure {
  const fields: [string, unknown][] = Object.entries(failure);
  if (!fields.some(([field]) => told.has(field))) return failure;
  const cleaned = fields.map(([field, value]) => {
    const isTelling = told.has(field) && typeof value === 'string' && holdsToken(value, token);
    return [field, isTelling ? '' : value];
  });
  return Object.fromEntries(cleaned) as Failure;
}
