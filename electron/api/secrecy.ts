/** Keeps the token out of what comes back: a server may repeat what it was sent in a header, a host name or a body. */
import type { Failure } from '../../contract/failures.ts';

/** A shorter token would occur in texts by chance. */
const shortestTokenCharacters = 8;

/** Whether the token stands in the text, as it is or as host names and JSON write it. */
export function repeatsToken(text: string, token: string): boolean {
  if (token.length < shortestTokenCharacters) return false;
  const escaped = JSON.stringify(token).slice(1, -1);
  return text.includes(token) || text.includes(escaped) || text.includes(encodeURIComponent(token));
}

/** The failure, with each text in it that holds the token emptied. */
export function withoutToken(failure: Failure, token: string): Failure {
  // Origins and media types are in lower case, whatever the server wrote.
  const isTelling = (text: string) => repeatsToken(text, token.toLowerCase());
  switch (failure.kind) {
    case 'refused-redirect':
      return isTelling(failure.to) ? { ...failure, to: '' } : failure;
    case 'not-the-api':
      return isTelling(failure.contentType) ? { ...failure, contentType: '' } : failure;
    default:
      return failure;
  }
}
