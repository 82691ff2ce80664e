/** The country code that a number is written with. Neither its length nor its plan is looked at: codes alone tell where they end. */
import { writtenNumbersIn } from './written-numbers.ts';

/** No code begins another one (ITU-T E.164, annex to list 1.10): those of one and of two digits, and all others of three. */
const code = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d\d)/;
/** What nearly every number with a code is. */
const plain = /^\+(\d{1,3})\s?(\d{0,3})/;

/** "49" of "+49 89 12345", of the first number in the text; null where that is written without a country code, or there is none. */
export function countryCodeIn(came: string): string | null {
  const [, first = '', more = ''] = plain.exec(came) ?? [];
  if (first !== '') return codeOf(first + more);
  const [number] = writtenNumbersIn(came);
  return number === undefined || number.prefix === '' ? null : codeOf(number.digits);
}

function codeOf(digits: string): string | null {
  return code.exec(digits)?.[0] ?? null;
}
