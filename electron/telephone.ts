/** Telephone numbers as people write them, and as other programs can dial them. Pure. */

/** What RFC 3966 lets follow `tel:` for a number that is valid everywhere, with the separators that people write. */
const written = /^\+\d[\d\s().\u2010-\u2013-]*$/;
/** Longer ones are several in one, or none (E.164). */
const mostDigits = 15;
/** "+44 (0)20": the zero is dialled within the country alone. */
const trunkZero = /^(\+\d{1,3}[\s.\u2010-\u2013-]*)\(\s*0\s*\)/;
/** Italy and whoever shares its numbers keep the zero from abroad, too: whether it is meant there cannot be told. */
const keepsZero = /^\+3(?:9|78)/;

/** Where the zero in brackets behind a country's code stands, which nobody dials from abroad: `[start, end)`, brackets and all. */
export function trunkZeroIn(number: string): readonly [start: number, end: number] | null {
  const found = keepsZero.test(number) ? null : trunkZero.exec(number);
  return found === null ? null : [found[1]?.length ?? 0, found[0].length];
}

/** The number without it. */
export function withoutTrunkZero(number: string): string {
  const [start, end] = trunkZeroIn(number) ?? [0, 0];
  return number.slice(0, start) + number.slice(end);
}

/** `+442079460958`; null for what may be no number that is valid everywhere, or more than one. */
export function globalNumber(number: string): string | null {
  const plain = withoutTrunkZero(number);
  if (!written.test(plain) || /\(\s*0\s*\)/.test(plain)) return null;
  const digits = plain.replace(/\D/g, '');
  return digits.length > mostDigits ? null : `+${digits}`;
}
