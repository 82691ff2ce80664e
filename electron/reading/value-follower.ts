/** Follows one JSON value through bytes that come in pieces, from its first byte to its last, by strings and brackets alone. */

const code = (character: string): number => character.charCodeAt(0);
export const quote = code('"');
export const backslash = code('\\');
export const comma = code(',');
export const colon = code(':');
export const openObject = code('{');
export const closeObject = code('}');
export const openList = code('[');
export const closeList = code(']');
const scalarStarts = new Set(Array.from('-0123456789tfn', code));

/** What is open has to be remembered. No element of a list that is taken has room for more. */
const deepest = 1024 * 1024;

export type ValueFollower = {
  /** Enters the value that begins with this byte. False: no value begins so. */
  readonly begin: (byte: number) => boolean;
  /** To behind the value's last byte, or to the end of the chunk; null where brackets do not match. */
  readonly follow: (chunk: Uint8Array, from: number) => number | null;
  /** Whether the value has ended where `follow` stopped. */
  readonly hasEnded: () => boolean;
};

export function createValueFollower(): ValueFollower {
  /** What closes the brackets that are open. */
  const closers: number[] = [];
  let isString = false;
  let isEscaped = false;
  let isScalar = false;
  let hasEnded = false;

  const begin = (byte: number): boolean => {
    isString = byte === quote;
    isScalar = scalarStarts.has(byte);
    if (byte === openObject) closers.push(closeObject);
    else if (byte === openList) closers.push(closeList);
    else return isString || isScalar;
    return true;
  };

  /** To behind the string's closing quote, or to the end of the chunk. */
  const followString = (chunk: Uint8Array, from: number): number => {
    let at = from;
    if (isEscaped && at < chunk.length) {
      isEscaped = false;
      at += 1;
    }
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (byte === quote) {
        isString = false;
        return at + 1;
      }
      if (byte === backslash) {
        at += 1;
        isEscaped = at === chunk.length;
      }
    }
    return chunk.length;
  };

  const follow = (chunk: Uint8Array, from: number): number | null => {
    hasEnded = false;
    let at = from;
    if (isScalar) {
      while (at < chunk.length && !endsScalar(chunk[at])) at += 1;
      hasEnded = at < chunk.length;
      return at;
    }
    while (at < chunk.length) {
      if (isString) {
        at = followString(chunk, at);
        if (isString) return at;
      } else {
        const byte = chunk[at];
        at += 1;
        if (byte === quote) isString = true;
        else if (byte === openObject || byte === openList) {
          if (closers.length === deepest) return null;
          closers.push(byte === openObject ? closeObject : closeList);
        } else if ((byte === closeObject || byte === closeList) && closers.pop() !== byte) return null;
      }
      if (closers.length === 0 && !isString) {
        hasEnded = true;
        return at;
      }
    }
    return at;
  };

  return { begin, follow, hasEnded: () => hasEnded };
}

export const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

function endsScalar(byte: number | undefined): boolean {
  return byte === comma || byte === closeList || byte === closeObject || (byte !== undefined && isSpace(byte));
}
