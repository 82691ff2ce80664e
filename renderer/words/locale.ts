/** The language of every number and date: the app's own, so that a sentence is never in two languages. */
export const locale = 'en-GB';

const whole = new Intl.NumberFormat(locale);

export function count(value: number): string {
  return whole.format(value);
}
