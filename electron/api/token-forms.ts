/**
 * The ways in which a token may be written where it is repeated: as it is, with the escapes of JSON, URLs and HTML in any
 * mixture and several times over, and in base64 together with whatever stands before and after it.
 */

/** A shorter token would occur in texts by chance. */
const shortestTokenCharacters = 8;

/** How often an escape is found to be escaped itself. */
const mostTimes = 4;

/** The longest way to write one character: of `\u002b`, the backslash doubles each further time. */
export const longestEscape = 2 ** (mostTimes - 1) + 'u002b'.length;

const escapes =
  /\\u00([0-9a-f]{2})|\\(["'\\/])|%([0-9a-f]{2})|&#0{0,4}([1-9]\d{0,2});|&#x0{0,4}([0-9a-f]{2});|&(amp|lt|gt|quot|apos);/gi;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The token and its base64, each as `withoutEscapes` leaves it; none of a token that is too short to be told from other text. */
export function tokenForms(token: string): readonly string[] {
  if (token.length < shortestTokenCharacters) return [];
  return [...new Set([withoutEscapes(token), ...[0, 1, 2].flatMap((before) => base64Of(token, before))])];
}

/** Whether there is a character in the bytes that begins an escape. */
export function mayHaveEscapes(bytes: Buffer): boolean {
  return bytes.includes(0x5c) || bytes.includes(0x25) || bytes.includes(0x26);
}

/** The text with what its escapes stand for. What looks like an escape in a token goes as well, there and in the text. */
export function withoutEscapes(text: string): string {
  let before = text;
  for (let times = 0; times < mostTimes; times += 1) {
    const after = before.replace(escapes, unescaped);
    if (after === before) break;
    before = after;
  }
  return before;
}

function unescaped(_whole: string, json: string, own: string, url: string, decimal: string, hex: string, name: string) {
  if (own !== undefined) return own;
  if (name !== undefined) return entities[name.toLowerCase()] ?? '';
  return String.fromCharCode(decimal === undefined ? Number.parseInt(json ?? url ?? hex, 16) : Number(decimal));
}

/** The part of its base64 that is the same whatever so many bytes before it and any behind it are; in both alphabets. */
function base64Of(token: string, before: number): string[] {
  const text = Buffer.concat([Buffer.alloc(before), Buffer.from(token, 'latin1')])
    .toString('base64')
    .replaceAll('=', '');
  const first = Math.ceil((before * 8) / 6);
  const bitsOfLast = ((before + token.length) * 8) % 6;
  const core = text.slice(first, bitsOfLast === 0 ? undefined : -1);
  return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}
