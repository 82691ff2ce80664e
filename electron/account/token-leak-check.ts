/**
 * Tells a token that was typed or pasted where none belongs, in any of the forms that a token may be written in. Such a text
 * would be stored, and sent to the server in a path.
 */
import { createTokenSearch } from '../api/secrecy.ts';

/** Where the token is, as the field's name: the last part of the path to the text; null: nowhere. */
export type TokenGuard = {
  readonly fieldWithToken: (input: unknown) => string | null;
  /** `beside`: a token that was typed with it. */
  readonly isIn: (text: string, beside?: string) => boolean;
};

/** The one field of a call that a token belongs in. */
const ownField = 'token';

/** `held`: the tokens that are in memory now. One of fewer than 8 characters is not told from other text. */
export function createTokenGuard(held: () => readonly string[]): TokenGuard {
  const isIn = (text: string, beside?: string): boolean => {
    const tokens = beside === undefined ? held() : [...held(), beside];
    if (tokens.length === 0 || text === '') return false;
    // One that was wrapped, as in an e-mail, is one all the same.
    const unbroken = text.replace(/\s+/g, '');
    return tokens.some((token) => {
      const search = createTokenSearch(token);
      return search.isIn(Buffer.from(text)) || (unbroken !== text && search.isIn(Buffer.from(unbroken)));
    });
  };

  const within = (value: unknown, field: string, beside: string | undefined): string | null => {
    if (typeof value === 'string') return isIn(value, beside) ? field : null;
    // Bytes are a picture, which is neither stored nor sent anywhere, and no text that somebody typed.
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null;
    for (const [key, part] of Object.entries(value)) {
      if (key === ownField) continue;
      const found = within(part, Array.isArray(value) ? field : key, beside);
      if (found !== null) return found;
    }
    return null;
  };

  return {
    isIn,
    fieldWithToken: (input) => {
      const beside = typeof input === 'object' && input !== null && ownField in input ? input[ownField] : undefined;
      return within(input, 'input', typeof beside === 'string' ? beside : undefined);
    },
  };
}
