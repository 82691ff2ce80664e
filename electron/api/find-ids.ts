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
const uuids =
  /(?<=^|[^0-9a-z]|%[0-9a-f]{2}|\\[nrt])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/gi;

const items = /[^,;\t\r\n]+/g;
const itemLimit = 200;
const linkLimit = 2000;

/** What a column of ids is headed with. */
const heading = /^(?:user[ _-]?)?ids?$/i;

/**
 * Ids in the order they stand in the text, each once, in the form the API client sends.
 *
 * 1. Every UUID anywhere in the text. Where there is one, only UUIDs count.
 * 2. Else, where the whole text is one link (`http:`, `https:` or `rolodesk:`), the last part of its path, if it could be an id.
 * 3. Else, the reference types an id as any string: where the whole text is a list (lines, commas, semicolons, tabs)
 *    and **every** item of it could be an id, those. An item could be one when it parses as `UserId`, has a digit, and
 *    is not a number with a decimal point, a date or a time of day. A first item such as `id` or `User ID` is a heading;
 *    quotes around an item are dropped. One item that could not be an id makes the text prose, and nothing is found.
 */
export function findIds(text: string): UserId[] {
  const found = new Set<UserId>();
  // What the contract's schema makes of a UUID, without its cost: a file can hold half a million.
  for (const [uuid] of text.matchAll(uuids)) found.add(uuid.toLowerCase() as UserId);
  if (found.size > 0) return [...found];
  const linked = linkedId(text);
  return linked === null ? listedIds(text) : [linked];
}

/** A profile's link says by its form that its last part is a name for somebody, so that part needs no digit. */
function linkedId(text: string): UserId | null {
  const link = text.trim();
  if (link.length > linkLimit || !/^(?:https?|rolodesk):\/\/\S+$/i.test(link)) return null;
  const last = URL.parse(link)?.pathname.split('/').filter(Boolean).at(-1);
  const id = UserId.safeParse(last);
  return id.success ? id.data : null;
}

function listedIds(text: string): UserId[] {
  // An id that is no UUID is found as it stands, so that what was found is also what need not be looked at again.
  const found = new Set<string>();
  let head: string | null = null;
  for (const [whole] of text.matchAll(items)) {
    if (whole.length > itemLimit) {
      if (whole.trim() === '') continue;
      return [];
    }
    const item = withoutQuotes(whole.trim());
    if (item === '' || item === head || found.has(item)) continue;
    const isFirst = head === null;
    head ??= item;
    if (isFirst && heading.test(item)) continue;
    const id = asUserId(item);
    if (id === null || !couldBeId(id)) return [];
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
