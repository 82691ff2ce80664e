/**
 * Ids that look like random UUIDs and yet lead back to the index they were made from, so that no table of ids is
 * needed however large the organisation is. An id that was not made here leads nowhere.
 */
import { type Draw, mix, purpose } from './draw.ts';

export type Ids = {
  /** The UUID (lower case) of an index in `[0, 2^32)`. */
  readonly idOf: (index: number) => string;
  /** The index of an id made by `idOf`, or null for any other text. */
  readonly indexOf: (id: string) => number | null;
  /** A UUID for something that is not a person, such as an e-mail, from two numbers. */
  readonly idFor: (subject: number, kind: number) => string;
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Version 4 and the RFC 9562 variant, as every id of the service has. */
const uuid = (a: number, b: number, c: number, d: number): string =>
  `${hex(a, 8)}-${hex(b >>> 16, 4)}-4${hex(b & 0xfff, 3)}-${hex(((c >>> 16) & 0x3fff) | 0x8000, 4)}-${hex(c & 0xffff, 4)}${hex(d, 8)}`;

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const rounds = 4;

export const createIds = (draw: Draw): Ids => {
  const keys = Array.from({ length: rounds }, (_, round) => draw.bits(round, purpose.idRound));
  // A Feistel network: whatever the round function, the whole can be run backwards.
  const scatter = (index: number): number => {
    let left = index >>> 16;
    let right = index & 0xffff;
    for (const key of keys) [left, right] = [right, left ^ (mix(right ^ key) & 0xffff)];
    return ((left << 16) | right) >>> 0;
  };
  const gather = (scattered: number): number => {
    let left = scattered >>> 16;
    let right = scattered & 0xffff;
    for (const key of keys.toReversed()) [left, right] = [right ^ (mix(left ^ key) & 0xffff), left];
    return ((left << 16) | right) >>> 0;
  };
  const idOf = (index: number): string =>
    uuid(
      scatter(index),
      draw.bits(index, purpose.idTail),
      draw.bits(index, purpose.idTail + 1),
      draw.bits(index, purpose.idTail + 2),
    );
  return {
    idOf,
    indexOf: (id) => {
      if (!form.test(id)) return null;
      const index = gather(Number.parseInt(id.slice(0, 8), 16));
      return idOf(index) === id ? index : null;
    },
    idFor: (subject, kind) => {
      const first = draw.bits(subject, 1000 + kind * 4);
      return uuid(
        first,
        draw.bits(subject, 1001 + kind * 4),
        draw.bits(subject, 1002 + kind * 4),
        draw.bits(subject, 1003 + kind * 4),
      );
    },
  };
};
