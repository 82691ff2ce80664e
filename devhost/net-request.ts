/**
 * `net.request`: Electron's `ClientRequest` by Node's http, as strict as Chromium: at most six connections to a host, header
 * values decoded as UTF-8, Chromium's words for errors. Only requests without a body, and without the system's proxy.
 */
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { PassThrough, type Readable, type Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import type { ClientRequestConstructorOptions } from 'electron';
import { Guarded, notImplemented } from './not-implemented.ts';

/** What Chromium calls the errors that Node's network reports. */
const netErrors: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  EPIPE: 'ERR_CONNECTION_RESET',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT',
  EHOSTUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  ENETUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'ERR_CERT_AUTHORITY_INVALID',
  INVALID_CA: 'ERR_CERT_AUTHORITY_INVALID',
  CERT_UNTRUSTED: 'ERR_CERT_AUTHORITY_INVALID',
  CERT_HAS_EXPIRED: 'ERR_CERT_DATE_INVALID',
  CERT_NOT_YET_VALID: 'ERR_CERT_DATE_INVALID',
  CERT_REVOKED: 'ERR_CERT_REVOKED',
  CERT_SIGNATURE_FAILURE: 'ERR_CERT_INVALID',
  INVALID_PURPOSE: 'ERR_CERT_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'ERR_CERT_COMMON_NAME_INVALID',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'ERR_SSL_CLIENT_AUTH_CERT_NEEDED',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  HPE_HEADER_OVERFLOW: 'ERR_RESPONSE_HEADERS_TOO_BIG',
};

const connectionsAHost = 6;
const headerBytes = 256 * 1024;

/** Of these headers the first one counts; of others all, with commas. As in Electron's `net-client-request.ts`. */
const firstOnly = new Set([
  ...['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since'],
  ...['if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer'],
  ...['retry-after', 'server', 'user-agent'],
]);

/** Electron's `IncomingMessage`. */
export class HostIncomingMessage extends PassThrough {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly rawHeaders: string[];
  readonly httpVersionMajor: number;
  readonly httpVersionMinor: number;

  constructor({ statusCode = 0, statusMessage = '', rawHeaders, httpVersionMajor, httpVersionMinor }: IncomingMessage) {
    super();
    this.statusCode = statusCode;
    this.statusMessage = statusMessage;
    // Electron makes its strings of the bytes as if they were UTF-8: what is not becomes U+FFFD.
    this.rawHeaders = rawHeaders.map((text) => Buffer.from(text, 'latin1').toString('utf8'));
    this.httpVersionMajor = httpVersionMajor;
    this.httpVersionMinor = httpVersionMinor;
  }

  get httpVersion(): string {
    return `${this.httpVersionMajor}.${this.httpVersionMinor}`;
  }
  get headers(): Record<string, string | string[]> {
    const headers: Record<string, string | string[]> = {};
    for (const [name, values] of valuesOf(this.rawHeaders)) {
      if (name === 'set-cookie') headers[name] = values;
      else headers[name] = firstOnly.has(name) ? (values[0] ?? '') : values.join(', ');
    }
    return headers;
  }
}

function valuesOf(rawHeaders: readonly string[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    values.set(name, [...(values.get(name) ?? []), rawHeaders[at + 1] ?? '']);
  }
  return values;
}

export type HostRequest = HostClientRequest;

/** The requests of one session, which share its connections. */
export function createRequests(): (options: ClientRequestConstructorOptions | string) => HostRequest {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: connectionsAHost }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: connectionsAHost }),
  };
  return (options) => new HostClientRequest(typeof options === 'string' ? { url: options } : options, agents);
}

type Agents = { readonly 'http:': HttpAgent; readonly 'https:': HttpsAgent };

const known = new Set([
  ...['method', 'url', 'headers', 'session', 'partition', 'credentials', 'useSessionCookies', 'redirect'],
  ...['referrerPolicy', 'cache', 'origin', 'priority', 'priorityIncremental', 'bypassCustomProtocolHandlers'],
]);

/** Nobody is asked to sign in here, and nothing is sent that could be said to be sent. */
const events = ['abort', 'close', 'error', 'finish', 'login', 'redirect', 'response'];

class HostClientRequest extends Guarded {
  readonly #agents: Agents;
  readonly #method: string;
  readonly #redirect: 'follow' | 'error' | 'manual';
  readonly #headers = new Map<string, { readonly name: string; readonly value: string }>();
  #url: URL;
  #isStarted = false;
  #isOver = false;
  #sent: ClientRequest | null = null;
  #response: HostIncomingMessage | null = null;
  #follow: (() => void) | null = null;

  constructor(options: ClientRequestConstructorOptions, agents: Agents) {
    super('ClientRequest', events);
    for (const name of Object.keys(options)) if (!known.has(name)) notImplemented(`the option ${name} of net.request`);
    const { url = '', method = 'GET', redirect = 'follow', headers = {} } = options;
    this.#url = new URL(url);
    if (!/^https?:$/.test(this.#url.protocol))
      throw new Error('ClientRequest only supports http: and https: protocols');
    this.#agents = agents;
    this.#method = method.toUpperCase();
    this.#redirect = redirect;
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, String(value));
  }

  setHeader(name: string, value: string): void {
    if (this.#isStarted) throw new Error("Can't set headers after they are sent");
    this.#headers.set(name.toLowerCase(), { name, value });
  }
  getHeader(name: string): string {
    return this.#headers.get(name.toLowerCase())?.value ?? '';
  }
  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }

  end(body?: unknown): this {
    if (body !== undefined) notImplemented('a body of net.request');
    this.#isStarted = true;
    this.#send(false);
    return this;
  }

  abort(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    process.nextTick(() => this.emit('abort'));
    this.#response?.destroy();
    this.#sent?.destroy();
    process.nextTick(() => this.emit('close'));
  }

  followRedirect(): void {
    if (this.#follow === null) throw new Error('followRedirect() called, but was not waiting for a redirect');
    this.#follow();
  }

  #fail(error: Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#sent?.destroy();
    this.#response?.destroy(error);
    this.emit('error', error);
    this.emit('close');
  }

  /** `isAgain`: the connection that it was sent on first had been kept, and was closed by then. */
  #send(isAgain: boolean): void {
    const isTls = this.#url.protocol === 'https:';
    const headers: Record<string, string> = { 'Accept-Encoding': isTls ? 'gzip, deflate, br, zstd' : 'gzip, deflate' };
    for (const { name, value } of this.#headers.values()) headers[name] = value;
    const options = { method: this.#method, headers, maxHeaderSize: headerBytes };
    const sent = isTls
      ? requestHttps(this.#url, { ...options, agent: this.#agents['https:'] })
      : requestHttp(this.#url, { ...options, agent: this.#agents['http:'] });
    this.#sent = sent;
    sent.on('error', (error) => {
      const isKeptOne = !isAgain && sent.reusedSocket && this.#response === null;
      if (this.#isOver || this.#sent !== sent) return;
      if (isKeptOne && 'code' in error && error.code === 'ECONNRESET') this.#send(true);
      else this.#fail(new Error(`net::${netErrorOf(error)}`));
    });
    sent.on('response', (answer) => this.#receive(answer));
    // Nobody asked for another protocol: to Chromium it is an answer without a body.
    sent.on('upgrade', (answer, socket) => {
      socket.destroy();
      this.#receive(answer);
    });
    sent.end();
  }

  #receive(answer: IncomingMessage): void {
    if (this.#isOver) return;
    const { statusCode: status = 0 } = answer;
    const { location } = answer.headers;
    if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
      this.#askToFollow(answer, location);
      return;
    }
    // Chromium gives a 407 only of a proxy that asks for a sign-in, and fails where nobody signs in.
    if (status === 407) {
      this.#fail(new Error('net::ERR_UNEXPECTED_PROXY_AUTH'));
      return;
    }
    const response = new HostIncomingMessage(answer);
    this.#response = response;
    const streams: Readable[] = [answer];
    for (const decoder of decodersOf(answer)) streams.push((streams.at(-1) ?? answer).pipe(decoder));
    answer.on('error', () => this.#fail(new Error(`net::${cutError(answer)}`)));
    for (const decoder of streams.slice(1))
      decoder.on('error', () => this.#fail(new Error('net::ERR_CONTENT_DECODING_FAILED')));
    streams.at(-1)?.pipe(response);
    response.once('end', () => {
      this.#isOver = true;
      this.emit('close');
    });
    this.emit('response', response);
  }

  #askToFollow(answer: IncomingMessage, location: string): void {
    answer.resume();
    const target = URL.parse(location, this.#url);
    if (this.#redirect === 'error') {
      this.#fail(new Error("Attempted to redirect, but redirect policy was 'error'"));
      return;
    }
    if (target === null) {
      this.#fail(new Error('net::ERR_INVALID_REDIRECT'));
      return;
    }
    let isFollowed = this.#redirect === 'follow';
    this.#follow = () => {
      isFollowed = true;
    };
    this.emit(
      'redirect',
      answer.statusCode,
      this.#method,
      target.href,
      Object.fromEntries(valuesOf(answer.rawHeaders)),
    );
    this.#follow = null;
    if (this.#isOver) return;
    if (!isFollowed) {
      this.#fail(new Error('Redirect was cancelled'));
      return;
    }
    if (target.origin !== this.#url.origin) this.#headers.delete('authorization');
    this.#url = target;
    this.#send(false);
  }
}

/** What undoes the encodings of a body, in order; none where one of them is not known. */
function decodersOf({ headers, statusCode = 0 }: IncomingMessage): Transform[] {
  if ([204, 205, 304].includes(statusCode)) return [];
  const names = (headers['content-encoding'] ?? '').split(',').map((name) => name.trim().toLowerCase());
  // What ends in the middle is given as far as it goes.
  const lenient = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
  const decoders: Transform[] = [];
  for (const name of names.toReversed()) {
    if (name === 'gzip' || name === 'x-gzip') decoders.push(createGunzip(lenient));
    else if (name === 'deflate') decoders.push(createInflate(lenient));
    else if (name === 'br') decoders.push(createBrotliDecompress());
    else if (name === 'zstd') decoders.push(createZstdDecompress());
    else if (name !== '' && name !== 'identity') return [];
  }
  return decoders;
}

/** Why a body ended before its end. */
function cutError({ headers }: IncomingMessage): string {
  if (headers['content-length'] !== undefined) return 'ERR_CONTENT_LENGTH_MISMATCH';
  return headers['transfer-encoding'] === 'chunked' ? 'ERR_INCOMPLETE_CHUNKED_ENCODING' : 'ERR_CONNECTION_RESET';
}

function netErrorOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return netErrorOf(error.errors[0]);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  // A connection that was closed before a byte of the answer.
  if (error instanceof Error && error.message === 'socket hang up') return 'ERR_EMPTY_RESPONSE';
  if (code.startsWith('HPE_') && netErrors[code] === undefined) return 'ERR_INVALID_HTTP_RESPONSE';
  return netErrors[code] ?? 'ERR_FAILED';
}
