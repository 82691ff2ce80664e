import { describe, expect, it } from 'vitest';
import { read, unreadFields } from './samples.ts';

describe('phones', () => {
  it('are read from text, numbers and objects with a field that holds a number', () => {
    const phones = [
      '+91 98450 00001',
      919845000002,
      { phone: '+1 555 0103', type: 'WORK' },
      { number: 15550104, label: 'Home' },
      { phoneNumber: '105' },
      { normalizedPhone: '106', phone: '' },
      { value: '107' },
    ];
    expect(read({ phones })).toMatchObject({
      phones: [
        { number: '+91 98450 00001', type: null, isPrimary: false },
        { number: '919845000002', type: null, isPrimary: false },
        { number: '+1 555 0103', type: 'WORK', isPrimary: false },
        { number: '15550104', type: 'Home', isPrimary: false },
        { number: '105', type: null, isPrimary: false },
        { number: '106', type: null, isPrimary: false },
        { number: '107', type: null, isPrimary: false },
      ],
      unread: [],
    });
  });

  it('have the primary first and once, however its digits are parted', () => {
    const user = read({
      primaryPhone: '+919845000001',
      phones: ['+1 555', { phone: '+91 (98450) 00-001', type: 'WORK' }],
    });
    expect(user.phones).toEqual([
      { number: '+919845000001', type: 'WORK', isPrimary: true },
      { number: '+1 555', type: null, isPrimary: false },
    ]);
  });

  it('with different extensions are different phones', () => {
    expect(read({ phones: ['555 0100 x 12', '5550100,12', '555010012'] }).phones).toHaveLength(3);
  });

  it('keep a primary of unknown shape as it came', () => {
    const user = read({ primaryPhone: { country: 91, line: '9845' } });
    expect(user.phones).toEqual([]);
    expect(user.others).toEqual([{ field: 'primaryPhone', json: '{\n  "country": 91,\n  "line": "9845"\n}' }]);
  });

  it('are none for what is not set', () => {
    for (const phones of [null, undefined, '', [], [null, '']]) {
      expect(read({ phones, primaryPhone: '' })).toMatchObject({ phones: [], others: [], unread: [] });
    }
  });

  it('name by its place what is no phone', () => {
    const user = read({ phones: [true, '12', {}, [], -1, 1e308] });
    expect(user.phones.map((it) => it.number)).toEqual(['12']);
    expect(unreadFields(user)).toEqual(['phones[0]', 'phones[2]', 'phones[3]', 'phones[4]', 'phones[5]']);
    expect(unreadFields(read({ phones: false }))).toEqual(['phones']);
  });
});
