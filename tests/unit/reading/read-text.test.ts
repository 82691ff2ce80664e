import { describe, expect, it } from 'vitest';
import { asLine } from '../../../electron/reading/read-text.ts';
import { read } from './samples.ts';

describe('text for the screen', () => {
  it.each([
    ['evil\u202egpj.exe', 'evilgpj.exe'],
    ['a\u2066b\u2069', 'ab'],
    ['two\nlines', 'two lines'],
    ['tab\there', 'tab here'],
    ['nul\u0000', 'nul'],
    ['c1\u0090', 'c1'],
    ['half \ud800', 'half \ufffd'],
    ['👩‍👩‍👧 Nguyễn', '👩‍👩‍👧 Nguyễn'],
  ])('in a line, %j becomes %j', (displayName, shown) => {
    expect(read({ displayName })).toMatchObject({ displayName: shown, name: shown, unread: [] });
  });

  it('loses every control and every sign that turns the direction, wherever Unicode has one, and nothing else', () => {
    const changed: number[] = [];
    for (let code = 0; code < 0x11_0000; code += 1) {
      const text = `a${String.fromCodePoint(code)}b`;
      if (asLine(text) !== text) changed.push(code);
    }
    const isMeant = (code: number) =>
      /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(String.fromCodePoint(code));
    expect(changed).toEqual(Array.from({ length: 0x11_0000 }, (_, code) => code).filter(isMeant));
  });

  it('in a biography, line breaks and tabs stay', () => {
    expect(read({ bio: 'one\r\ntwo\rthree\u2028four\tfive\u0007\u202e' }).bio).toBe('one\ntwo\nthree\nfour\tfive');
  });

  it.each([[''], ['  '], ['\n\t'], ['\u00a0\u3000'], ['\u200b\u200d\ufeff'], ['\u3164'], ['\u2800'], ['\u202e']])(
    'that shows nothing, %j, is not set',
    (text) => {
      expect(read({ displayName: text, bio: text, username: text, availabilityStatus: text })).toMatchObject({
        displayName: null,
        bio: null,
        username: null,
        availability: null,
        unread: [],
      });
    },
  );
});
