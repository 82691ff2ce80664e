/** Links of the form `rolodesk://user/{id}`, which the system hands over as an argument or an event. */
import { UserId } from '../../contract/ids.ts';

export const linkScheme = 'rolodesk';

/**
 * The user a link names, or null where it is no such link. Source of the form: ux.md, "The frame". Programs that hand a link on
 * may write a host in capitals, or put a slash behind what looks to them like a folder.
 */
export function userOfLink(text: string): UserId | null {
  const url = URL.parse(text);
  if (url === null || url.protocol !== `${linkScheme}:` || url.host.toLowerCase() !== 'user') return null;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname.slice(1).replace(/(?<=[^/])\/$/, ''));
  } catch {
    return null;
  }
  const id = UserId.safeParse(name);
  return id.success ? id.data : null;
}

/** The first such link among a command line's arguments. */
export function userOfArguments(args: readonly string[]): UserId | null {
  for (const argument of args) {
    const id = userOfLink(argument);
    if (id !== null) return id;
  }
  return null;
}
