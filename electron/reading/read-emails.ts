/**
 * Reads `emails` and `primaryEmail` into one list, the primary first. No address that came is lost, but of more than anybody
 * has the first are kept, and the list is named as cut.
 */

import { isBounded } from '../../contract/bounded-text.ts';
import { longestHandle, longestWord, mostContacts } from '../../contract/bounds.ts';
import type { Email } from '../../contract/user.ts';
import { cleanAddresses } from '../email/read-addresses.ts';
import { readFlag } from './read-flag.ts';
import { isRecord, type Notes } from './read-notes.ts';
import { asIdentifier, asLine, isBlank, isWord, readLine, readReference, readWholeLine } from './read-text.ts';
import { readTime, type TimeUnit } from './read-times.ts';

/** Of all that is kept of a list, in UTF-16 units. */
const mostLetters = 24_000;

const known = new Set(['id', 'createdAt', 'updatedAt', 'email', 'normalizedEmail', 'type', 'isVerified', 'user']);

const readId = (value: unknown, field: string, notes: Notes): string | null => {
  if (value === null || value === undefined || value === '') return null;
  const id = asIdentifier(value);
  if (id !== null && !isWord(id)) {
    notes.cannotRead(field, `an id of at most ${longestWord} letters`, value);
    return null;
  }
  if (id === null) notes.cannotRead(field, 'an id', value);
  return id;
};

const asAddress = (value: unknown): string | null => {
  if (typeof value !== 'string') return null;
  const address = asLine(value);
  return isBlank(address) || !isBounded(address, longestHandle) ? null : address;
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
  readWholeLine(value.email, `${field}.email`, notes, longestHandle);
  readWholeLine(value.normalizedEmail, `${field}.normalizedEmail`, notes, longestHandle);
  for (const key in value) if (!known.has(key)) notes.other(`${field}.${key}`, value[key]);
  return {
    id: readId(value.id, `${field}.id`, notes),
    address,
    normalized,
    type: readLine(value.type, `${field}.type`, notes, longestWord),
    isVerified: readFlag(value.isVerified, `${field}.isVerified`, notes),
    isPrimary: false,
    isListed: true,
    createdAt: readTime(value.createdAt, unit, `${field}.createdAt`, notes),
    updatedAt: readTime(value.updatedAt, unit, `${field}.updatedAt`, notes),
    owner: readReference(value.user, `${field}.user`, notes),
  };
};

const lettersOf = ({ id, address, normalized, type, owner }: Email): number =>
  address.length + [id, normalized, type, owner].reduce((sum, text) => sum + (text?.length ?? 0), 0);

/** Two addresses are the same where the same is meant, however it is written. */
const folded = (address: string): string => cleanAddresses(address).join(' ').toLowerCase();

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
  /** Whether nobody has so many, or so long ones. */
  readonly isFull: () => boolean;
  /** Where this e-mail stands: by record id and address, else by address, else by a listed normalised address. */
  readonly placeOf: (email: Email) => number | undefined;
  readonly add: (email: Email) => void;
};

/** A list in which an e-mail stands once, unless two records with ids of their own carry the same address. */
const createEmailList = (): EmailList => {
  const emails: Email[] = [];
  let letters = 0;
  const byRecord = new Map<string, number>();
  const byAddress = new Map<string, number>();
  const byNormalized = new Map<string, number>();
  const recordKey = (email: Email) => `${email.id} ${folded(email.address)}`;
  const note = (places: Map<string, number>, key: string, place: number) => {
    if (!places.has(key)) places.set(key, place);
  };
  return {
    emails,
    isFull: () => emails.length >= mostContacts || letters >= mostLetters,
    placeOf: (email) => {
      const address = folded(email.address);
      return byRecord.get(recordKey(email)) ?? byAddress.get(address) ?? byNormalized.get(address);
    },
    add: (email) => {
      const sameAddress = byAddress.get(folded(email.address));
      const standsThere = sameAddress === undefined ? undefined : emails[sameAddress];
      const canMerge = standsThere !== undefined && (email.id === null || standsThere.id === null);
      const place = byRecord.get(recordKey(email)) ?? (canMerge ? sameAddress : undefined) ?? emails.length;
      const present = emails[place];
      const kept = present === undefined ? email : merged(present, email);
      emails[place] = kept;
      letters += lettersOf(kept) - (present === undefined ? 0 : lettersOf(present));
      note(byAddress, folded(kept.address), place);
      if (kept.normalized !== null) note(byNormalized, folded(kept.normalized), place);
      if (kept.id !== null) note(byRecord, recordKey(kept), place);
    },
  };
};

/** All of `emails`: a list, or a single e-mail in its place. `wasReadInFull` is false where no list or not all of it came through. */
const readListed = (
  listed: unknown,
  unit: TimeUnit,
  notes: Notes,
): { readonly list: EmailList; readonly wasReadInFull: boolean } => {
  const list = createEmailList();
  if (listed === null || listed === undefined || listed === '') return { list, wasReadInFull: false };
  const isList = Array.isArray(listed);
  const all: readonly unknown[] = isList ? listed : [listed];
  let wasReadInFull = true;
  for (let index = 0; index < all.length; index += 1) {
    if (list.isFull()) {
      notes.cutList('emails', list.emails.length, all.length);
      return { list, wasReadInFull: false };
    }
    const email = readEmail(all[index], unit, isList ? `emails[${index}]` : 'emails', notes);
    if (email === null) wasReadInFull = false;
    else list.add(email);
  }
  return { list, wasReadInFull };
};

/**
 * The primary first, then the others in the reply's order. The primary is found in the list by its record id and
 * address, else by its address in any letter case; an e-mail of the same record id with another address is another
 * e-mail, since no address may be lost. A primary that the list leaves out is added with `isListed: false`, but only
 * where the whole list could be read: of what was not read, nothing is claimed.
 */
export const readEmails = (listed: unknown, primary: unknown, unit: TimeUnit, notes: Notes): Email[] => {
  const { list, wasReadInFull } = readListed(listed, unit, notes);
  if (primary === null || primary === undefined || primary === '') return list.emails;
  const own = readEmail(primary, unit, 'primaryEmail', notes);
  if (own === null) return list.emails;
  const found = list.placeOf(own);
  // Of a list that is cut, the record of the primary may be among those that are left out.
  const isOfAnother = (listedOne: Email | undefined) => own.id !== null && own.id !== (listedOne?.id ?? own.id);
  const place = found !== undefined && !wasReadInFull && isOfAnother(list.emails[found]) ? undefined : found;
  const inList = place === undefined ? undefined : list.emails[place];
  const first = inList === undefined ? { ...own, isListed: !wasReadInFull } : merged(inList, own);
  const others = list.emails.filter((_, index) => index !== place);
  return [{ ...first, isPrimary: true }, ...others].slice(0, mostContacts);
};
