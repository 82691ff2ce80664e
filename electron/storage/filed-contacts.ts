/** What somebody can be reached by, as the table of people holds it. */
import type { User } from '../../contract/user.ts';
import { addressesWithin } from '../email/read-addresses.ts';

/** Of e-mails and phones the primary first. */
export type FiledContacts = {
  readonly username: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
};

export function contactsOf({ username, emails, phones }: Pick<User, 'username' | 'emails' | 'phones'>): FiledContacts {
  return {
    username,
    emails: emails.flatMap(({ address }) => addressesWithin(address)).map(asLine),
    phones: phones.map(({ number }) => asLine(number)),
  };
}

// A line break cannot stand in an address or a number as they are read: what came with one has a space there.
function asLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

/** As the table has them: a line each, NULL for none. */
export function toLines(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('\n');
}
