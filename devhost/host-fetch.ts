/** Electron's `fetch` of a session, by Node's: the same refusals in the same words, without the system's proxy. */

type Handler = (request: Request) => Response | Promise<Response>;

/** What Chromium calls the errors that Node's network reports. */
const netErrors: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  EPIPE: 'ERR_CONNECTION_RESET',
  UND_ERR_SOCKET: 'ERR_CONNECTION_CLOSED',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT',
  UND_ERR_CONNECT_TIMEOUT: 'ERR_CONNECTION_TIMED_OUT',
  EHOSTUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  ENETUNREACH: 'ERR_ADDRESS_UNREACHABLE',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'ERR_CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'ERR_CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ERR_CERT_AUTHORITY_INVALID',
  CERT_HAS_EXPIRED: 'ERR_CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'ERR_CERT_COMMON_NAME_INVALID',
  UND_ERR_HEADERS_OVERFLOW: 'ERR_RESPONSE_HEADERS_TOO_BIG',
};

/** `handlerOf` gives what answers a scheme within this process, or null. */
export function createHostFetch(handlerOf: (scheme: string) => Handler | null): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const handler = handlerOf(new URL(request.url).protocol.slice(0, -1));
    if (handler !== null) return handler(request);
    // Node's fetch has no cookies and no cache, whatever is asked; it follows redirects itself, as Electron's does.
    const wanted = request.redirect;
    const sent = new Request(request, wanted === 'follow' ? {} : { redirect: 'manual' });
    let response: Response;
    try {
      response = await fetch(sent);
    } catch (error) {
      if (request.signal.aborted) throw request.signal.reason;
      throw new Error(`net::${netErrorOf(error)}`, { cause: error });
    }
    if (wanted !== 'follow' && response.status >= 300 && response.status < 400 && response.headers.has('location')) {
      await response.body?.cancel();
      throw new Error(
        wanted === 'error' ? "Attempted to redirect, but redirect policy was 'error'" : 'Redirect was cancelled',
      );
    }
    return response;
  };
}

function netErrorOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return netErrorOf(cause.errors[0]);
    const known = 'code' in cause && typeof cause.code === 'string' ? netErrors[cause.code] : undefined;
    if (known !== undefined) return known;
    // All that Node says of a 407 is an error without a word.
    if (cause.name === 'Error' && cause.message === '' && !('code' in cause)) return 'ERR_UNEXPECTED_PROXY_AUTH';
  }
  return 'ERR_FAILED';
}
