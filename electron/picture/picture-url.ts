/** Which address of a picture can be opened in a browser. */

/** The address as a browser takes it; null where it is none, is not safe to follow, or carries a name and password. */
export function pictureUrl(text: string | null, server: string): string | null {
  const url = text === null ? null : URL.parse(text);
  if (url === null || !isSafe(url, server) || url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** Plain http only to the server itself, which is then on this computer, as the demo directory is. */
function isSafe({ protocol, origin }: URL, server: string): boolean {
  return protocol === 'https:' || (protocol === 'http:' && origin === server);
}
