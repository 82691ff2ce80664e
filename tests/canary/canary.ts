/**
 * Finds a marked secret in bytes of any kind, in every form in which it could have got there: plain, percent-encoded, with
 * the escapes of JSON and HTML, base64 (inside other data, so at each of its three alignments) and UTF-16 of either byte order.
 */

export type CanaryForm = 'plain' | 'percent' | 'escaped' | 'base64' | 'utf-16le' | 'utf-16be';

/** `at`: where in the haystack the hit begins, in bytes. */
export type CanaryHit = { readonly form: CanaryForm; readonly at: number };

const everyPlace = (haystack: Buffer, needle: Buffer): number[] => {
  const places: number[] = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) places.push(at);
  return places;
};

/**
 * The part of the secret's base64 that does not depend on its neighbours, for each number of bytes before it.
 * Both alphabets; a line break inside would hide it, so haystacks are searched without white space as well.
 */
const base64Cores = (secret: Buffer): Buffer[] => {
  const cores = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), secret])
      .toString('base64')
      .replaceAll('=', '');
    const firstOwn = Math.ceil((before * 8) / 6);
    const bitsInLast = ((before + secret.length) * 8) % 6;
    return text.slice(firstOwn, bitsInLast === 0 ? text.length : text.length - 1);
  });
  const both = cores.flatMap((core) => [core, core.replaceAll('+', '-').replaceAll('/', '_')]);
  return [...new Set(both)].map((core) => Buffer.from(core, 'latin1'));
};

const hex = (byte: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
};

/** The haystack with `%xx` decoded, and for each byte of it where it stood before. */
const percentDecoded = (haystack: Buffer): { bytes: Buffer; origin: Uint32Array } => {
  const bytes = Buffer.alloc(haystack.length);
  const origin = new Uint32Array(haystack.length);
  let length = 0;
  for (let at = 0; at < haystack.length; at++, length++) {
    origin[length] = at;
    const high = haystack[at] === 0x25 ? hex(haystack[at + 1] ?? 0) : -1;
    const low = high >= 0 ? hex(haystack[at + 2] ?? 0) : -1;
    bytes[length] = low >= 0 ? high * 16 + low : (haystack[at] ?? 0);
    if (low >= 0) at += 2;
  }
  return { bytes: bytes.subarray(0, length), origin };
};

/** The haystack without line breaks, bare or as JSON writes them, and for each byte where it stood before. */
const unwrapped = (haystack: Buffer): { bytes: Buffer; origin: Uint32Array } => {
  const bytes = Buffer.alloc(haystack.length);
  const origin = new Uint32Array(haystack.length);
  let length = 0;
  for (let at = 0; at < haystack.length; at++) {
    const byte = haystack[at] ?? 0;
    if (byte === 0x0a || byte === 0x0d) continue;
    const next = haystack[at + 1];
    if (byte === 0x5c && (next === 0x6e || next === 0x72)) {
      at++;
      continue;
    }
    bytes[length] = byte;
    origin[length] = at;
    length++;
  }
  return { bytes: bytes.subarray(0, length), origin };
};

const escapes = /\\u00([0-9a-f]{2})|\\([\\/"])|%([0-9a-f]{2})|&#(\d{1,3});|&#x([0-9a-f]{2});/gi;

const unescaped = (text: string): string =>
  text.replace(escapes, (_, unicode, sign, percent, decimal, hexadecimal) => {
    if (sign !== undefined) return sign;
    const digits = unicode ?? percent ?? hexadecimal;
    return String.fromCharCode(digits === undefined ? Number(decimal) : Number.parseInt(digits, 16));
  });

/**
 * Where the secret stands with escapes of JSON, HTML and URLs in any mixture, up to four times over. Only around its
 * longest word is anything decoded, as it is or each letter escaped: a heap is too large to be decoded whole.
 */
const escapedPlaces = (haystack: Buffer, canary: string): number[] => {
  const words = canary.match(/[A-Za-z0-9]+/g) ?? [];
  const word = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
  const inUnicode = (upper: boolean) =>
    [...word]
      .map((letter) => {
        const code = letter.charCodeAt(0).toString(16);
        return `\\u00${upper ? code.toUpperCase() : code}`;
      })
      .join('');
  const anchors = [word, inUnicode(false), inUnicode(true)].flatMap((anchor) =>
    everyPlace(haystack, Buffer.from(anchor)),
  );
  const reach = canary.length * 16;
  const places: number[] = [];
  for (const at of anchors.toSorted((a, b) => a - b)) {
    if (places.some((place) => Math.abs(place - at) < canary.length)) continue;
    let text = haystack.subarray(Math.max(0, at - reach), at + reach).toString('latin1');
    if (text.includes(canary)) continue;
    for (let times = 0; times < 4 && !text.includes(canary); times += 1) text = unescaped(text);
    if (text.includes(canary)) places.push(at);
  }
  return places;
};

/**
 * Every hit, in order of form. `canary`: visible ASCII of 16 characters or more, so that chance cannot make a hit; use
 * one with characters that percent encoding changes, such as `/` and `+`, to tell that form from plain.
 * Throws a RangeError for a canary that is shorter.
 */
export const findCanary = (haystack: Uint8Array, canary: string): CanaryHit[] => {
  if (!/^[\x21-\x7e]{16,}$/.test(canary)) throw new RangeError('a canary is visible ASCII of 16 characters or more');
  const bytes = Buffer.from(haystack.buffer, haystack.byteOffset, haystack.byteLength);
  const plain = Buffer.from(canary, 'latin1');
  const little = Buffer.from(canary, 'utf16le');
  const big = Buffer.from(little).swap16();

  const hits: CanaryHit[] = everyPlace(bytes, plain).map((at) => ({ form: 'plain', at }));
  if (bytes.includes(0x25)) {
    const decoded = percentDecoded(bytes);
    for (const at of everyPlace(decoded.bytes, plain)) {
      const first = decoded.origin[at] ?? 0;
      const last = decoded.origin[at + plain.length - 1] ?? 0;
      if (last - first !== plain.length - 1 || bytes[first] === 0x25 || bytes[last] === 0x25) {
        hits.push({ form: 'percent', at: first });
      }
    }
  }
  for (const at of escapedPlaces(bytes, canary)) hits.push({ form: 'escaped', at });
  const flat = unwrapped(bytes);
  const places = new Set<number>();
  for (const core of base64Cores(plain)) {
    for (const at of everyPlace(flat.bytes, core)) places.add(flat.origin[at] ?? 0);
  }
  for (const at of [...places].sort((a, b) => a - b)) hits.push({ form: 'base64', at });
  for (const at of everyPlace(bytes, little)) hits.push({ form: 'utf-16le', at });
  for (const at of everyPlace(bytes, big)) hits.push({ form: 'utf-16be', at });
  return hits;
};
