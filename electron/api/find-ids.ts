/**
 * Finds user ids in whatever a person pastes: a list, a CSV, a log, a profile link. Time grows linearly with the
 * text, whatever it holds.
 */
import { UserId } from '../../contract/ids.ts';
import { asUserId } from './read-ids.ts';

/**
 * A UUID that is not a piece of a longer run of letters and digits. Logs and links escape what stands before it
 * (`%2F`, `\n`), which ends in a letter or digit all the same.
 */
const uuid =
  /(?<=^|[^0-9a-z]|%[0-9a-f]{2}|\\[nrt])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/;
const uuids = new RegExp(uuid, 'gi');

/** A link, up to what ends one in prose, a list, HTML or JSON. */
const link = /(?<![a-z])(?:https?|rolodesk):\/\/[^\s"'<>(){}[\]|\\^`,;]+/;
const linksAndUuids = new RegExp(`${link.source}|${uuid.source}`, 'gi');

const items = /[^,;\t\r\n]+/g;
const linkLimit = 2000;

/** What a column of ids is headed with. */
const heading = /^(?:user[ _-]?)?ids?$/i;

/**
 * Ids in the order they stand in the text, each once, in the form the API client sends.
 *
 * 1. Every UUID anywhere in the text, and whom every profile link names: `…/user/{id}`, `…/users/{id}` and the app's own.
 *    Where there is one, only these count.
 * 2. Else, the reference types an id as any string: where the whole text is a list (lines, commas, semicolons, tabs)
 *    and **every** item of it could be an id, those. An item could be one when it parses as `UserId`, has a digit, and
 *    is not a number with a decimal point, a date or a time of day; or when it is a link, of whatever path, whose last part
 *    could be an id. A first item such as `id` or `User ID` is a heading; quotes around an item are dropped. One item that
 *    could not be an id makes the text prose, and nothing is found.
 */
export function findIds(text: string): UserId[] {
  const found = new Set<UserId>();
  for (const [match] of text.matchAll(linksAndUuids)) {
    const isLink = match.includes('://');
    // What the contract's schema makes of a UUID, without its cost: a file can hold half a million.
    for (const [id] of isLink ? match.matchAll(uuids) : [[match]]) found.add(id.toLowerCase() as UserId);
    const named = isLink ? profileIn(match) : null;
    if (named !== null) found.add(named);
  }
  return found.size > 0 ? [...found] : listedIds(text);
}

/** Whom a link that stands in a text names. Its form says that this part is a name for somebody, so it needs no digit. */
function profileIn(text: string): UserId | null {
  const url = urlOf(text.replace(/[.!?:]+$/, ''));
  if (url === null) return null;
  const parts = partsOf(url);
  const at = url.protocol === 'rolodesk:' ? parts.length - 2 : parts.findLastIndex((part) => /^users?$/i.test(part));
  return url.protocol !== 'rolodesk:' && at === -1 ? null : idOrNull(parts[at + 1]);
}

/** The last part of a link's path: where nothing stands beside links, that is whom they are about. */
function linkedId(item: string): UserId | null {
  const url = /^(?:https?|rolodesk):\/\/\S+$/i.test(item) ? urlOf(item) : null;
  return url === null ? null : idOrNull(partsOf(url).at(-1));
}

const urlOf = (text: string): URL | null => (text.length > linkLimit ? null : URL.parse(text));

const partsOf = ({ pathname }: URL): string[] => pathname.split('/').filter(Boolean);

const idOrNull = (part: string | undefined): UserId | null => {
  const id = UserId.safeParse(part);
  return id.success ? id.data : null;
};

function listedIds(text: string): UserId[] {
  // An id that is no UUID is found as it stands, so that what was found is also what need not be looked at again.
  const found = new Set<string>();
  let head: string | null = null;
  for (const [whole] of text.matchAll(items)) {
    if (whole.length > linkLimit) {
      if (whole.trim() === '') continue;
      return [];
    }
    const item = withoutQuotes(whole.trim());
    if (item === '' || item === head || found.has(item)) continue;
    const isFirst = head === null;
    head ??= item;
    if (isFirst && heading.test(item)) continue;
    const id = linkedId(item) ?? asUserId(item);
    if (id === null || (id === item && !couldBeId(id))) return [];
    found.add(id);
  }
  return [...found] as UserId[];
}

function withoutQuotes(item: string): string {
  const isQuoted = item.length > 1 && (item[0] === '"' || item[0] === "'") && item.at(-1) === item[0];
  return isQuoted ? item.slice(1, -1) : item;
}

function couldBeId(token: string): boolean {
  return /\d/.test(token) && !/^[\d.-]*\.[\d.-]*$/.test(token) && !/^\d{1,4}-\d{1,2}-\d{1,4}(?:T.*)?$/.test(token);
}
