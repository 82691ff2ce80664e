/** How telephone numbers are taken out of what people write: each kind with the forms it comes in. */
import { describe, expect, it } from 'vitest';
import { type WrittenNumber, writtenNumbersIn } from '../../../electron/phone/written-numbers.ts';

/** `+4989123456 x12`: the prefix, the digits, what may belong to them, and what follows. */
const shortly = ({ prefix, digits, rest, extension, isDoubtful }: WrittenNumber): string =>
  [`${prefix}${digits}`, ...(rest === '' ? [] : [`~${rest}`]), ...(extension === null ? [] : [`x${extension}`])]
    .concat(isDoubtful ? ['?'] : [])
    .join(' ')
    .trim();
const read = (text: string): string[] => writtenNumbersIn(text).map(shortly);

describe('one number', () => {
  it.each([
    '+49 89 123456',
    '+49 (89) 1234-56',
    '(+49) 89 123456',
    '++49.89.123456',
    '+49·89·123456',
    '+49 89 / 12 34 56',
    '+49 89 123456²',
    '\u200e+49\u00a089\u2011123456\u200f',
    '＋４９（８９）１２３４５６',
    '☎ +49 89 123456 (privat)',
    'tel:+49-89-123456',
    'tel:%2B49%2089%20123456',
    'sip:+4989123456@acme.example',
    'Tel.: +49 89 123456',
    'Fax: +49 89 123456',
    'Durchwahl: +49 89 123456',
  ])('is read in %j', (text) => {
    expect(read(text)).toEqual(['+4989123456']);
  });

  it('has its area’s code before a stroke', () => {
    expect(read('+49 33456/12345')).toEqual(['+493345612345']);
    expect(read('+43 (0)1234/567890')).toEqual(['+431234567890']);
  });

  it.each([
    ['+٩٦٦ ١١ ٤٥٦ ٧٨٩٠', '+966114567890'],
    ['هاتف: ٠١١ ٤٥٦ ٧٨٩٠', '0114567890'],
    ['+९१ ९८४५० ०००१२', '+919845000012'],
    ['𝟎𝟖𝟗 𝟏𝟐𝟑𝟒𝟓𝟔', '089123456'],
    ['๐๒ ๑๒๓ ๔๕๖๗', '021234567'],
  ])('is read in the digits of %j', (text, number) => {
    expect(read(text)).toEqual([number]);
  });

  it.each([
    ['+44 (0)20 7946 0958', '+442079460958', '4402079460958'],
    ['0044 (0)131 496 2222', '00441314962222', '4401314962222'],
    ['00 49-( 0 )89 123456', '004989123456', '49089123456'],
  ])('is read without the zero in the brackets of %j', (text, number, withZero) => {
    expect(read(text)).toEqual([number]);
    expect(writtenNumbersIn(text)[0]?.withZero).toBe(withZero);
  });

  it.each([
    ['1-800-FLOWERS', '18003569377'],
    ['1-800-flowers', '18003569377'],
    ['1-800-MATTRESS', '18006288737'],
    ['+1 (800) GOT-JUNK', '+18004685865'],
    ['1-800-4-MY-HOME', '18004694663'],
    ['212-555-HELP EXT 5', '2125554357 x5'],
    ['0800 REISEN', '0800734736'],
    ['1300 TAXI99', '1300829499'],
    ['1-800-555-0100 mobile', '18005550100'],
    ['0800 1234567 TAXI', '08001234567'],
  ])('is read in the keys of %j', (text, number) => {
    expect(read(text)).toEqual([number]);
  });
});

describe('an extension', () => {
  it.each(['12345-12/13', '12345 - 12 / 13'])('is what stands on both sides of the stroke in %j', (text) => {
    expect(read(`+49 89 ${text}`)).toEqual(['+498912345 x12/13']);
  });

  it.each([
    ...['Dw. 12', 'DW 12', 'Durchwahl 12', 'ext. 12', 'ext 12', 'extension no. 12', 'x12', 'x 12', '#12', ';ext=12'],
    ...[
      'int. 12',
      'interno 12',
      'poste n° 12',
      'anexo 12',
      'ramal 12',
      'доб. 12',
      'доб12',
      'вн. 12',
      'wew. 12',
      'Nst. 12',
    ],
    ...[
      '内線12',
      '转12',
      '내선 12',
      'تحويلة ١٢',
      'שלוחה 12',
      'dahili 12',
      'toestel 12',
      'klapka 12',
      'ankn. 12',
      '~12',
    ],
  ])('is %j', (text) => {
    expect(read(`+49 89 1234567 ${text}`)).toEqual(['+49891234567 x12']);
    expect(read(`089 1234567 ${text}`)).toEqual(['0891234567 x12']);
  });

  it.each([
    [',12#', '12'],
    [',,12', '12'],
    [',,1234567890#', '1234567890'],
    [',,1234567890', '1234567890'],
    ['p1234567', '1234567'],
    ['p12w34', '12 34'],
    [' P 12', '12'],
    [';12', '12'],
    ['*12', '12'],
  ])('is what is keyed in after a pause: %j', (keys, extension) => {
    expect(read(`+49 89 1234567${keys}`)).toEqual([`+49891234567 x${extension}`]);
  });

  it('alone is no number', () => {
    expect(read('ext. 117')).toEqual(['x117']);
    expect(read('Dw. 12, 089 1234567')).toEqual(['x12', '0891234567']);
  });
});

describe('several numbers', () => {
  it.each([
    ['+34 915550127 / 934440128', ['+34915550127', '934440128']],
    ['+34 915550127 915550128', ['+34915550127', '915550128']],
    ['+34 915550127 +34 915550128', ['+34915550127', '+34915550128']],
    ['089 1234567 089 7654321', ['0891234567', '0897654321']],
    ['089 123456 0171 1234567', ['089123456', '01711234567']],
    ['089 1234567, 089 7654321', ['0891234567', '0897654321']],
    ['089 1234567; 0171 7654321', ['0891234567', '01717654321']],
    ['089 1234567 oder 0171 7654321', ['0891234567', '01717654321']],
    ['M: 0171 1234567 T: 089 123456', ['01711234567', '089123456']],
    ['1-800-FLOWERS (1-800-356-9377)', ['18003569377', '18003569377']],
    ['212 555 0100 x 5 / 212 555 0101', ['2125550100 x5', '2125550101']],
    ['089 12345-0, Durchwahl 089 12345-12', ['089123450', '0891234512']],
    ['030 12345678\n030 87654321', ['03012345678', '03087654321']],
  ])('stand in %j', (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });

  it.each([
    ['+44 20 7946 0958/59', '+442079460958 ~59'],
    ['030 1234-5678/79', '03012345678 ~79'],
    ['020 7946 0958 (12)', '02079460958 ~12'],
  ])('are one and other last digits in %j', (text, number) => {
    expect(read(text)).toEqual([number]);
  });
});

describe('digits of something else', () => {
  it.each([
    ['Büro 3, 089 123456', ['3', '089123456']],
    ['Büro 3 089 123456', ['3', '089123456']],
    ['Raum 3.12 089 123456', ['312', '089123456']],
    ['Room 12 212 555 0100', ['12', '2125550100']],
    ['B12 089 123456', ['12', '089123456']],
    ['Phone2 0171 1234567', ['2', '01711234567']],
    ['Mo-Fr 9-17 089 123456', ['917', '089123456']],
    ['24/7 hotline 0800 1234567', ['247', '08001234567']],
    ['089 123456 9-17 Uhr', ['089123456', '917']],
    ['089 123456 3rd floor', ['089123456', '3']],
  ])('are not the number’s in %j', (text, numbers) => {
    expect(read(text)).toEqual(numbers);
  });

  it.each([
    '+44 20 (0) 7946 0958',
    'tel:7042;phone-context=example.com',
    '+1234567890123456',
    'PIN 12345678',
    '12.03.2024',
  ])('make %j doubtful', (text) => {
    expect(writtenNumbersIn(text).map(({ isDoubtful }) => isDoubtful)).toEqual([true]);
  });

  it.each(['', 'by pigeon', '+', 'x', '٪', '\u0000'])('are not in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each(['1 ', '+', '1/', '1234567/', 'a1', '1-800-', '(0)', 'x1'])(
    'are read at once where %j is repeated',
    (piece) => {
      expect(read(piece.repeat(5000)).length).toBeLessThan(600);
    },
  );
});

it('tells where each digit stands', () => {
  const text = 'هاتف: +٩٦٦ ١١ ٤٥٦';
  const [number] = writtenNumbersIn(text);
  expect(number?.places.map((place) => text[place]).join('')).toBe('٩٦٦١١٤٥٦');
});
