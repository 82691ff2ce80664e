/**
 * The part of D-Bus's wire format that asking the Secret Service takes: method calls with strings in them, and any
 * reply made of strings, paths, numbers, flags, arrays and variants.
 * Source: D-Bus Specification 0.43, "Message Protocol".
 */

export type BusValue = string | number | boolean | readonly BusValue[];

export type BusCall = {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature: string;
  readonly body: readonly BusArgument[];
};

/** What calls pass, as `signature` says: `s`, `ao`, `a{ss}`, or properties that are strings (`a{sv}`). */
export type BusArgument =
  | string
  | readonly string[]
  | ReadonlyMap<string, string>
  | { readonly properties: ReadonlyMap<string, string> };

export type BusMessage = {
  readonly type: 'call' | 'return' | 'error' | 'signal' | 'other';
  /** The serial of the call that this answers; 0 for what answers none. */
  readonly replySerial: number;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly errorName: string;
  readonly body: readonly BusValue[];
};

/** A reply with more in it than any list of one app's items; refused, so that nobody can fill our memory. */
const messageLimitBytes = 4 * 1024 * 1024;

/** Lists, structures and variants in one another, of which no reply has half as many: each level costs time for each element. */
const mostLevels = 8;

const messageTypes = ['other', 'call', 'return', 'error', 'signal'] as const;

const pad = (bytes: number[], boundary: number): void => {
  while (bytes.length % boundary !== 0) bytes.push(0);
};
const putUint32 = (bytes: number[], value: number): void => {
  pad(bytes, 4);
  bytes.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255);
};
const putString = (bytes: number[], text: string): void => {
  const encoded = Buffer.from(text, 'utf8');
  putUint32(bytes, encoded.length);
  bytes.push(...encoded, 0);
};
const putSignature = (bytes: number[], signature: string): void => {
  bytes.push(signature.length, ...Buffer.from(signature, 'latin1'), 0);
};
/** The length of an array counts from its first element, after the padding that the element's type asks for. */
const putArray = (bytes: number[], boundary: number, putElements: () => void): void => {
  putUint32(bytes, 0);
  const lengthAt = bytes.length - 4;
  pad(bytes, boundary);
  const start = bytes.length;
  putElements();
  const length = bytes.length - start;
  for (let i = 0; i < 4; i++) bytes[lengthAt + i] = (length >>> (8 * i)) & 255;
};

const putEntries = (bytes: number[], entries: ReadonlyMap<string, string>, asVariants: boolean): void =>
  putArray(bytes, 8, () => {
    for (const [key, value] of entries) {
      pad(bytes, 8);
      putString(bytes, key);
      if (asVariants) putSignature(bytes, 's');
      putString(bytes, value);
    }
  });

const isPaths = (argument: BusArgument): argument is readonly string[] => Array.isArray(argument);
const isEntries = (argument: BusArgument): argument is ReadonlyMap<string, string> => argument instanceof Map;

const putArgument = (bytes: number[], argument: BusArgument): void => {
  if (typeof argument === 'string') putString(bytes, argument);
  else if (isEntries(argument)) putEntries(bytes, argument, false);
  else if (isPaths(argument))
    putArray(bytes, 4, () => {
      for (const path of argument) putString(bytes, path);
    });
  else putEntries(bytes, argument.properties, true);
};

/** A method call as bytes, little-endian. `serial` is chosen by the caller and never 0. */
export const encodeCall = (call: BusCall, serial: number): Buffer => {
  const body: number[] = [];
  for (const argument of call.body) putArgument(body, argument);
  const bytes: number[] = [0x6c, 1, 0, 1];
  putUint32(bytes, body.length);
  putUint32(bytes, serial);
  putArray(bytes, 8, () => {
    const fields = [
      [1, 'o', call.path],
      [2, 's', call.interface],
      [3, 's', call.member],
      [6, 's', call.destination],
    ] as const;
    for (const [code, type, text] of fields) {
      pad(bytes, 8);
      bytes.push(code);
      putSignature(bytes, type);
      putString(bytes, text);
    }
    if (call.signature !== '') {
      pad(bytes, 8);
      bytes.push(8);
      putSignature(bytes, 'g');
      putSignature(bytes, call.signature);
    }
  });
  pad(bytes, 8);
  return Buffer.from([...bytes, ...body]);
};

const boundaries: Readonly<Record<string, number>> = { y: 1, g: 1, v: 1, n: 2, q: 2, x: 8, t: 8, d: 8, '(': 8, '{': 8 };

/** The end of the one complete type that starts at `at` in a signature. */
const endOfType = (signature: string, at: number): number => {
  const letter = signature[at];
  if (letter === undefined) throw new RangeError('signature');
  if (letter === 'a') return endOfType(signature, at + 1);
  if (letter !== '(' && letter !== '{') return at + 1;
  let next = at + 1;
  while (signature[next] !== ')' && signature[next] !== '}') next = endOfType(signature, next);
  return next + 1;
};

/** Reads values one after another from `bytes`; throws a RangeError where they end too early or are nested too deep. */
const createReader = (bytes: Buffer, littleEndian: boolean, start: number) => {
  let at = start;
  const align = (boundary: number) => {
    at += (boundary - (at % boundary)) % boundary;
  };
  const uint32 = () => {
    align(4);
    at += 4;
    return littleEndian ? bytes.readUInt32LE(at - 4) : bytes.readUInt32BE(at - 4);
  };
  const text = (length: number) => {
    if (at + length + 1 > bytes.length) throw new RangeError('string');
    at += length + 1;
    return bytes.toString('utf8', at - length - 1, at - 1);
  };
  const byte = () => {
    at += 1;
    return bytes.readUInt8(at - 1);
  };
  const value = (type: string, level = 0): BusValue => {
    if (level > mostLevels) throw new RangeError('levels');
    const letter = type[0] ?? '';
    align(boundaries[letter] ?? 4);
    if (letter === 'y') return byte();
    if (letter === 'b') return uint32() !== 0;
    if (letter === 's' || letter === 'o') return text(uint32());
    if (letter === 'g') return text(byte());
    if (letter === 'v') return value(text(byte()), level + 1);
    if (letter === 'a') {
      const length = uint32();
      align(boundaries[type[1] ?? ''] ?? 4);
      const end = at + length;
      if (end > bytes.length) throw new RangeError('array');
      const elements: BusValue[] = [];
      while (at < end) {
        const before = at;
        elements.push(value(type.slice(1), level + 1));
        // An element of no size, such as an empty structure, would be read for ever.
        if (at === before) throw new RangeError('element');
      }
      return elements;
    }
    if (letter === '(' || letter === '{') return all(type.slice(1, -1), level + 1);
    const width = boundaries[letter] ?? 4;
    if (width !== 4) {
      // Numbers of other widths are never asked for; they are stepped over.
      at += width;
      return 0;
    }
    return uint32();
  };
  function all(signature: string, level = 0): BusValue[] {
    const values: BusValue[] = [];
    for (let from = 0; from < signature.length; ) {
      const to = endOfType(signature, from);
      values.push(value(signature.slice(from, to), level));
      from = to;
    }
    return values;
  }
  return { uint32, value, all, align, position: () => at };
};

/**
 * Takes the first complete message off `bytes`; null while it has not arrived whole.
 * Throws a RangeError for bytes that cannot be a message.
 */
export const takeMessage = (bytes: Buffer): { message: BusMessage; size: number } | null => {
  if (bytes.length < 16) return null;
  const littleEndian = bytes[0] === 0x6c;
  if (!littleEndian && bytes[0] !== 0x42) throw new RangeError('byte order');
  const head = createReader(bytes, littleEndian, 4);
  const bodySize = head.uint32();
  head.uint32();
  const fieldsSize = head.uint32();
  const bodyAt = Math.ceil((16 + fieldsSize) / 8) * 8;
  const size = bodyAt + bodySize;
  if (size > messageLimitBytes) throw new RangeError('size');
  if (bytes.length < size) return null;
  const whole = bytes.subarray(0, size);
  const fields = new Map<BusValue, BusValue>();
  const listed = createReader(whole, littleEndian, 12).value('a(yv)');
  for (const field of Array.isArray(listed) ? listed : []) if (Array.isArray(field)) fields.set(field[0], field[1]);
  const word = (code: number) => String(fields.get(code) ?? '');
  // Offsets in a body count from its own start, which is a multiple of 8 either way.
  const body = createReader(whole, littleEndian, bodyAt).all(word(8));
  return {
    size,
    message: {
      type: messageTypes[bytes[1] ?? 0] ?? 'other',
      replySerial: Number(fields.get(5) ?? 0),
      path: word(1),
      interface: word(2),
      member: word(3),
      errorName: word(4),
      body,
    },
  };
};
