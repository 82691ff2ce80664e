/**
 * Reads the address of a server as a person types or pastes it. What comes out is an origin to which a token may be
 * sent: https, or plain http to this computer alone.
 */
import type { BadInputReason, Outcome } from '../../contract/failures.ts';
import { failed, succeeded } from '../../contract/failures.ts';

const limitCharacters = 2048;

/** Characters that cannot be seen. The URL parser drops some of them, so what is stored would not be what is shown. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** `name:` that is no host with a port: `mailto:x`, `javascript:…`, but not `localhost:8080`. */
const otherScheme = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i;

/** What the names of hosts consist of once the URL parser has written them in ASCII: parts that are not empty; and addresses of IPv6. */
const hostForm = /^(?:(?=.*[a-z0-9])[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])$/;

/**
 * What the parser would take for the host of an address that was copied with more than itself: what stands before its scheme, the
 * scheme of a second one, or a mark behind it. The name would be looked up, and might be somebody's.
 */
const isNoHost = (authority: string, { hostname, port }: URL): boolean =>
  authority.endsWith(':') || hostname === 'https' || hostname === 'http' || !hostForm.test(hostname) || port === '0';

/**
 * An origin such as `https://api.example.com`, with no slash at the end. `https://` is added where no scheme was given;
 * a path, a query and a fragment are left out, as the form says beside the field: the API has paths of its own.
 * Fails with `bad-input` at `server`:
 * `empty`; `too-long` (over 2,048 characters); `control-characters` (also invisible ones); `has-credentials` (an `@`
 * before the path); `not-https` (another scheme, or plain http to another computer); `not-a-url`.
 */
export function parseServerAddress(text: string): Outcome<string> {
  const typed = text.trim();
  if (typed === '') return refused('empty');
  if (typed.length > limitCharacters) return refused('too-long');
  if (unseen.test(typed)) return refused('control-characters');
  // The URL parser would read a backslash as a slash: `https://good.example\@evil.example`.
  if (/[\s\\]/.test(typed)) return refused('not-a-url');

  const hasAuthority = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const authority = typed.slice(hasAuthority ? typed.indexOf('://') + 3 : 0).split(/[/?#]/, 1)[0] ?? '';
  if (!hasAuthority && !authority.includes('@') && otherScheme.test(typed)) return refused('not-https');

  const address = hasAuthority ? typed : `https://${typed}`;
  if (!/^https?:\/\//i.test(address)) return refused('not-https');
  if (authority.includes('@')) return refused('has-credentials');
  // `https:///x` is read as `https://x`: a host that nobody wrote as one.
  if (authority === '') return refused('not-a-url');

  const url = URL.parse(address);
  if (url === null) return refused('not-a-url');
  if (url.username !== '' || url.password !== '') return refused('has-credentials');
  if (isNoHost(authority, url)) return refused('not-a-url');
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) return refused('not-https');
  return succeeded(url.origin);
}

/** Whether a server, as `parseServerAddress` gives it, is on this computer, so that no network is needed to reach it. */
export function isOnThisComputer(server: string): boolean {
  return isLoopback(new URL(server).hostname);
}

/**
 * Whether plain http to a host stays on this computer. `hostname` as the URL parser writes it, which has put every
 * form of an IPv4 address into four decimal numbers.
 */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function refused(reason: BadInputReason): Outcome<never> {
  return failed({ kind: 'bad-input', where: 'server', reason });
}
