/**
 * Finds the elements of a list in JSON that comes in pieces: of `{ …, "_data": [ element, … ], … }` each element's exact
 * source, wherever the pieces are cut. It keeps none of the bytes but those of `_meta`, never throws, and takes time linear
 * in their number.
 *
 * What stands around the elements must be JSON; inside an element, and in what is skipped, only strings and brackets
 * are followed. Whether an element is JSON shows when it is read.
 */
import {
  backslash,
  closeList,
  closeObject,
  colon,
  comma,
  createValueFollower,
  isSpace,
  openList,
  openObject,
  quote,
} from '../reading/value-follower.ts';

/** Why no list can be read on: `not-json` also for one that ends too early. */
export type SplitTrouble = 'not-json' | 'no-envelope' | 'no-data' | 'not-a-list' | 'two-lists';

export type ListSink = {
  /** The next part of an element: the bytes of `chunk` from `from` up to, not including, `to`. */
  readonly part: (chunk: Uint8Array, from: number, to: number) => void;
  /** The element is complete. */
  readonly end: () => void;
};

export type ListSplitter = {
  /** Null: all is well so far. Not to be called again after trouble. */
  readonly push: (chunk: Uint8Array) => SplitTrouble | null;
  /** Nothing more comes. */
  readonly end: () => SplitTrouble | null;
  /** What stood under `_meta`, as it came; null where there was none, or one too large to be about pages. */
  readonly meta: () => Uint8Array | null;
};

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** No real key is longer; a longer one is not `_data`, however it is escaped. */
const longestKey = 64;

const longestMeta = 64 * 1024;

type Place =
  | 'start'
  | 'first-key'
  | 'key'
  | 'in-key'
  | 'colon'
  | 'value'
  | 'in-value'
  | 'after-value'
  | 'first-element'
  | 'element'
  | 'in-element'
  | 'after-element'
  | 'done';

export function createListSplitter(sink: ListSink): ListSplitter {
  let place: Place = 'start';
  /** How much of the mark has come; null once it can no longer begin. */
  let markBytes: number | null = 0;
  let key: number[] = [];
  /** Whether the value to come is the list. */
  let isList = false;
  let isMeta = false;
  let meta: number[] | null = null;
  let hasList = false;
  let isEscaped = false;
  const value = createValueFollower();

  const readKey = (): SplitTrouble | null => {
    place = 'colon';
    const text = textOf(key);
    if (text === null) return 'not-json';
    isList = text === '_data';
    isMeta = text === '_meta';
    if (isMeta) meta = [];
    return isList && hasList ? 'two-lists' : null;
  };

  const keepMeta = (bytes: Uint8Array): void => {
    if (!isMeta || meta === null) return;
    if (meta.length + bytes.length > longestMeta) meta = null;
    else for (const byte of bytes) meta.push(byte);
  };

  /** One byte between values. */
  const step = (byte: number): SplitTrouble | null => {
    if (isSpace(byte)) return null;
    switch (place) {
      case 'start':
        if (byte === openObject) place = 'first-key';
        else return value.begin(byte) ? 'no-envelope' : 'not-json';
        return null;
      case 'first-key':
      case 'key':
        if (byte === quote) {
          place = 'in-key';
          key = [];
        } else if (byte === closeObject && place === 'first-key') place = 'done';
        else return 'not-json';
        return null;
      case 'colon':
        if (byte !== colon) return 'not-json';
        place = 'value';
        return null;
      case 'value':
        if (isList) {
          if (byte !== openList) return value.begin(byte) ? 'not-a-list' : 'not-json';
          hasList = true;
          place = 'first-element';
          return null;
        }
        place = 'in-value';
        return value.begin(byte) ? null : 'not-json';
      case 'after-value':
        if (byte === comma) place = 'key';
        else if (byte === closeObject) place = 'done';
        else return 'not-json';
        return null;
      case 'first-element':
      case 'element':
        if (byte === closeList && place === 'first-element') place = 'after-value';
        else {
          place = 'in-element';
          return value.begin(byte) ? null : 'not-json';
        }
        return null;
      case 'after-element':
        if (byte === comma) place = 'element';
        else if (byte === closeList) place = 'after-value';
        else return 'not-json';
        return null;
      default:
        return 'not-json';
    }
  };

  return {
    push: (chunk) => {
      let at = 0;
      for (; markBytes !== null && at < chunk.length; at += 1) {
        if (chunk[at] === byteOrderMark[markBytes]) markBytes += 1;
        else if (markBytes === 0 || markBytes === byteOrderMark.length) break;
        else return 'not-json';
      }
      if (at < chunk.length) markBytes = null;
      while (at < chunk.length) {
        if (place === 'in-key') {
          const byte = chunk[at] ?? 0;
          at += 1;
          if (byte === quote && !isEscaped) {
            const trouble = readKey();
            if (trouble !== null) return trouble;
          } else {
            isEscaped = byte === backslash && !isEscaped;
            if (key.length <= longestKey) key.push(byte);
          }
        } else if (place === 'in-value' || place === 'in-element') {
          const to = value.follow(chunk, at);
          if (to === null) return 'not-json';
          if (place === 'in-element') sink.part(chunk, at, to);
          else keepMeta(chunk.subarray(at, to));
          if (value.hasEnded()) {
            if (place === 'in-element') sink.end();
            place = place === 'in-element' ? 'after-element' : 'after-value';
          }
          at = to;
        } else {
          const trouble = step(chunk[at] ?? 0);
          if (trouble !== null) return trouble;
          // Narrowed by the branches above, which `step` has left behind.
          if ((place as Place) === 'in-element') sink.part(chunk, at, at + 1);
          else if ((place as Place) === 'in-value') keepMeta(chunk.subarray(at, at + 1));
          at += 1;
        }
      }
      return null;
    },
    meta: () => (meta === null ? null : Uint8Array.from(meta)),
    end: () => (place !== 'done' ? 'not-json' : hasList ? null : 'no-data'),
  };
}

/** The key that was written so; `''` for one too long to be `_data`; null where it is no JSON string. */
function textOf(key: readonly number[]): string | null {
  if (key.length > longestKey) return '';
  try {
    const text: unknown = JSON.parse(`"${Buffer.from(key).toString('utf8')}"`);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
