/** The country code a number is written with. */
import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, it } from 'vitest';
import { countryCodeIn } from '../../../electron/phone/country-code.ts';

it.each([
  ['+49 89 123456', '49'],
  ['+1 (212) 555-0100', '1'],
  ['+1-800-FLOWERS', '1'],
  ['+353 1 234 5678', '353'],
  ['0049 89 123456', '49'],
  ['Office: +34 91 555 01 27', '34'],
  ['089 123456', null],
  ['4711', null],
  ['', null],
  ['ask the desk', null],
])('of “%s” is %s', (came, code) => {
  expect(countryCodeIn(came)).toBe(code);
});

it('is told of every country, with and without spaces', () => {
  for (const country of getCountries()) {
    const number = getExampleNumber(country, examples);
    if (number === undefined) continue;
    const code = getCountryCallingCode(country);
    expect([country, countryCodeIn(number.number), countryCodeIn(number.formatInternational())]).toEqual([
      country,
      code,
      code,
    ]);
  }
});
