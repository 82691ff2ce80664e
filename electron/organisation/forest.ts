/**
 * The organisation at one moment, as arrays of numbers: everybody once, under their own manager. Everybody has a place, in
 * the order of a walk that meets managers before their people, so that everybody below somebody is one range of places.
 * Place 0 stands for everybody, and is the manager of those who have none.
 */
import type { PersonKey } from '../sqlite/person-ids.ts';

export type Sums = {
  readonly inactive: Int32Array;
  readonly deleted: Int32Array;
  readonly unknown: Int32Array;
  /** Stored, and not found any more. */
  readonly gone: Int32Array;
  /** Not stored, and the server has not said that they do not exist. */
  readonly notFetched: Int32Array;
  /** Of those not fetched: fetching them failed. */
  readonly failed: Int32Array;
  /** Not stored, and the server says that there is no such user. */
  readonly notFound: Int32Array;
};

/** Arrays are by place, and have one entry more than there are people, unless they say otherwise. */
export type Forest = {
  /** The members; their places are 1 to `people`. */
  readonly people: number;
  /** 0 at place 0. */
  readonly keys: Int32Array;
  /** The place of the manager: 0 for tops, and for place 0. */
  readonly parent: Int32Array;
  /** Everybody at and below p is `[p, p + size[p])`. */
  readonly size: Int32Array;
  /**
   * Where those who lead nobody begin among the people of p; `p + size[p]` where there are none. Before them stand those
   * who lead somebody, each followed by everybody below: the largest first, then by name. Those who lead nobody are by name.
   */
  readonly leaf: Int32Array;
  /** From 0, among the people of their manager. */
  readonly nth: Int32Array;
  /** How many people they are the manager of. */
  readonly direct: Int32Array;
  /** 0: everybody; 1: tops. */
  readonly level: Int32Array;
  /** As `contract/organisation-marks.ts` has them. */
  readonly marks: Uint16Array;
  /** How many people they list who are under another manager. */
  readonly throughOthers: Int32Array;
  /** Running sums: at p, of all places before p; one entry more than the others. See `countBelow`. */
  readonly sums: Sums;
  /** By key; 0: not in it. A key beyond its end is not in it either. */
  readonly placeOf: Int32Array;
  /** By the nth circle: the place of the person where it was cut, in growing order, and of who lists them in it. */
  readonly cutAt: Int32Array;
  readonly cutFrom: Int32Array;
};

/** How many of those below p, p not among them. */
export function countBelow({ size }: Pick<Forest, 'size'>, sum: Int32Array, p: number): number {
  return (sum[p + (size[p] ?? 0)] ?? 0) - (sum[p + 1] ?? 0);
}

/** 0: not in it. */
export function placeOfKey({ placeOf }: Pick<Forest, 'placeOf'>, key: PersonKey): number {
  return placeOf[key] ?? 0;
}
