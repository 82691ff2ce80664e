/**
 * Decides what an answer is: by its content first, since a captive portal answers 200 and a wrong host 404. Nothing
 * here reads more of an error than its kind: messages may quote what was sent.
 */
import { longestWord } from '../../contract/bounds.ts';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Load } from '../pace/rate-limit.ts';
import { notTheApi } from '../reading/read-json.ts';
import { shortened } from '../reading/read-notes.ts';
import type { HttpHeaders, HttpResponse } from './request.ts';

/** Where the server pointed, as an origin (`''`: it did not say, or it cannot be read); null where it did not point away. */
export function redirectTarget(response: HttpResponse, url: string): string | null {
  if (![301, 302, 303, 307, 308].includes(response.status)) return null;
  const location = response.headers.get('location');
  const target = location === null ? null : URL.parse(location, url);
  if (target === null) return '';
  // A host may be as long as the headers are.
  return shortened(target.origin === 'null' ? target.protocol : target.origin, longestWord);
}

/**
 * The failure a status outside 200–299 stands for, wherever it comes from: the token may have been refused by something before
 * the server, and whether a 404 or 403 about somebody is the API's own shows elsewhere.
 */
export function failureOfStatus(reply: {
  readonly status: number;
  readonly id: UserId | null;
  readonly load: Load;
}): Failure {
  if (reply.load.isLimit) return rateLimited(reply.load.holdMs);
  switch (reply.status) {
    case 401:
      return { kind: 'unauthorized' };
    case 403:
      return { kind: 'forbidden' };
    case 404:
      return { kind: 'not-found', id: reply.id };
    case 407:
      return { kind: 'proxy-sign-in' };
    case 511:
      return { kind: 'network-sign-in' };
    default:
      return { kind: 'server', status: reply.status };
  }
}

export function rateLimited(retryAfterMs: number | null): Failure {
  return {
    kind: 'rate-limited',
    retryAfterSeconds: retryAfterMs === null ? null : Math.ceil(retryAfterMs / 1000),
  };
}

/** The media type in lower case, without parameters; `''` where there is none that can be one. */
export function mediaTypeOf(headers: HttpHeaders): string {
  const type = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,60}$/.test(type) ? type : '';
}

/**
 * What a rejected fetch or a broken body stands for, and whether trying again could help. Node's fetch hides the
 * reason in `cause`; Electron's puts Chromium's `net::ERR_…` into the message.
 */
export function failureOfThrow(error: unknown): { readonly failure: Failure; readonly again: boolean } {
  const words = wordsOf(error);
  const says = (pattern: RegExp) => words.some((word) => pattern.test(word));
  if (
    says(
      /^Redirect was cancelled$|redirect policy was|^unexpected redirect$|ERR_(?:UNSAFE|INVALID)_REDIRECT|MULTIPLE_LOCATION/,
    )
  ) {
    return { failure: { kind: 'refused-redirect', to: '' }, again: false };
  }
  if (says(/ERR_CONTENT_DECODING|^Z_|^ERR__ZLIB|^ERR_BROTLI|^ERR_ZSTD|^ZSTD_/)) {
    return { failure: { kind: 'bad-reply', where: 'encoding', detail: 'cannot be decompressed' }, again: false };
  }
  if (says(/HEADERS?_OVERFLOW|ERR_RESPONSE_HEADERS_TOO_BIG/))
    return { failure: { kind: 'headers-too-large' }, again: false };
  // Neither runtime gives a 407 as an answer; and a proxy that a tunnel was to be made through says it before that.
  if (isUnexplained(error) || says(/ERR_(?:UNEXPECTED_)?PROXY_AUTH|Proxy response \(407\)/)) {
    return { failure: { kind: 'proxy-sign-in' }, again: false };
  }
  if (says(/HTTPParserError|ERR_INVALID_HTTP_RESPONSE|ERR_INVALID_CHUNKED|ERR_RESPONSE_HEADERS_MULTIPLE|^HPE_/))
    return { failure: notTheApi(''), again: false };
  if (says(/CLIENT_AUTH|ALERT_CERTIFICATE_REQUIRED/))
    return { failure: { kind: 'untrusted-certificate', isOfThisComputer: true }, again: false };
  // Of a connection that was made before somebody, or an update of the system, changed which certificates it trusts.
  if (says(/ERR_CERT_(?:DATABASE|VERIFIER)_CHANGED/)) return { failure: { kind: 'offline' }, again: true };
  // What is wrong with a certificate now is still wrong in a second.
  if (says(/CERT|UNABLE_TO_/)) return { failure: { kind: 'untrusted-certificate' }, again: false };
  return { failure: { kind: 'offline' }, again: !says(/SSL|TLS/) };
}

function wordsOf(error: unknown): string[] {
  const words: string[] = [];
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    words.push(at.name, at.message);
    if ('code' in at && typeof at.code === 'string') words.push(at.code);
  }
  return words;
}

/** Node's fetch gives a reason for everything but a 407, for which its cause is an error without a word. */
function isUnexplained(error: unknown): boolean {
  const cause = error instanceof TypeError ? error.cause : null;
  return cause instanceof Error && cause.name === 'Error' && cause.message === '' && !('code' in cause);
}
