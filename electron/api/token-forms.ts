/**
 * The ways in which a token may be written where it is repeated: as it is, with the escapes of JSON, URLs and HTML in any
 * mixture and several times over, as e-mail writes signs, and in base64, of UTF-16 too, once or twice, together with whatever
 * stands around it;
 * each also in other forms of its characters and with what is not seen in between, since reading a reply or a pasted list
 * takes that away.
 */
import { otherSpelling } from '../../contract/ids.ts';

/** A shorter token would occur in texts by chance. */
export const shortestTokenCharacters = 8;

/** Whether it is long enough to be looked for. */
export const isTold = (token: string): boolean => token.length >= shortestTokenCharacters;

/** How often an escape is found to be escaped itself. */
const mostTimes = 4;

/** The longest way to write one character: of `\u002b`, the backslash doubles each further time. */
export const longestEscape = 2 ** (mostTimes - 1) + 'u002b'.length;

/** HTML's names for the visible signs of ASCII, each with its sign behind it. */
const named =
  'excl! quot" num# dollar$ percnt% amp& apos\' lpar( rpar) ast* plus+ comma, period. sol/ colon: semi; lt< equals= gt> ' +
  'quest? commat@ lsqb[ lbrack[ bsol\\ rsqb] rbrack] hat^ lowbar_ grave` lcub{ lbrace{ verbar| vert| rcub} rbrace} dash-';
const entities = new Map(named.split(' ').map((each) => [each.slice(0, -1), each.slice(-1)]));
const escapes = new RegExp(
  [
    String.raw`[\\%]u([0-9a-f]{4})`,
    String.raw`\\(["'\\/])`,
    String.raw`(\\[bfnrt])`,
    String.raw`(?:%|\\x)([0-9a-f]{2})`,
    String.raw`&#0{0,4}([1-9]\d{0,2});?`,
    '&#x0{0,4}([0-9a-f]{2});?',
    String.raw`\\u\{0{0,4}([0-9a-f]{2})\}`,
    `&(${[...entities.keys()].join('|')});`,
    // The oldest names need no semicolon.
    '&(amp|lt|gt|quot)',
  ].join('|'),
  'gi',
);

/** The token and its base64, each as `withoutEscapes` leaves it; none of a token that is too short to be told from other text. */
export function tokenForms(token: string): readonly string[] {
  if (!isTold(token)) return [];
  const written = [withoutEscapes(token), ...spellingsOf(token)];
  return [...new Set([...written, ...base64Forms(token)])];
}

function base64Forms(token: string): string[] {
  return (['latin1', 'utf16le'] as const).flatMap((encoding) => base64At(Buffer.from(token, encoding)));
}

function base64At(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => base64Of(bytes, before));
}

/** Nothing shorter than this is such a form: of its signs as they are, which are the fewest, the first and the last may be lost. */
export const shortestNested = (token: string): number => Math.floor((token.length * 4) / 3) - 2;
/** And nothing longer: of two bytes for each character, in base64 twice over. */
export const longestNested = (token: string): number => Math.ceil((token.length * 32) / 9) + 4;

/** The base64 of what is a form of the token already: of its base64, its hexadecimal, and as URLs and JSON escape it. */
export function nestedForms(token: string): readonly string[] {
  const hexadecimal = Buffer.from(token, 'latin1').toString('hex');
  const json = JSON.stringify(token).slice(1, -1);
  const escaped = [encodeURIComponent(token), json, json.replaceAll('/', '\\/')].filter((one) => one !== token);
  const inner = [...escaped, hexadecimal, hexadecimal.toUpperCase(), ...base64Forms(token)];
  return [...new Set(inner.flatMap((one) => base64At(Buffer.from(one, 'latin1'))))];
}

/** Of a UUID, which reading ids makes of any of them; none of another token. */
function spellingsOf(token: string): string[] {
  const other = otherSpelling(token);
  return other === null ? [] : [token, other].flatMap((one) => [one.toLowerCase(), one.toUpperCase()]);
}

/** What is dropped where texts and ids are read. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}\u2028\u2029]+/gu;
/** What is taken for a hyphen in an id. */
const hyphens = /[\u2010-\u2015\u2212]/g;
/** Neither visible ASCII nor the white space between the parts of JSON. */
const others = /[^\t\n\r -~]+/g;

/** `\`, `%` and `&` begin an escape; the others what is not seen, or has a form in ASCII, in UTF-8. */
const beginnings = [
  0x5c, 0x25, 0x26, 0x7f, 0xc2, 0xc4, 0xc5, 0xc7, 0xca, 0xcb, 0xcd, 0xd8, 0xdb, 0xdc, 0xe0, 0xe1, 0xe2, 0xe3, 0xea,
  0xee, 0xef, 0xf0, 0xf3, 0xf4,
];

/** Whether there is a byte that begins something that `withoutEscapes` may change. */
export function mayHaveEscapes(bytes: Buffer): boolean {
  return beginnings.some((byte) => bytes.includes(byte));
}

/**
 * The text with what its escapes stand for, in ASCII where there is a form in it, and without what is not seen. What looks like an
 * escape in a token goes as well, there and in the text.
 */
export function withoutEscapes(text: string): string {
  return unescapedOf(text).replace(others, (some) => some.normalize('NFKC').replace(unseen, '').replace(hyphens, '-'));
}

/** What e-mail's "quoted-printable" writes for signs, and where it breaks lines; the equals sign may be escaped itself. */
const inMail = /(?:=|\\{1,8}u003d|%3d|&#(?:61|x3d);)(?:([0-9a-f]{2})|\r?\n|(?:\\{1,8}r)?\\{1,8}n)/gi;

/** An equals sign is written with one of these: most texts have none, and the search for a few letters is quick. */
const equalsSigns = ['=', '3d', '3D', '61;'];
/** Whether there is any of that; as quick as can be, for nearly every text is asked. */
const mayBeInMail = /(?:=|(?:3|%3|03)d;?|#61;)[0-9a-f\r\n\\]/i;

/** The same of a text that may be written as in e-mail; null: nothing in it looks so. */
export function withoutMailSigns(text: string): string | null {
  if (!equalsSigns.some((sign) => text.includes(sign)) || !mayBeInMail.test(text)) return null;
  const signs = text.replace(inMail, (_whole, hex: string | undefined) =>
    hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return signs === text ? null : withoutEscapes(signs);
}

function unescapedOf(text: string): string {
  let before = text;
  if (!/[\\%&]/.test(text)) return text;
  for (let times = 0; times < mostTimes; times += 1) {
    const after = before.replace(escapes, unescaped);
    if (after === before) break;
    before = after;
  }
  return before;
}

function unescaped(
  _whole: string,
  json: string,
  own: string,
  control: string,
  url: string,
  decimal: string,
  hex: string,
  braced: string,
  name: string,
  old: string,
) {
  if (own !== undefined) return own;
  if (control !== undefined) return '';
  const known = name ?? old;
  if (known !== undefined) return entities.get(known.toLowerCase()) ?? '';
  const code = decimal === undefined ? Number.parseInt(json ?? url ?? hex ?? braced, 16) : Number(decimal);
  return code < 0x20 ? '' : String.fromCharCode(code);
}

const base64Signs = new Set(Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_'));
const isBase64 = Uint8Array.from({ length: 128 }, (_, code) => (base64Signs.has(code) ? 1 : 0));

/** The runs of at least so many signs of base64 in a text, each behind a space. Looks at few other signs: each reply is asked. */
export function longRuns(text: string, least: number): string {
  let runs = '';
  let from = 0;
  while (from + least <= text.length) {
    let at = from + least - 1;
    while (at >= from && isBase64[text.charCodeAt(at)] === 1) at -= 1;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    let end = from + least;
    while (isBase64[text.charCodeAt(end)] === 1) end += 1;
    runs += ` ${text.slice(from, end)}`;
    from = end + 1;
  }
  return runs;
}

/** The part of their base64 that is the same whatever so many bytes before them and any behind them are; in both alphabets. */
function base64Of(bytes: Buffer, before: number): string[] {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const first = Math.ceil((before * 8) / 6);
  const bitsOfLast = ((before + bytes.length) * 8) % 6;
  const core = text.slice(first, bitsOfLast === 0 ? undefined : -1);
  return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}
