/** What can be done with the addresses, numbers, time zone and pictures of a record. */
import type { PhoneReading, Reach } from '../../contract/reach.ts';
import type { User } from '../../contract/user.ts';
import { readAddresses } from '../email/read-addresses.ts';
import { seenText } from '../email/seen-text.ts';
import { pictureUrl } from '../picture/picture-url.ts';
import { plainZone } from '../zone/plain-zone.ts';
import type { ReachReading } from './load-reach.ts';

const notRead: PhoneReading = { dial: null, shown: null, extension: null, others: 0 };

/** `server`: its origin, from which alone a picture may come over plain http. `reading`: null where `needsReach` says so. */
export function reachOf(user: User, server: string, reading: ReachReading | null): Reach {
  return {
    emails: user.emails.map(({ address }) => ({
      addresses: [...readAddresses(address)],
      odd: [...seenText(address).odd],
    })),
    phones: reading?.readPhones(user) ?? user.phones.map(() => notRead),
    zone: user.timezone === null ? null : (plainZone(user.timezone) ?? reading?.readZone(user.timezone) ?? null),
    opens: {
      profile: pictureUrl(user.profileImageUrl, server) !== null,
      cover: pictureUrl(user.coverImageUrl, server) !== null,
    },
  };
}
