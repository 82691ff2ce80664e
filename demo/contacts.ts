/** E-mail addresses and telephone numbers: addresses unique but where a blemish shares one, numbers that nobody has. */
import type { Blemish } from './blemishes.ts';
import { type Draw, purpose } from './draw.ts';
import type { Ids } from './ids.ts';
import type { Office } from './offices.ts';
import { referenceDate } from './status.ts';
import type { EmailRecord, PhoneRecord } from './user-record.ts';

export type Contacts = {
  readonly emails: EmailRecord[];
  readonly primary: EmailRecord | null;
  readonly phones: PhoneRecord[];
  readonly primaryPhone: PhoneRecord | null;
};

export type ContactOwner = {
  readonly index: number;
  readonly id: string;
  /** `given.family`, with a number where that is taken. */
  readonly localPart: string;
  readonly office: Office;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly blemish: Blemish | null;
  /** Number of the stretch whose two sharers have one address. */
  readonly stretch: number;
  /** Somebody else, whom an e-mail names as its owner by mistake. */
  readonly anotherId: string;
};

const workDomain = 'acme.example';
const ownDomains = ['post.example', 'mail.example', 'letterbox.example'] as const;
const capitals = (local: string): string => local.replace(/(^|\.)[a-z]/g, (letter) => letter.toUpperCase());

export const contactsOf = (draw: Draw, ids: Ids, owner: ContactOwner): Contacts => {
  const { index, blemish, localPart, createdAt, updatedAt } = owner;
  const chance = draw.bits(index, purpose.email);
  const addedAt = (nth: number): number => Math.min(referenceDate, createdAt + nth * 86_400_000 * (1 + (chance % 90)));
  const address = (nth: number, email: string, type: string, isVerified: boolean): EmailRecord => ({
    id: ids.idFor(index * 4 + nth, 2),
    createdAt: addedAt(nth),
    updatedAt: Math.max(updatedAt, addedAt(nth)),
    email,
    normalizedEmail: email.toLowerCase(),
    type,
    isVerified,
    user: owner.id,
  });
  const top = index === 0;
  const work = address(
    0,
    `${chance % 16 === 0 ? capitals(localPart) : localPart}@${workDomain}`,
    top || chance % 5 < 3 ? 'WORK' : '',
    blemish !== 'primary-unverified',
  );
  const second =
    top || chance % 100 < 30 || blemish === 'email-of-another'
      ? [
          address(1, `${localPart}@${draw.from(index, purpose.email + 1000, ownDomains)}`, 'PERSONAL', chance % 7 > 2),
        ].map((email) => (blemish === 'email-of-another' ? { ...email, user: owner.anotherId } : email))
      : [];
  const third = top ? [address(2, `press@${workDomain}`, '', true)] : [];
  const shared =
    blemish === 'shared-email' ? [address(3, `shift-desk-${owner.stretch + 1}@${workDomain}`, 'WORK', true)] : [];
  const all = [work, ...second, ...third, ...shared];

  const digits = String(100 + (draw.bits(index, purpose.phone) % 100)).padStart(4, '0');
  const number = `${owner.office.dial} ${digits}`;
  const mobile = `${owner.office.dial} ${String(100 + (draw.bits(index, purpose.phone + 1000) % 100)).padStart(4, '0')}`;
  const form = draw.part(index, purpose.phoneForm);
  const phones: PhoneRecord[] = top
    ? [number, mobile]
    : form < 0.12
      ? [number]
      : form < 0.15
        ? [number, mobile]
        : form < 0.17
          ? [{ phone: number, type: 'WORK' }]
          : form < 0.19
            ? [{ number, label: 'Mobile', isPrimary: true }]
            : [];
  const contacts = { phones, primaryPhone: form > 0.1 && form < 0.12 ? number : null };
  if (blemish === 'no-email') return { emails: [], primary: null, ...contacts };
  return {
    emails: blemish === 'primary-not-listed' ? all.slice(1) : all,
    primary: work,
    ...contacts,
  };
};
