/** The part of a server's address that people know it by, and what of an address is not used. */

/** `api.chakrahq.com` from `https://api.chakrahq.com` or `api.chakrahq.com/api`; the text itself where it is no address. */
export function hostOf(server: string): string {
  return urlOf(server)?.host || server.trim();
}

/** The host of an address as far as it is typed; `''` where the text is no address. */
export const typedHost = (server: string): string => urlOf(server)?.host ?? '';

/**
 * What stands behind the host of an address as it is typed, such as `/api/` or `/?team=1#top`, and is not used: the API
 * has paths of its own. `''` where nothing stands there, or the text is no address.
 */
export function leftOutOf(server: string): string {
  const url = urlOf(server);
  if (url === null || url.host === '') return '';
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path === '/' ? '' : path;
}

/** With `https://` in front where there is no scheme, as the main process reads it. */
function urlOf(server: string): URL | null {
  const typed = server.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  // A browser escapes what no host has, such as the spaces of a sentence.
  return url?.host.includes('%') ? null : url;
}
