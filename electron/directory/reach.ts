/** What can be done with the addresses, numbers, time zone and pictures of a record. */
import type { PhoneReading, Reach } from '../../contract/reach.ts';
import type { User } from '../../contract/user.ts';
import { readAddresses } from '../email/read-addresses.ts';
import { seenText } from '../email/seen-text.ts';
import type { ReadPhoneFields } from '../phone/load-phones.ts';
import { pictureUrl } from '../picture/picture-url.ts';
import { readZone } from '../zone/read-zone.ts';

const notRead: PhoneReading = { dial: null, shown: null, extension: null, others: 0 };

/** `server`: its origin, from which alone a picture may come over plain http. `readPhones`: null where the user has none. */
export function reachOf(user: User, server: string, readPhones: ReadPhoneFields | null): Reach {
  return {
    emails: user.emails.map(({ address }) => ({
      addresses: [...readAddresses(address)],
      odd: [...seenText(address).odd],
    })),
    phones: readPhones?.(user) ?? user.phones.map(() => notRead),
    zone: user.timezone === null ? null : readZone(user.timezone),
    opens: {
      profile: pictureUrl(user.profileImageUrl, server) !== null,
      cover: pictureUrl(user.coverImageUrl, server) !== null,
    },
  };
}
