/**
 * Whether two written numbers are one. Where both have a country's code the whole is compared; where one has none, the
 * rest. An extension that is asked for has to be there.
 */
import { nationalOf } from './runs.ts';
import { type WrittenNumber, writtenNumbersIn } from './written-numbers.ts';

/** Tells for fields of records whether they hold the number that is asked for. */
export function numberMatcher(asked: string): (field: string) => boolean {
  const [one, ...others] = writtenNumbersIn(asked);
  if (one === undefined || others.length > 0) return () => false;
  const [extension] = extensionsOf(one);
  return (field) =>
    writtenNumbersIn(field).some(
      (other) => isSame(one, other) && (extension === undefined || extensionsOf(other).includes(extension)),
    );
}

function isSame(one: WrittenNumber, other: WrittenNumber): boolean {
  const [hasCode, hasOtherCode] = [one.prefix !== '', other.prefix !== ''];
  if (hasCode === hasOtherCode) return dialled(one) === dialled(other);
  return hasCode ? nationalOf(one.digits) === dialled(other) : dialled(one) === nationalOf(other.digits);
}

/** Without the zero that is dialled within the country. */
export function dialled({ digits, prefix }: Pick<WrittenNumber, 'digits' | 'prefix'>): string {
  return prefix === '' ? digits.replace(/^0+/, '') : digits;
}

export function extensionsOf({ extension }: Pick<WrittenNumber, 'extension'>): string[] {
  return (extension ?? '').split(/\D+/).filter((one) => one !== '');
}
