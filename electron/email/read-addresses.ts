/**
 * Which e-mail addresses a field means. Directories write `SMTP:a@x`, `mailto:a@x?subject=…`, `Anna <a@x>`, comments,
 * quotation marks, several addresses, and characters that cannot be seen. A text is understood as a whole or not at
 * all: a part of "anna lee@acme.example" would be somebody else's address. Nothing is validated beyond that, since
 * addresses that no rule allows do occur. Takes time linear in the text.
 */
import { seenText } from './seen-text.ts';

/** What nearly every field is: one address, nothing around it. */
const plain = /^[A-Za-z0-9](?:[A-Za-z0-9_+-]|\.(?!@))*@[A-Za-z0-9](?:[A-Za-z0-9-]|\.(?!\.|$))*$/;

/** No control character: what takes several addresses, one a line, would read others in it. */
const local = String.raw`"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+"|[^\s\p{Cc}"\u201c\u201d\u201e\u00ab\u00bb(),:;<>@[\]\\|]+`;
const label = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_\u200c\u200d-]*[\p{L}\p{M}\p{N}_])?`;
/** In brackets stands the number of a computer, and nothing that parts addresses. */
const domain = String.raw`${label}(?:\.${label})*|\[[\p{L}\p{N}.:-]+\]`;
/** Behind an address there is an end or something that parts it from what follows. */
const end = String.raw`(?![\p{L}\p{M}\p{N}@_-]|\.[^\s.,;]|\.{2})`;
const address = new RegExp(`(?<address>(?:${local})@(?:${domain}))${end}`, 'uy');
const spaced = new RegExp(String.raw`^(?<local>${local})(?:\s+@\s*|@\s+)(?<domain>${domain})$`, 'u');
/** A name before an address in angle brackets: in quotation marks anything, else anything but an address. */
const name = /(?:"(?:[^"\\]|\\.)*"|[^<>@;|"])*</uy;
const within = new RegExp(`^\\s*(?:(?:mailto|smtp):)?(?<address>(?:${local})@(?:${domain}))(?:\\?\\S*)?\\s*$`, 'iu');
const comment = /\([^()]*\)/y;
const scheme = /mailto:(?:\/\/)?\s*/iy;
/** "Anna [mailto:a@x]", as Outlook writes in plain text. A domain may stand in brackets as well, behind its `@`. */
const square = /(?<!@)\[\s*([^[\]\s]+@[^[\]\s]+)\s*\]/g;
/** "E-mail:", "Work:", "SMTP:"; other systems' addresses look alike and are none. */
const caption =
  /(?!(?:sips?|xmpp|im|tel|callto|acct|x400|x500|eum|https?|ftp|ldaps?):)\p{L}[\p{L}\p{M}\p{N} ./-]{0,30}:\s*/iuy;
const between =
  /(?:[\s,;|/&+]|[-*\u2022\u00b7](?=\s)|(?:e-?mail|mail|courriel|correo|and|or|und|oder|et|ou|y|o|e|en|of|и|или)(?=\s))+/iuy;
const quotes = /["'\u2018\u2019\u201c\u201d\u201e\u201a\u00ab\u00bb]/y;
/** Headers of a link whose `mailto:` is gone: the addresses in them are not the one that the field means. */
const headers = /\?[^\s<>"]*/y;
/** Ends a sentence, or a domain written to its root. */
const stops = /[.,;:!]+(?=\s|$|["'\u2019\u201d\u00bb)])/y;

/** Longer fields are no addresses; what stands in them is not looked through. */
const longest = 4000;

/** The addresses meant, in the text's order, each once, clean; empty where that cannot be told. */
export function readAddresses(came: string): readonly string[] {
  if (plain.test(came)) return [came];
  if (came.length > longest || !/[@\uff20\ufe6b]|%40/i.test(came)) return [];
  const { text } = seenText(came);
  const one = spaced.exec(text)?.groups;
  if (one !== undefined) return [`${one.local}@${one.domain}`];
  const found = itemsOf(text.replace(square, '<$1>'));
  const folded = found.map((each) => each.toLowerCase());
  return found.filter((_, nth) => folded.indexOf(folded[nth] ?? '') === nth);
}

/** What a list, a copy or a file says in place of the text: the addresses meant, or where that cannot be told, what can be seen, if anything. */
export function cleanAddresses(came: string): readonly string[] {
  const addresses = readAddresses(came);
  return addresses.length > 0 ? addresses : [seenText(came).text].filter((text) => text !== '');
}

/** Everything in a text that may be an address, for finding people by it: more than what is surely meant. */
export function addressesWithin(came: string): readonly string[] {
  const meant = readAddresses(came);
  if (meant.length > 0) return [...meant, ...addressesBeside(came, meant)];
  const { text } = seenText(came.slice(0, longest));
  return [...new Set([text, ...addressPieces(text)])];
}

/** Addresses in a text that are not those meant: of a remark such as "(former: anna2@x)", of a link's copy. */
export function addressesBeside(came: string, meant: readonly string[]): readonly string[] {
  if (meant.length === 0 || plain.test(came)) return [];
  const written = meant
    .toSorted((one, next) => next.length - one.length)
    .map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const each = new RegExp(`(?<![\\p{L}\\p{N}._%+-])(?:${written.join('|')})${end}`, 'giu');
  return [...new Set(addressPieces(seenText(came).text.replace(each, ' ')))];
}

function addressPieces(text: string): readonly string[] {
  return text.split(/[\s,;:|<>()[\]"?&=]+/).filter((piece) => /[^@]@[^@]/.test(piece));
}

/** Reads the text item by item; nothing where anything of it is no item. */
function itemsOf(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  const skip = (what: RegExp): string | null => {
    what.lastIndex = at;
    const matched = what.exec(text)?.[0] ?? null;
    at += matched?.length ?? 0;
    return matched;
  };
  const take = (): string | null => {
    address.lastIndex = at;
    const taken = address.exec(text)?.groups?.address ?? null;
    at += taken?.length ?? 0;
    return taken;
  };
  while (at < text.length) {
    if (skip(between) !== null || skip(comment) !== null) continue;
    const bracketed = inBrackets(text, at);
    if (bracketed !== null) {
      found.push(bracketed.address);
      at = bracketed.end;
      continue;
    }
    if (skip(scheme) !== null) {
      const link = linkOf(text.slice(at));
      if (link === null) return [];
      found.push(...link.addresses);
      at += link.length;
      continue;
    }
    if (skip(caption) !== null) continue;
    // Quotation marks may be an address's own; an apostrophe before it is what a spreadsheet puts before text.
    const quoted = text[at] === '"' ? take() : null;
    if (quoted === null) skip(quotes);
    const taken = quoted ?? take();
    if (taken === null) return [];
    found.push(taken);
    skip(headers);
    skip(quotes);
    skip(stops);
  }
  return found;
}

/** `Anna <a@x>` at a place of the text. */
function inBrackets(text: string, at: number): { readonly address: string; readonly end: number } | null {
  name.lastIndex = at;
  const opened = name.exec(text);
  if (opened === null) return null;
  const from = at + opened[0].length;
  const close = text.indexOf('>', from);
  const found = close < 0 ? undefined : within.exec(text.slice(from, close))?.groups?.address;
  return found === undefined ? null : { address: found, end: close + 1 };
}

/** What stands behind `mailto:` (RFC 6068): addresses parted by commas, percent-encoded, with headers after a `?`. */
function linkOf(rest: string): { readonly addresses: readonly string[]; readonly length: number } | null {
  const whole = /^[^\s<>";]+/.exec(rest)?.[0];
  const to = whole?.replace(/\?.*$/, '');
  if (whole === undefined || to === undefined) return null;
  try {
    const addresses = to
      .split(',')
      .map((one) => within.exec(seenText(decodeURIComponent(one)).text)?.groups?.address ?? null);
    const found = addresses.filter((one) => one !== null);
    return found.length === addresses.length ? { addresses: found, length: whole.length } : null;
  } catch {
    return null;
  }
}
