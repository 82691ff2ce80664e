/** Reads `emails` and `primaryEmail` into one list, the primary first. No address that came is lost. */
import type { Email } from '../../contract/user.ts';
import { readFlag } from './read-flag.ts';
import { isRecord, type Notes } from './read-notes.ts';
import { asIdentifier, asLine, isBlank, readLine, readReference } from './read-text.ts';
import { readTime, type TimeUnit } from './read-times.ts';

const known = new Set(['id', 'createdAt', 'updatedAt', 'email', 'normalizedEmail', 'type', 'isVerified', 'user']);

const readId = (value: unknown, field: string, notes: Notes): string | null => {
  if (value === null || value === undefined || value === '') return null;
  const id = asIdentifier(value);
  if (id === null) notes.cannotRead(field, 'an id', value);
  return id;
};

const asAddress = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const address = asLine(value);
  return isBlank(address) ? null : address;
};

const bare = (address: string): Email => ({
  id: null,
  address,
  normalized: null,
  type: null,
  isVerified: null,
  isPrimary: false,
  isListed: true,
  createdAt: null,
  updatedAt: null,
  owner: null,
});

/** One e-mail from an object or a bare address (v2); null, and listed as unread, where there is no address. */
const readEmail = (value: unknown, unit: TimeUnit, field: string, notes: Notes): Email | null => {
  if (!isRecord(value)) {
    const address = asAddress(value);
    if (address === null) notes.cannotRead(field, 'an e-mail', value);
    return address === null ? null : bare(address);
  }
  const normalized = asAddress(value.normalizedEmail);
  const address = asAddress(value.email) ?? normalized;
  if (address === null) {
    notes.cannotRead(field, 'an e-mail with an address', value);
    return null;
  }
  // Where one of the two had to stand in for the other, the one that could not be read is still named.
  readLine(value.email, `${field}.email`, notes);
  readLine(value.normalizedEmail, `${field}.normalizedEmail`, notes);
  for (const key in value) if (!known.has(key)) notes.other(`${field}.${key}`, value[key]);
  return {
    id: readId(value.id, `${field}.id`, notes),
    address,
    normalized,
    type: readLine(value.type, `${field}.type`, notes),
    isVerified: readFlag(value.isVerified, `${field}.isVerified`, notes),
    isPrimary: false,
    isListed: true,
    createdAt: readTime(value.createdAt, unit, `${field}.createdAt`, notes),
    updatedAt: readTime(value.updatedAt, unit, `${field}.updatedAt`, notes),
    owner: readReference(value.user, `${field}.user`, notes),
  };
};

const folded = (address: string): string => address.trim().toLowerCase();

/** What one of two e-mails that are the same leaves open is filled from the other. */
const merged = (first: Email, second: Email): Email => ({
  ...first,
  id: first.id ?? second.id,
  normalized: first.normalized ?? second.normalized,
  type: first.type ?? second.type,
  isVerified: first.isVerified ?? second.isVerified,
  createdAt: first.createdAt ?? second.createdAt,
  updatedAt: first.updatedAt ?? second.updatedAt,
  owner: first.owner ?? second.owner,
});

type EmailList = {
  readonly emails: Email[];
  /** Where an e-mail with this address (and, if one with it is listed, this record id) stands. */
  readonly placeOf: (email: Email) => number | undefined;
  readonly add: (email: Email) => void;
};

/** A list in which an e-mail stands once, unless two records with ids of their own carry the same address. */
const createEmailList = (): EmailList => {
  const emails: Email[] = [];
  const byAddress = new Map<string, number>();
  const byRecord = new Map<string, number>();
  const recordKey = (email: Email) => `${email.id} ${folded(email.address)}`;
  return {
    emails,
    placeOf: (email) => byRecord.get(recordKey(email)) ?? byAddress.get(folded(email.address)),
    add: (email) => {
      const sameAddress = byAddress.get(folded(email.address));
      const standsFor = sameAddress === undefined ? undefined : emails[sameAddress];
      const canMerge = standsFor !== undefined && (email.id === null || standsFor.id === null);
      const place = byRecord.get(recordKey(email)) ?? (canMerge ? sameAddress : undefined);
      const present = place === undefined ? undefined : emails[place];
      const kept = present === undefined ? email : merged(present, email);
      const at = place ?? emails.length;
      emails[at] = kept;
      if (sameAddress === undefined) byAddress.set(folded(email.address), at);
      if (kept.id !== null) byRecord.set(recordKey(kept), at);
    },
  };
};

/**
 * The primary is found in the list by its record id and address, else by its address in any letter case; one that the
 * list leaves out is added with `isListed: false`. Where no list came at all, nothing was left out.
 */
export const readEmails = (listed: unknown, primary: unknown, unit: TimeUnit, notes: Notes): Email[] => {
  const list = createEmailList();
  const hasList = Array.isArray(listed);
  const unreadBefore = notes.unread.length;
  if (hasList) {
    for (let index = 0; index < listed.length; index += 1) {
      const email = readEmail(listed[index], unit, `emails[${index}]`, notes);
      if (email !== null) list.add(email);
    }
  } else if (listed !== null && listed !== undefined && listed !== '') {
    const only = typeof listed === 'string' ? readEmail(listed, unit, 'emails', notes) : null;
    if (only !== null) list.add(only);
    else if (notes.unread.length === unreadBefore) notes.cannotRead('emails', 'a list of e-mails', listed);
  }

  if (primary === null || primary === undefined || primary === '') return list.emails;
  const own = readEmail(primary, unit, 'primaryEmail', notes);
  if (own === null) return list.emails;
  const place = list.placeOf(own);
  const inList = place === undefined ? undefined : list.emails[place];
  const others = list.emails.filter((_, index) => index !== place);
  const first = inList === undefined ? { ...own, isListed: !hasList } : merged(inList, own);
  return [{ ...first, isPrimary: true }, ...others];
};
