/**
 * The links that leave the app: built here from what is stored of a person, so that the page can name which link
 * but never what it says. Only these schemes go out.
 */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { User } from '../../contract/user.ts';
import { withoutTrunkZero } from '../telephone.ts';

export type LinkAsked =
  | { readonly verb: 'write'; readonly address: string }
  | { readonly verb: 'call'; readonly number: string }
  | { readonly verb: 'picture'; readonly which: 'profile' | 'cover' };

/** The URL to hand to the system, or `bad-input` where the stored user has no such address, number or picture. */
export function linkOf(user: User, asked: LinkAsked, server: string): Outcome<string> {
  switch (asked.verb) {
    case 'write':
      return user.emails.some((email) => email.address === asked.address)
        ? mailLink(asked.address)
        : unknownPart('address');
    case 'call':
      return user.phones.some((phone) => phone.number === asked.number)
        ? callLink(asked.number)
        : unknownPart('number');
    case 'picture':
      return pictureLink(asked.which === 'profile' ? user.profileImageUrl : user.coverImageUrl, server);
  }
}

/** RFC 6068. The whole address is encoded but its `@`, so that no header (`?bcc=`) can ride along. */
function mailLink(address: string): Outcome<string> {
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1 || hasControls(address)) return unknownPart('address');
  const local = encodeURIComponent(address.slice(0, at).toWellFormed());
  const domain = encodeURIComponent(address.slice(at + 1).toWellFormed());
  return succeeded(`mailto:${local}@${domain}`);
}

/** RFC 3966: digits and a leading plus; visual separators and "(0)" are dropped, an extension is not dialled. */
function callLink(number: string): Outcome<string> {
  const dialled = withoutTrunkZero(number)
    .replace(/(?:ext\.?|x|#|;).*$/i, '')
    .replace(/[^\d+]/g, '');
  return /^\+?\d{2,20}$/.test(dialled) ? succeeded(`tel:${dialled}`) : unknownPart('number');
}

function pictureLink(text: string | null, server: string): Outcome<string> {
  const url = text === null ? null : URL.parse(text);
  if (url === null || !isSafe(url, server) || url.username !== '' || url.password !== '') return unknownPart('which');
  return succeeded(url.href);
}

/** Plain http only to the server itself, which is then on this computer, as the demo directory is. */
function isSafe({ protocol, origin }: URL, server: string): boolean {
  return protocol === 'https:' || (protocol === 'http:' && origin === server);
}

function unknownPart(where: string): Outcome<never> {
  return failed({ kind: 'bad-input', where, reason: 'not-known' });
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
