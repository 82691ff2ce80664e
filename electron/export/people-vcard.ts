/** A person as a vCard 4.0 (RFC 6350). Birth date and gender stay where they are: they are hidden on the page, too. */
import type { Email, Phone, User } from '../../contract/user.ts';
import { shownStatus } from '../api/status.ts';
import { globalNumber } from '../telephone.ts';
import type { ExportRecord } from './record.ts';
import { datedStatusText, statusText } from './status-text.ts';
import { compound, contentLine, escaped } from './vcard-lines.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const emailTypes: Readonly<Record<string, string>> = { work: 'work', home: 'home', personal: 'home', private: 'home' };

export function vcardOf({ user, role, team, notFoundSince }: ExportRecord): string {
  const status = shownStatus(user.status, notFoundSince);
  const lines: string[] = [];
  const add = (name: string, value: string) => lines.push(contentLine(name, value));
  const addText = (name: string, text: string | null) => {
    if (text !== null) add(name, escaped(text));
  };

  add('BEGIN', 'VCARD');
  add('VERSION', '4.0');
  if (uuid.test(user.id)) add('UID', `urn:uuid:${user.id}`);
  else add('UID;VALUE=text', escaped(user.id));
  addText('FN', user.name);
  if (user.firstName !== null || user.lastName !== null) {
    add('N', compound([user.lastName, user.firstName, user.middleName, null, null]));
  }
  addText('NICKNAME', user.username);
  for (const email of user.emails) add(`EMAIL${parameters(email)}`, escaped(email.address));
  for (const phone of user.phones) addPhone(add, phone);
  // The organisation's own name is not known: a team is a unit of it.
  if (team !== null) add('ORG', compound([null, team.name ?? team.id]));
  if (role !== null) addText('TITLE', role.name ?? role.id);
  addTimeZone(add, user);
  if (status !== 'unknown') add('CATEGORIES', escaped(statusText(status)));
  // A category has no date.
  if (status === 'deleted' || status === 'not-found') {
    const text = datedStatusText({ status, deletedAt: user.deletedAt, notFoundSince });
    addText('NOTE', text.charAt(0).toUpperCase() + text.slice(1));
  }
  const revision = basicTime(user.updatedAt);
  if (revision !== null) add('REV', revision);
  add('END', 'VCARD');
  return lines.join('');
}

type Add = (name: string, value: string) => void;

function parameters({ isPrimary, type }: Pick<Email, 'isPrimary' | 'type'>): string {
  const known = Object.hasOwn(emailTypes, (type ?? '').toLowerCase()) ? emailTypes[(type ?? '').toLowerCase()] : null;
  return `${isPrimary ? ';PREF=1' : ''}${known ? `;TYPE=${known}` : ''}`;
}

function addPhone(add: Add, { number, isPrimary }: Phone): void {
  const preferred = isPrimary ? ';PREF=1' : '';
  const dialled = globalNumber(number);
  if (dialled !== null) add(`TEL;VALUE=uri${preferred}`, `tel:${dialled}`);
  else add(`TEL;VALUE=text${preferred}`, escaped(number));
}

function addTimeZone(add: Add, { timezone }: User): void {
  if (timezone === null) return;
  const offset = /^(?:utc|gmt)?([+-])(\d{2}):?(\d{2})$/i.exec(timezone.trim());
  if (/^z$/i.test(timezone.trim())) add('TZ;VALUE=utc-offset', '+0000');
  else if (offset !== null) add('TZ;VALUE=utc-offset', offset.slice(1).join(''));
  else add('TZ', escaped(timezone));
}

/** `20210916T183400Z`; null for none, and for a year that has not four digits. */
function basicTime(at: number | null): string | null {
  const date = new Date(at ?? Number.NaN);
  if (Number.isNaN(date.getTime())) return null;
  const iso = date.toISOString();
  return /^\d{4}-/.test(iso) ? iso.replace(/\.\d+|[-:]/g, '') : null;
}
