/** A person as a vCard 4.0 (RFC 6350). Birth date and gender stay where they are: they are hidden on the page, too. */
import type { Email, User } from '../../contract/user.ts';
import { isCanonicalUuid } from '../../contract/uuid.ts';
import { exportedEmails } from '../email/exported-emails.ts';
import { telephoneTexts } from '../phone/telephone-texts.ts';
import { shownStatus } from '../reading/status.ts';
import { readZone } from '../zone/read-zone.ts';
import type { ExportRecord } from './record.ts';
import { datedStatusText, statusText } from './status-text.ts';
import { compound, contentLine, escaped } from './vcard-lines.ts';

/** What RFC 6350 calls what an e-mail or telephone is for, and words that people use for the same. */
const emailTypes = typesOf({ work: 'office business', home: 'personal private' });
const phoneTypes = typesOf({
  ...{
    work: 'office business',
    home: 'personal private',
    cell: 'cellular cellphone mobile',
    fax: 'telefax',
    pager: '',
  },
  ...{ voice: '', video: '', text: 'sms', textphone: 'tty' },
});

export function vcardOf({ user, role, team, notFoundSince }: ExportRecord): string {
  const status = shownStatus(user.status, notFoundSince);
  const lines: string[] = [];
  const add = (name: string, value: string) => lines.push(contentLine(name, value));
  const addText = (name: string, text: string | null) => {
    if (text !== null) add(name, escaped(text));
  };

  add('BEGIN', 'VCARD');
  add('VERSION', '4.0');
  if (isCanonicalUuid(user.id)) add('UID', `urn:uuid:${user.id}`);
  else add('UID;VALUE=text', escaped(user.id));
  addText('FN', user.name);
  const parts = [user.lastName, user.firstName, user.middleName];
  // Readers differ in what a backslash at the end of a part means; FN holds the name whole.
  const isMisread = parts.some((part) => part?.endsWith('\\'));
  if ((user.firstName !== null || user.lastName !== null) && !isMisread) add('N', compound([...parts, null, null]));
  addText('NICKNAME', user.username);
  const { addresses, remarks } = exportedEmails(user);
  for (const email of addresses) add(`EMAIL${parameters(email, emailTypes)}`, escaped(email.address));
  for (const telephone of telephoneTexts(user)) {
    add(`TEL;VALUE=text${parameters(telephone, phoneTypes)}`, escaped(telephone.text));
  }
  // The organisation's own name is not known: a team is a unit of it.
  if (team !== null) add('ORG', compound([null, team.name ?? team.id]));
  if (role !== null) addText('TITLE', role.name ?? role.id);
  addTimeZone(add, user);
  if (status !== 'unknown') add('CATEGORIES', escaped(statusText(status)));
  // A category has no date.
  if (status === 'deleted' || status === 'not-found') {
    const text = datedStatusText(
      { status, deletedAt: user.deletedAt, notFoundSince },
      user.unread.some(({ field }) => field === 'deletedAt'),
    );
    addText('NOTE', text.charAt(0).toUpperCase() + text.slice(1));
  }
  for (const remark of remarks) addText('NOTE', `E-mail: ${remark}`);
  const revision = basicTime(user.updatedAt);
  if (revision !== null) add('REV', revision);
  add('END', 'VCARD');
  return lines.join('');
}

type Add = (name: string, value: string) => void;

function typesOf(words: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([type, also]) => [type, ...also.split(' ')].map((word) => [word, type])),
  );
}

/** Of a type such as "Work mobile" or `WORK_FAX` each word that is known; others have no place in a vCard. */
function parameters({ isPrimary, type }: Pick<Email, 'isPrimary' | 'type'>, known: Map<string, string>): string {
  const words = (type ?? '').toLowerCase().match(/[a-z]+/g) ?? [];
  const types = new Set(words.flatMap((word) => known.get(word) ?? []));
  // One parameter: of several some readers keep the last alone.
  return `${isPrimary ? ';PREF=1' : ''}${types.size === 0 ? '' : `;TYPE=${[...types].join(',')}`}`;
}

function addTimeZone(add: Add, { timezone }: User): void {
  if (timezone === null) return;
  const zone = readZone(timezone);
  if (zone?.kind === 'offset') add('TZ;VALUE=utc-offset', basicOffset(zone.minutes));
  // Other programs know the names of IANA's database, not those of Windows.
  else if (zone?.kind === 'named') add('TZ', escaped(zone.name.includes('/') ? zone.name : zone.zone));
  else add('TZ', escaped(timezone));
}

/** `+0530`. */
function basicOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}${twoDigits(size % 60)}`;
}

/** `20210916T183400Z`; null for none, and for a year that has not four digits. */
function basicTime(at: number | null): string | null {
  const date = new Date(at ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return null;
  const iso = date.toISOString();
  return /^\d{4}-/.test(iso) ? iso.replace(/\.\d+|[-:]/g, '') : null;
}
