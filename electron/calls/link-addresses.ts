/**
 * The links that leave the app: built here from what is stored of a person, so that the page can name which link
 * but never what it says. Only these schemes go out.
 */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { User } from '../../contract/user.ts';
import { readAddresses } from '../email/read-addresses.ts';
import { loadReach } from '../person/load-reach.ts';
import { pictureUrl } from '../picture/picture-url.ts';

export type LinkAsked =
  | { readonly verb: 'write'; readonly address: string }
  | { readonly verb: 'call'; readonly number: string }
  | { readonly verb: 'picture'; readonly which: 'profile' | 'cover' };

/** The URL to hand to the system, or `bad-input` where the stored user has no such address, number or picture. */
export async function linkOf(user: User, asked: LinkAsked, server: string): Promise<Outcome<string>> {
  switch (asked.verb) {
    case 'write':
      return user.emails.some(({ address }) => isOf(address, asked.address))
        ? mailLink(asked.address)
        : unknownPart('address');
    case 'call':
      return callLink(user, asked.number);
    case 'picture':
      return pictureLink(asked.which === 'profile' ? user.profileImageUrl : user.coverImageUrl, server);
  }
}

/** Whether it is the field's text, or an address that it means. */
function isOf(came: string, asked: string): boolean {
  return came === asked || readAddresses(came).includes(asked);
}

/** RFC 6068: a mail to several who do not see each other. Each address is encoded, so that none adds a header. */
export function mailLinkTo(addresses: readonly string[]): string {
  return `mailto:?bcc=${addresses.map(encoded).join(',')}`;
}

/** RFC 6068, of the one address that is meant. It is encoded but for its `@`, so that no header (`?bcc=`) can ride along. */
function mailLink(came: string): Outcome<string> {
  const [address, another] = readAddresses(came);
  if (address === undefined || another !== undefined) return unknownPart('address');
  return succeeded(`mailto:${encoded(address)}`);
}

function encoded(address: string): string {
  const at = address.lastIndexOf('@');
  const local = encodeURIComponent(address.slice(0, at).toWellFormed());
  const domain = encodeURIComponent(address.slice(at + 1).toWellFormed());
  return `${local}@${domain}`;
}

/** RFC 3966: the first whole number of the field. Neither its extension nor what is keyed in after it is dialled. */
async function callLink(user: User, number: string): Promise<Outcome<string>> {
  const { readPhones } = await loadReach();
  const dial = readPhones(user)[user.phones.findIndex((phone) => phone.number === number)]?.dial ?? null;
  return dial === null ? unknownPart('number') : succeeded(`tel:${dial}`);
}

function pictureLink(text: string | null, server: string): Outcome<string> {
  const url = pictureUrl(text, server);
  return url === null ? unknownPart('which') : succeeded(url);
}

function unknownPart(where: string): Outcome<never> {
  return failed({ kind: 'bad-input', where, reason: 'not-known' });
}
