/** Keeps the token out of what comes back: a server may repeat what it was sent in a header, a host name or a body. */
import type { Failure } from '../../contract/failures.ts';

/** A shorter token would occur in texts by chance. */
const shortestTokenCharacters = 8;

/** The token as it is, and as host names and JSON write it. */
function formsOf(token: string): readonly string[] {
  if (token.length < shortestTokenCharacters) return [];
  return [...new Set([token, JSON.stringify(token).slice(1, -1), encodeURIComponent(token)])];
}

/** Looks for one token in bytes. All of a token is ASCII, which UTF-8 leaves as it is. */
export type TokenSearch = {
  readonly isIn: (bytes: Uint8Array) => boolean;
  /** The same over a body that comes in pieces, wherever it is cut. */
  readonly overPieces: () => (piece: Uint8Array) => boolean;
};

export function createTokenSearch(token: string): TokenSearch {
  const forms = formsOf(token).map((form) => Buffer.from(form, 'latin1'));
  /** What can stand before a cut of the longest form. */
  const overlap = Math.max(0, ...forms.map((form) => form.length - 1));

  const isIn = (bytes: Uint8Array): boolean => {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return forms.some((form) => view.includes(form));
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

/** The failure, with each text in it that holds the token emptied. */
export function withoutToken(failure: Failure, token: string): Failure {
  // Origins and media types are in lower case, whatever the server wrote.
  const forms = formsOf(token.toLowerCase());
  const isTelling = (text: string) => forms.some((form) => text.includes(form));
  switch (failure.kind) {
    case 'refused-redirect':
      return isTelling(failure.to) ? { ...failure, to: '' } : failure;
    case 'not-the-api':
      return isTelling(failure.contentType) ? { ...failure, contentType: '' } : failure;
    default:
      return failure;
  }
}
