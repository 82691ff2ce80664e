/** What of a text is an id: a part as a whole, or what stands in it whatever stands around it. */
import type { UserId } from '../../contract/ids.ts';
import { uuidPattern } from '../../contract/uuid.ts';
import { asUserId } from '../reading/read-ids.ts';
import { bareItem } from './bare-item.ts';
import { isIdHeading } from './headings.ts';
import { linkPattern, whoIsLinked } from './links.ts';
import { isUuid } from './own-form.ts';
import type { Items } from './part-reader.ts';
import { ownId, type Whose } from './whose.ts';

/**
 * A UUID that is not a piece of a longer run of letters and digits. Logs and links escape what stands before it
 * (`%2F`, `\n`), which ends in a letter or digit all the same.
 */
const uuid = new RegExp(String.raw`(?<=^|[^0-9a-z]|%[0-9a-f]{2}|\\[nrt])${uuidPattern}(?![0-9a-z])`, 'i');
const apiPath = /\/v\d+\/ext\/users?\/[A-Za-z0-9._~-]+/;
/** What could be one of this directory's ids within other text, and no piece of an address, a path or a number. */
const token = /(?<![^\s"'“”„‘’`´<>(){}[\],;|=:*])[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?![^\s"'“”„‘’`´<>(){}[\],;|*:!?])/;
const sure = new RegExp(`${linkPattern.source}|${apiPath.source}|${uuid.source}`, 'gi');
/** What is called an id of a person, as in logs, queries and SQL: `user_id=10001`. */
const labelled =
  /(?<![A-Za-z\d])(?<label>[A-Za-z_-]{2,24})["']?\s?[:=]\s?["']?(?<named>[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127})(?![^\s"'“”„‘’`´<>(){}[\],;|*&#!?])/;
const sureAndTokens = new RegExp(`${sure.source}|${labelled.source}|${token.source}`, 'gi');
/** What may stand in a request path, and the URN of a UUID. */
const plain = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}$/;
const urn = /^urn:uuid:/i;
/** Shorter ones, and those of digits alone, are words of prose as well. */
const shortestToken = 4;

/** `also`: what a whole part may be an id as, beside what surely is one. */
export function idItems(whose: Whose, also: ((bare: string) => UserId | null) | null = null): Items<UserId> {
  const isSure = also === null;
  const hasForm = whose.ownForm !== null;
  const hasWords = whose.ownForm?.hasWords === true;

  const item = (part: string): UserId | null => {
    const bare = bareItem(part);
    if (bare === '') return null;
    // Several links side by side are no link.
    if (bare.includes('://')) return /\s\S*:\/\//.test(bare) ? null : whoIsLinked(bare, whose);
    const id = plain.test(bare) || urn.test(bare) ? asUserId(bare) : null;
    if (id === null) return null;
    // Ids without a digit are words: one that stands alone is somebody's all the same.
    if (isUuid(id) || (!/\d/.test(id) && whose.isKnown(id))) return id;
    return ownId(id, whose) ?? undashed(id) ?? also?.(bare) ?? null;
  };

  /** Behind a dash that is a bullet without a space. */
  function undashed(id: string): UserId | null {
    const bare = /^-+/.test(id) ? asUserId(id.replace(/^-+/, '')) : null;
    return bare === null ? null : ownId(bare, whose);
  }

  /** Ids that stand anywhere in a text, whatever stands around them. */
  const within = (text: string): UserId[] => {
    const found: UserId[] = [];
    for (const { 0: match, groups } of text.matchAll(hasForm ? sureAndTokens : sure)) {
      const id = match.includes('://')
        ? whoIsLinked(match, whose)
        : (labelledId(groups) ?? tokenId(groups?.named ?? match));
      if (id !== null) found.push(id);
    }
    return found;
  };
  function labelledId(groups: { readonly [name: string]: string } = {}): UserId | null {
    const { label = '', named = '' } = groups;
    const id = /id/i.test(label) && isIdHeading(label) ? asUserId(named.replace(/\.+$/, '')) : null;
    return id === null ? null : ownId(id, whose);
  }
  function tokenId(match: string): UserId | null {
    if (match.startsWith('/')) return asUserId(match.slice(match.lastIndexOf('/') + 1).replace(/\.+$/, ''));
    const inside = match.length >= 36 ? uuid.exec(match)?.[0] : undefined;
    if (inside !== undefined) return asUserId(inside);
    const text = match.replace(/\.+$/, '');
    const id = text.length >= shortestToken && /[a-z]/i.test(text) ? asUserId(text) : null;
    return id === null ? null : ownId(id, whose);
  }

  return {
    item,
    within,
    hasWords,
    // Short numbers stand before words in lists of anything.
    mayStandBeside: (id) => (isSure ? id.length > 2 : /[a-z]/i.test(id) || id.length > 3),
    isCertain: (id) => /\D/.test(id) || whose.isKnown(id),
    keyOf: (id) => id,
  };
}
