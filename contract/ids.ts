/**
 * The identifiers that cross the wall between the main process and the page.
 * What parses here may be put into a request path; nothing else ever is.
 */
import { z } from 'zod';
import './no-eval.ts';
import { isDashedUuid } from './uuid.ts';

const uuidDigits = /^[0-9a-f]{32}$/i;

/** RFC 3986 "unreserved" characters only, and not led by a dot, so that `.` and `..` cannot be path segments. */
const allowed = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}$/;

/** What comes along with copied text and is not seen: spaces without width, soft hyphens, marks of order and direction. */
const unseen = /\p{Cf}/gu;
/** What word processors make of a hyphen. */
const hyphens = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** A UUID as RFC 9562 or a system's tools may write one, with or without its dashes. */
const wrappedUuid = /^(?:urn:uuid:)?([{(]?)([0-9a-f-]{32,36})([)}]?)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const plain = /^[\x00-\x7f]*$/;

/**
 * What is meant by a text that is an id: without surrounding white space and what is not seen, a UUID without braces and
 * `urn:uuid:`, and with its dashes in lower case. A UUID without dashes stays so: there are servers that know no other.
 */
function asMeant(text: string): string {
  const seen = (plain.test(text) ? text : text.replace(unseen, '').replace(hyphens, '-')).trim();
  const [, opened, bare = '', closed] = wrappedUuid.exec(seen) ?? [];
  const isWhole = (opened === '') === (closed === '') && (isDashedUuid(bare) || uuidDigits.test(bare));
  const id = isWhole ? bare : seen;
  return isDashedUuid(id) ? id.toLowerCase() : id;
}

/**
 * A user's id as the API uses it: a UUID in every reply seen, but typed as a plain string in the reference. What
 * surrounds it is dropped and a UUID is put in lower case, so that one person has one id.
 */
export const UserId = z.string().overwrite(asMeant).regex(allowed).brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

/** The other spelling of a UUID: with dashes for one without, and without for one with; null for any other id. */
export function otherSpelling(id: string): UserId | null {
  if (isDashedUuid(id)) return id.replaceAll('-', '').toLowerCase() as UserId;
  if (!uuidDigits.test(id)) return null;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5').toLowerCase() as UserId;
}

/** The same text for ids that differ only in letter case, or in the dashes of a UUID. */
export function spelledAlike(id: string): string {
  return uuidDigits.test(id) ? (otherSpelling(id) ?? id) : id.toLowerCase();
}

/** A remembered connection: a server with a name and a token. Made by Rolodesk (a UUID), never sent anywhere. */
export const ConnectionId = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .brand<'ConnectionId'>();
export type ConnectionId = z.infer<typeof ConnectionId>;

/** SHA-256 in lower-case hexadecimal: 64 characters. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;
