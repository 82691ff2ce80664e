/** Reads the parts of a line: each is an id, holds some, or is none. */
import type { UserId } from '../../contract/ids.ts';
import { asUserId } from '../api/read-ids.ts';
import { bareItem, isConjunction } from './bare-item.ts';
import { linkPattern, whoIsLinked } from './links.ts';
import { isUuid } from './own-form.ts';
import { hasAny, levels, partsOf } from './separators.ts';
import { ownId, type Whose } from './whose.ts';

export type Reading = {
  readonly ids: UserId[];
  /** Parts that are no ids, among others of which most are. */
  readonly odd: string[];
  /** The id that a part begins or ends with whose other words are none, as where names stand beside ids. */
  beside: UserId | null;
};

/** What a bare item is the id of; null: it is none. */
export type Item = (bare: string) => UserId | null;

export type PartReader = {
  readonly read: (part: string) => Reading;
  /** What a whole part is; null where it is no id by itself. */
  readonly item: Item;
  readonly whose: Whose;
};

/**
 * A UUID that is not a piece of a longer run of letters and digits. Logs and links escape what stands before it
 * (`%2F`, `\n`), which ends in a letter or digit all the same.
 */
const uuid =
  /(?<=^|[^0-9a-z]|%[0-9a-f]{2}|\\[nrt])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/i;
const apiPath = /\/v\d+\/ext\/users?\/[A-Za-z0-9._~-]+/;
/** What could be one of this directory's ids within other text, and no piece of an address, a path or a number. */
const token = /(?<![^\s"'“”„‘’`´<>(){}[\],;|=:*])[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?![^\s"'“”„‘’`´<>(){}[\],;|*:!?])/;
const sure = new RegExp(`${linkPattern.source}|${apiPath.source}|${uuid.source}`, 'gi');
const sureAndTokens = new RegExp(`${sure.source}|${token.source}`, 'gi');
/** What may stand in a request path, and the URN of a UUID. */
const plain = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}$/;
const urn = /^urn:uuid:/i;
/** Shorter ones, and those of digits alone, are words of prose as well. */
const shortestToken = 4;
/** Words of a name that stands beside an id, and the id. */
const mostBeside = 12;

/** `also`: what a whole part may be an id as, beside what surely is one. */
export function createPartReader(whose: Whose, also: Item = () => null): PartReader {
  const hasForm = whose.ownForm !== null;
  const hasWords = whose.ownForm?.hasWords === true;

  const item: Item = (bare) => {
    if (bare === '') return null;
    if (bare.includes('://')) return whoIsLinked(bare, whose);
    const id = plain.test(bare) || urn.test(bare) ? asUserId(bare) : null;
    if (id === null) return null;
    // Ids without a digit are words: one that stands alone is somebody's all the same.
    if (isUuid(id) || (hasWords && whose.isKnown(id))) return id;
    return ownId(id, whose) ?? also(bare);
  };

  /** Ids that stand anywhere in a text, whatever stands around them. */
  const within = (text: string): UserId[] => {
    const found: UserId[] = [];
    for (const [match] of text.matchAll(hasForm ? sureAndTokens : sure)) {
      const id = match.includes('://') ? whoIsLinked(match, whose) : tokenId(match);
      if (id !== null) found.push(id);
    }
    return found;
  };
  const tokenId = (match: string): UserId | null => {
    if (match.startsWith('/')) return asUserId(match.slice(match.lastIndexOf('/') + 1).replace(/\.+$/, ''));
    const inside = match.length >= 36 ? uuid.exec(match)?.[0] : undefined;
    if (inside !== undefined) return asUserId(inside);
    const text = match.replace(/\.+$/, '');
    const id = text.length >= shortestToken && /[a-z]/i.test(text) ? asUserId(text) : null;
    return id === null ? null : ownId(id, whose);
  };

  const tokenIds = (one: string): UserId[] => {
    const ids = within(one);
    const whole = ids.length > 0 ? null : item(bareItem(one));
    return whole === null ? ids : [whole];
  };

  /** Reads a part that nothing but spaces parts: a list of ids, a name with an id beside it, or prose. */
  const readWords = (part: string, into: Reading): void => {
    const tokens = part.trim().split(/\s+/);
    const mayBeList = hasWords || tokens.filter((one) => /\d/.test(one)).length * 2 > tokens.length;
    const found = mayBeList ? tokens.map(tokenIds) : [];
    const good = found.filter((ids) => ids.length > 0).length;
    if (good > 1 && good * 2 > tokens.length) {
      for (const [nth, ids] of found.entries()) {
        const one = tokens[nth] ?? '';
        if (ids.length > 0) into.ids.push(...ids);
        else if (bareItem(one) !== '' && !isConjunction(one)) into.odd.push(one);
      }
      return;
    }
    const ids = within(part);
    for (const id of ids) into.ids.push(id);
    if (ids.length > 0 || tokens.length > mostBeside) return;
    const items = tokens.map((one) => item(bareItem(one))).filter((id) => id !== null);
    // Of several, none is known to be whose.
    if (items.length === 1) into.beside ??= item(bareItem(tokens[0] ?? '')) ?? item(bareItem(tokens.at(-1) ?? ''));
  };

  /** Reads a part that is no id by itself. */
  const readInside = (part: string, level: number, into: Reading): void => {
    const separators = levels.slice(level).find((some) => hasAny(part, some));
    if (separators === undefined) {
      readWords(part, into);
      return;
    }
    const next = levels.indexOf(separators) + 1;
    const before = into.ids.length;
    const none: string[] = [];
    let good = 0;
    for (const one of partsOf(part, separators)) {
      if (one.trim() === '') continue;
      const had = into.ids.length;
      const whole = item(bareItem(one));
      if (whole === null) readInside(one, next, into);
      else into.ids.push(whole);
      if (into.ids.length > had) good += 1;
      else none.push(one);
    }
    if (into.ids.length > before) into.beside = null;
    if (good > 0 && good >= none.length) for (const one of none) into.odd.push(one);
  };

  return {
    read: (part) => {
      const reading: Reading = { ids: [], odd: [], beside: null };
      const whole = item(bareItem(part));
      if (whole === null) readInside(part, 0, reading);
      else reading.ids.push(whole);
      return reading;
    },
    item,
    whose,
  };
}
