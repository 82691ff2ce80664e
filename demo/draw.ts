/**
 * Chance without memory: the same seed, subject and purpose always give the same number, so that any person can be
 * drawn on their own and in any order.
 */

/** What a number is drawn for. Two purposes never share a stream. */
export const purpose = {
  idRound: 1,
  idTail: 10,
  managerPlace: 20,
  spanShift: 21,
  broadSize: 22,
  broadPlace: 23,
  blemishShift: 24,
  homeOffice: 30,
  ownOffice: 31,
  culture: 32,
  gender: 33,
  givenName: 34,
  familyName: 35,
  middleName: 36,
  nameStyle: 37,
  title: 40,
  grade: 41,
  status: 42,
  availability: 43,
  joined: 44,
  changed: 45,
  left: 46,
  timezone: 47,
  phone: 50,
  phoneForm: 51,
  bio: 52,
  hobby: 53,
  picture: 54,
  cover: 55,
  birth: 56,
  genderShown: 57,
  usernameForm: 58,
  data: 59,
  email: 60,
  emailId: 61,
  portrait: 70,
  team: 80,
  oddity: 81,
} as const;

export type Draw = {
  /** 32 unsigned bits. */
  readonly bits: (subject: number, purpose: number) => number;
  /** A whole number in `[0, limit)`; `limit` up to 2^32. */
  readonly below: (subject: number, purpose: number, limit: number) => number;
  /** A number in `[0, 1)`. */
  readonly part: (subject: number, purpose: number) => number;
  /** One of a list that must not be empty. */
  readonly from: <T>(subject: number, purpose: number, list: readonly T[]) => T;
};

/** Spreads every input bit over all 32 output bits (constants by Chris Wellons' search for low-bias mixers). */
export const mix = (value: number): number => {
  let x = value >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
};

export const createDraw = (seed: number): Draw => {
  const key = mix(seed ^ 0x5eed);
  const bits = (subject: number, why: number): number =>
    mix(mix(key ^ Math.imul(why + 1, 0x9e3779b1)) ^ mix(subject + 0x7f4a7c15));
  const below = (subject: number, why: number, limit: number): number =>
    Math.floor((bits(subject, why) / 0x1_0000_0000) * limit);
  return {
    bits,
    below,
    part: (subject, why) => bits(subject, why) / 0x1_0000_0000,
    from: (subject, why, list) => {
      const chosen = list[below(subject, why, list.length)];
      if (chosen === undefined) throw new RangeError('nothing to draw from');
      return chosen;
    },
  };
};
