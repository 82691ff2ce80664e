import { describe, expect, it } from 'vitest';
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
