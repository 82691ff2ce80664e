/** What exports say of somebody's e-mails: each address once, and what else stands in the fields they come from. */
import type { Email, User } from '../../contract/user.ts';
import { addressesBeside, cleanAddresses } from './read-addresses.ts';
import { seenText } from './seen-text.ts';

export type ExportedEmails = {
  /** In the record's order. An address that several fields mean has the type of each. */
  readonly addresses: readonly Pick<Email, 'address' | 'type' | 'isPrimary'>[];
  /** Fields that hold other addresses beside those meant, as they can be seen: "anna@x (former: anna2@x)". */
  readonly remarks: readonly string[];
};

export function exportedEmails({ emails }: Pick<User, 'emails'>): ExportedEmails {
  const addresses = new Map<string, Pick<Email, 'address' | 'type' | 'isPrimary'>>();
  const remarks = new Set<string>();
  for (const { address: came, type, isPrimary } of emails) {
    const texts = cleanAddresses(came);
    for (const [nth, address] of texts.entries()) {
      const key = mailboxOf(address);
      const before = addresses.get(key);
      const types = [before?.type, type].filter((one) => one !== null && one !== undefined);
      addresses.set(key, {
        address: before?.address ?? address,
        type: types.length === 0 ? null : types.join(' '),
        isPrimary: before?.isPrimary === true || (isPrimary && nth === 0),
      });
    }
    if (addressesBeside(came, texts).length > 0) remarks.add(seenText(came).text);
  }
  return { addresses: [...addresses.values()], remarks: [...remarks] };
}

/** Letter case counts before the `@` alone: there a server may tell Anna from anna (RFC 5321, 2.4). */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) return address;
  return address.slice(0, at) + address.slice(at).toLowerCase();
}
