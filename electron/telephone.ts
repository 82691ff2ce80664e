/** Telephone numbers as people write them, and as other programs can dial them. Pure. */

/** What RFC 3966 lets follow `tel:` for a number that is valid everywhere, with the separators that people write. */
const written = /^\+\d[\d\s().\u2010-\u2013-]*$/;
/** Longer ones are several in one, or none (E.164). */
const mostDigits = 15;
/** "+44 (0)20": the zero is dialled within the country alone. */
const trunkZero = /^(\+\d{1,3}[\s.\u2010-\u2013-]*)\(\s*0\s*\)/;
/** Italy and whoever shares its numbers keep the zero from abroad, too: whether it is meant there cannot be told. */
const keepsZero = /^\+3(?:9|78)/;

/** Without the zero in brackets behind a country's code, which nobody dials from abroad. */
export function withoutTrunkZero(number: string): string {
  return keepsZero.test(number) ? number : number.replace(trunkZero, '$1');
}

/** `+442079460958`; null for what may be no number that is valid everywhere, or more than one. */
export function globalNumber(number: string): string | null {
  const plain = withoutTrunkZero(number);
  if (!written.test(plain) || /\(\s*0\s*\)/.test(plain)) return null;
  const digits = plain.replace(/\D/g, '');
  return digits.length > mostDigits ? null : `+${digits}`;
}
