/** Whichever way a number is stored, it is found by whichever way it is typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialledNumbersIn, endingsOf, placeInText, typedNumbersIn } from '../../../electron/phone/search-digits.ts';

const isFound = (stored: string, typed: string): boolean => {
  const words = dialledNumbersIn(stored).flatMap((number) => [number, ...endingsOf(number)]);
  return typedNumbersIn(typed).some((digits) => words.some((word) => word.startsWith(digits)));
};

const forms = [
  '+49 89 1234567',
  '+49891234567',
  '0049 89 1234567',
  '011 49 89 1234567',
  '089 1234567',
  '(089) 123 45 67',
  '089/1234567',
  '+49 (0)89 1234567',
  '+49 089 1234567',
  '49 89 1234567',
  'tel:+49-89-1234567',
  'Tel.: +49 89 1234567',
  'Fax: 089 1234567',
  'Büro 3, 089 1234567',
  'Büro 3 089 1234567',
  '089 1234567 Dw. 12',
  '+49 89 1234567 x12',
  '+49 89 1234567,,12#',
  '089 1234567/68',
  '089 1234567, 0171 7654321',
  '+49 89 1234567 / 0171 7654321',
  '＋４９（８９）１２３４５６７',
  '٠٨٩ ١٢٣٤٥٦٧',
  'هاتف: +٤٩ ٨٩ ١٢٣٤٥٦٧',
  '+४९ ८९ १२३४५६७',
  '\u202a+49\u00a089\u20111234567\u202c',
];
const american = [
  '1-800-FLOWERS',
  '1-800-flowers',
  '+1 800 356 9377',
  '1 (800) 356-9377',
  '(800) 356-9377',
  '1.800.3569377',
];

describe.each([
  ['German', forms],
  ['American', american],
])('a %s number', (_, all) => {
  it.each(all)('stored as %j is found by every form', (stored) => {
    expect(all.filter((typed) => !isFound(stored, typed))).toEqual([]);
  });
});

it.each([
  ['+49 89 12345-12/13', '089 12345-12'],
  ['+49 89 12345-12/13', '089 12345-13'],
  ['+49 89 12345-12/13', '+49 89 12345'],
  ['+49 89 12345-12/13', '+49 89 12345-12/13'],
  ['089 12345 Durchwahl 12', '089 12345-12'],
  ['+44 20 7946 0958/59', '020 7946 0959'],
  ['+34 915550127 915550128', '915550128'],
  ['ext. 117', 'x117'],
  ['ext. 117', '117'],
  ['4711', '4711'],
])('%j is found by %j', (stored, typed) => {
  expect(isFound(stored, typed)).toBe(true);
});

it.each(['ann', 'ann 12', 'room 3', 'ann1234567@example.com', 'https://x.example/1234567', 'f5514562831b', ''])(
  'in %j no number is looked for',
  (typed) => {
    expect(typedNumbersIn(typed)).toEqual([]);
  },
);

it('is read at a glance as it is with care', () => {
  const part = fc.constantFrom(
    '+49',
    '+1',
    '+',
    '0',
    '00',
    '089',
    '(089)',
    '(0)',
    '89',
    '12',
    '1234567',
    ' ',
    '-',
    '.',
    '  ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join('');
      // What cannot be seen is not read at a glance.
      expect(dialledNumbersIn(text)).toEqual(dialledNumbersIn(`\u200e${text}`));
    }),
    { numRuns: 5000 },
  );
});

it('is marked where it stands', () => {
  const text = 'Büro 3, 089/12 34 56';
  const place = placeInText(text, typedNumbersIn('089 123456')) ?? [0, 0];
  expect(text.slice(...place)).toBe('089/12 34 56');
});
