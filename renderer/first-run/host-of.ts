/** The part of a server's address that people know it by. */

/** `api.chakrahq.com` from `https://api.chakrahq.com`; the text itself where it is no address. */
export function hostOf(server: string): string {
  return URL.parse(server.trim())?.host || server.trim();
}
