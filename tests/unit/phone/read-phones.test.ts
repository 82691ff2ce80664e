/** What is dialled for the numbers of a person, with their other numbers and their time zone as a hint. */
import { describe, expect, it } from 'vitest';
import { readPhoneFields } from '../../../electron/phone/read-phones.ts';
import { telephoneTexts } from '../../../electron/phone/telephone-texts.ts';

const person = (timezone: string | null, ...numbers: string[]) => ({
  timezone,
  phones: numbers.map((number, nth) => ({ number, type: null, isPrimary: nth === 0 })),
});
const dialled = (timezone: string | null, ...numbers: string[]): (string | null)[] =>
  readPhoneFields(person(timezone, ...numbers)).map(({ dial }) => dial);

describe('a number with its country’s code', () => {
  it.each([
    ['+49 89 123456', '+4989123456'],
    ['+49 089 123456', '+4989123456'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['0044 (0)20 7946 0958', '+442079460958'],
    // There the zero is a part of the number.
    ['+39 (0)6 1234567', '+39061234567'],
    ['+39 06 1234567', '+39061234567'],
    ['+34 91 555-01 (27)', '+34915550127'],
    ['+44 20 7946 0958/59', '+442079460958'],
    ['+34 915550127 915550128', '+34915550127'],
    ['+1 555 0103', '+15550103'],
    ['1-800-FLOWERS', '+18003569377'],
    ['1 800 356 9377', '+18003569377'],
  ])('%j is dialled as %j, whatever the zone', (number, dial) => {
    expect(dialled(null, number)).toEqual([dial]);
    expect(dialled('Asia/Tokyo', number)).toEqual([dial]);
  });
});

describe('a number without it', () => {
  it.each([
    ['Europe/Berlin', '089 123456', '+4989123456'],
    ['Europe/Berlin', 'Büro 3, 089 123456', '+4989123456'],
    ['Europe/Berlin', '49 89 123456', '+4989123456'],
    ['America/New_York', '(212) 555-0100', '+12125550100'],
    ['America/New_York', '011 49 89 123456', '+4989123456'],
    ['Australia/Sydney', '0011 49 89 123456', '+4989123456'],
    ['Europe/Madrid', '915 55 01 27', '+34915550127'],
    ['Europe/Moscow', '8 (495) 123-45-67 доб. 12', '+74951234567'],
    ['Europe/Rome', '06 1234567', '+39061234567'],
    ['Europe/Kyiv', '050 123 45 67', '+380501234567'],
    ['Asia/Riyadh', '٠١١ ٤٥٦ ٧٨٩٠', '+966114567890'],
    ['Asia/Calcutta', '98450 00001', '+919845000001'],
    ['India Standard Time', '098450 00001', '+919845000001'],
    ['+0545', '01-4123456', '+97714123456'],
    // Two countries keep this time, and a number fits one of them.
    ['+0530', '98450 00001', '+919845000001'],
    ['+0530', '071 2345678', '+94712345678'],
  ])('of a clock in %s: %j is dialled as %j', (timezone, number, dial) => {
    expect(dialled(timezone, number)).toEqual([dial]);
  });

  it.each([
    // The word says where the telephone is, or whose; the area's code is no room's number.
    ['Europe/Berlin', 'Büro 089 1234567', '+49891234567'],
    ['Europe/Berlin', '3. OG 089 1234567', '+49891234567'],
    ['Europe/Berlin', 'Haus 0171 1234567', '+491711234567'],
    ['Europe/London', 'Desk: 0161 496 0123', '+441614960123'],
    ['Europe/Rome', 'Ufficio 06 1234567', '+39061234567'],
    ['America/New_York', 'Office: 212 555 0199', '+12125550199'],
    ['America/New_York', 'Office 3 212 555 0199', '+12125550199'],
    ['America/New_York', 'Room 305 212 555 0199', '+12125550199'],
    // A list's own numbers.
    ['Europe/Berlin', '1. 089 123456 2. 089 654321', '+4989123456'],
    ['Europe/Berlin', '1: 089 123456 2: 089 654321', '+4989123456'],
    ['Europe/Berlin', '(2) 089 123456', '+4989123456'],
    ['Europe/Paris', '1- 01 23 45 67 89 2- 06 12 34 56 78', '+33123456789'],
    ['Europe/Berlin', '1 - 089 123456', '+4989123456'],
    // A fax is called only where there is nothing else; the word may stand behind its number.
    ['Europe/Berlin', '089 1234568 Fax, 089 1234567 Tel', '+49891234567'],
    ['Europe/Berlin', '089 1234568 (Fax) 089 1234567', '+49891234567'],
    ['America/New_York', '212 555 0198 (fax) / 212 555 0199', '+12125550199'],
    ['Europe/Berlin', '089 1234567, 089 1234568 Fax', '+49891234567'],
    ['Europe/Berlin', '089 1234567 Fax 089 1234568', '+49891234567'],
    ['Europe/Berlin', '089 1234567 (Fax 089 1234568)', '+49891234567'],
    ['Europe/Berlin', '089 1234568 (Fax)', '+49891234568'],
    // Many countries keep this time: none of them is told.
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', '020 1234567', '0201234567'],
    // A pause behind what is dialled for a line out of the house.
    ['Europe/Berlin', '0w089 1234567', '+49891234567'],
    ['Europe/Berlin', '0p0891234567', '+49891234567'],
    ['America/New_York', '9w212 555 0199', '+12125550199'],
    ['America/New_York', '9p1-212-555-0199', '+12125550199'],
    ['America/New_York', '9,212-555-0199,,12', '+12125550199'],
    // The first of several that follow each other.
    ['Europe/London', '020 7946 0958-0960', '+442079460958'],
    ['Europe/London', '+44 20 7946 0958-0960', '+442079460958'],
    // The plus comes behind where text runs from right to left.
    ['Asia/Riyadh', '٩٦٦+ ٥٠ ١٢٣ ٤٥٦٧', '+966501234567'],
    ['Asia/Riyadh', '966+ 50 123 4567', '+966501234567'],
    ['Europe/Moscow', '+8 (495) 123-45-67', null],
    // Freephone numbers of letters look alike.
    ['Australia/Sydney', '1300 FLOWERS', null],
    ['Australia/Sydney', '1800 FLOWERS', '+611800356937'],
    ['Asia/Singapore', '1800 FLOWERS', '+6518003569377'],
    ['Asia/Dubai', '800 FLOWERS', '+9718003569377'],
    ['Australia/Sydney', '1-800-FLOWERS', '+18003569377'],
    ['America/New_York', '1800 FLOWERS', '+18003569377'],
  ])('of a clock in %s, with something beside it: %j is dialled as %j', (timezone, number, dial) => {
    expect(dialled(timezone, number)).toEqual([dial]);
  });

  it('is of the country of the person’s other numbers, before that of their zone', () => {
    expect(dialled('America/New_York', '+44 20 7946 0958', '020 7946 0999')[1]).toBe('+442079460999');
    expect(dialled(null, '+44 20 7946 0958', '+49 89 123456', '089 7654321', '020 7946 0999').slice(2)).toEqual([
      '+49897654321',
      '+442079460999',
    ]);
    expect(dialled('Europe/Berlin', '+1 212 555 0100', '089 123456')[1]).toBe('+4989123456');
    // A number of Munich and one of Ashdod look alike.
    expect(dialled('Europe/Berlin', '+972 3 1234567', '+34 915550127', '089 123456')[2]).toBe('089123456');
    expect(dialled('Europe/Berlin', '+972 3 1234567', '089 123456')[1]).toBe('+97289123456');
  });

  it('has the first of several extensions with it where it would be none without', () => {
    expect(dialled('Europe/Berlin', '040 123-12/13')).toEqual(['+494012312']);
    expect(dialled(null, '040 123-12/13')).toEqual([null]);
    expect(dialled('America/New_York', '212-555-0100/0101')).toEqual(['+12125550100']);
    expect(dialled('Europe/Berlin', '089 12345-12/13')).toEqual(['+498912345']);
  });

  it.each([
    [null, '089 123456', '089123456'],
    [null, '0800 REISEN', '0800734736'],
    [null, '089 123456 / 1-800-FLOWERS', '089123456'],
    // Half of Europe keeps this time; in several of its countries the number would be one.
    ['W. Europe Standard Time', '089 123456', '089123456'],
    ['+0100', '089 123456', '089123456'],
    ['CET', '089 123456', '089123456'],
    ['IST', '98450 00001', '9845000001'],
    // Of the right form, and of nobody.
    ['Europe/London', '07700 900123', '07700900123'],
  ])('is dialled as written where its country cannot be told: %s, %j', (timezone, number, dial) => {
    expect(dialled(timezone, number)).toEqual([dial]);
  });

  it.each([
    // A subscriber's number without the area's, or one of another country: as German it would be somebody else's.
    ['Europe/Berlin', '415 555 0132'],
    ['Europe/Berlin', '89 123456'],
    ['America/New_York', '089 123456'],
    ['America/New_York', '555-0100'],
  ])('is dialled not at all where it cannot be one there: %s, %j', (timezone, number) => {
    expect(dialled(timezone, number)).toEqual([null]);
  });
});

describe('what is no whole number', () => {
  it.each([
    ...['4711', '112', '911', 'ext. 117', 'by pigeon', '+49 89 1', '+999 1234567', '+123456789012345', '12.03.2024'],
    ...[
      'Meeting ID 123 456 789',
      'IBAN DE89 3704 0044 0532 0130 00',
      '2024-11-29',
      '192.168.1.20',
      '0000000',
      'O89 123456',
    ],
    ...['+44 20 (0) 7946 0958', 'tel:7042;phone-context=acme.example', '+1234567890123456', '00', 'Zimmer 305'],
  ])('is not dialled: %j', (number) => {
    expect(dialled(null, number)).toEqual([null]);
    expect(dialled('Europe/Berlin', number)).toEqual([null]);
  });
});

it('says what is dialled, what is not, and how many numbers there are', () => {
  const [both, fax, inside] = readPhoneFields(
    person('Europe/Berlin', 'Fax 089 123456, Tel. 089 12345 Dw. 12', 'Fax: 089 123456', 'Dw. 4711'),
  );
  expect(both).toEqual({ dial: '+498912345', shown: '+49 89 12345', extension: '12', others: 1 });
  expect(fax).toEqual({ dial: '+4989123456', shown: '+49 89 123456', extension: null, others: 0 });
  expect(inside).toEqual({ dial: null, shown: null, extension: '4711', others: 0 });
});

it('gives other programs one number each, and loses none', () => {
  const numbers = ['089 12345 Dw. 12', '0171 1234567 / +1 212 555 0100', 'Dw. 4711', 'Fax 089 654321'];
  expect(telephoneTexts(person('Europe/Berlin', ...numbers))).toEqual([
    { text: '+498912345 ext. 12', type: null, isPrimary: true },
    { text: '+491711234567', type: null, isPrimary: false },
    { text: '+12125550100', type: null, isPrimary: false },
    { text: 'Dw. 4711', type: null, isPrimary: false },
    { text: '+4989654321', type: 'fax', isPrimary: false },
  ]);
});
