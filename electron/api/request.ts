/**
 * Makes the requests Rolodesk sends, and no others: a GET without a body to one of the API's own paths on the server
 * that was connected. The vendor documents "Update User" at the very path of Fetch User, so nothing else may leave.
 */
import type { Outcome } from '../../contract/failures.ts';
import { failed, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { isCanonicalUuid } from '../../contract/uuid.ts';
import { asUserId } from '../reading/read-ids.ts';
import { parseServerAddress } from './server-address.ts';

/** An address whose every part has been checked. Made only here. */
export type CheckedUrl = string & { readonly checked: unique symbol };

/** An origin that `parseServerAddress` gives. Made only here, once for a connection. */
export type CheckedOrigin = string & { readonly checkedOrigin: unique symbol };

/** Fails with `bad-input` at `server`. */
export function checkedOrigin(server: string): Outcome<CheckedOrigin> {
  const origin = parseServerAddress(server);
  if (!origin.ok) return origin;
  if (origin.value !== server) return failed({ kind: 'bad-input', where: 'server', reason: 'malformed' });
  return succeeded(server as CheckedOrigin);
}

/** Where single users are had, and nothing else. */
export const userPath = '/v1/ext/user/';

/**
 * The address of Fetch User for an id, which is parsed once more: a brand is gone at run time.
 * Fails with `bad-input` at `id`.
 */
export function userUrl(origin: CheckedOrigin, asked: string): Outcome<{ url: CheckedUrl; id: UserId }> {
  const id = asUserId(asked);
  if (id === null) return failed({ kind: 'bad-input', where: 'id', reason: 'not-an-id' });
  // Hexadecimal digits and dashes behind a checked origin: a parser could find nothing in it to resolve, and takes long.
  if (isCanonicalUuid(id)) return succeeded({ url: `${origin}${userPath}${id}` as CheckedUrl, id });
  const url = checkedUrl(origin, `${userPath}${encodeURIComponent(id)}`);
  return url.ok ? succeeded({ url: url.value, id }) : url;
}

export const usersPath = '/v1/ext/users';

/** The address of List Users. */
export const usersUrl = (origin: CheckedOrigin): Outcome<CheckedUrl> => checkedUrl(origin, usersPath);

const longestUrl = 2048;

/**
 * Where the page of a list is that `from` said comes next; null where that is not the list on the same host. The scheme is
 * ours, whatever it says: servers behind a gateway often think that they are asked over http.
 */
export function nextPageUrl(origin: CheckedOrigin, from: CheckedUrl, next: string): CheckedUrl | null {
  const url = next === '' ? null : URL.parse(next, from);
  if (url === null || url.host !== new URL(origin).host || !/^https?:$/.test(url.protocol)) return null;
  if (url.username !== '' || url.password !== '' || url.pathname !== usersPath) return null;
  const address = `${origin}${usersPath}${url.search}`;
  return address.length > longestUrl ? null : (address as CheckedUrl);
}

/** The address of Fetch Config. */
export const configUrl = (origin: CheckedOrigin): Outcome<CheckedUrl> => checkedUrl(origin, '/v1/ext/config');

function checkedUrl(origin: CheckedOrigin, path: string): Outcome<CheckedUrl> {
  const url = URL.parse(path, origin);
  // The parser resolves dot segments even where they are percent-encoded: what was meant is compared with what came out.
  if (url === null || url.href !== `${origin}${path}` || url.origin !== origin || url.pathname !== path) {
    return failed({ kind: 'bad-input', where: 'id', reason: 'not-an-id' });
  }
  return succeeded(url.href as CheckedUrl);
}

/** What a request asks of whatever carries it; `RequestInit` has the meanings. */
export type FetchInit = {
  readonly method: 'GET';
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: 'manual' | 'error';
  readonly credentials: 'omit';
  readonly cache?: 'no-store';
  readonly referrerPolicy: 'no-referrer';
  readonly signal: AbortSignal;
};

export type HttpHeaders = {
  /** `name` in lower case. Several values stand in one, with commas; whatever bytes came, this throws nothing. */
  readonly get: (name: string) => string | null;
};

type BodyRead = { readonly done: false; readonly value: Uint8Array } | { readonly done: true };

export type HttpBody = {
  /** Each `read` gives a piece of the decoded body. Rejects when the connection breaks. */
  readonly getReader: () => { readonly read: () => Promise<BodyRead> };
};

/** What is read of an answer. Nothing of it has been checked: a status may be any number. A `Response` is one. */
export type HttpResponse = {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: HttpBody | null;
  /** Of HTTP, as far as the transport says: 2 and above share a connection. */
  readonly httpVersionMajor?: number;
};

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Node's, or the one over Electron's `net.request`. Rejects where no answer comes, and as soon as the signal aborts. */
export type Fetch = (url: string, init: FetchInit) => Promise<HttpResponse>;

/**
 * Sends one request. The token enters here and nowhere else.
 *
 * Redirects are never followed. `manual` answers with the redirect itself; `error` would reject, and then nobody could say
 * where the server pointed.
 */
export function send(fetch: Fetch, url: CheckedUrl, token: string, signal: AbortSignal): Promise<HttpResponse> {
  return fetch(url, {
    method: 'GET',
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal,
  });
}
