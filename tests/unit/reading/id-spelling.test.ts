/** What is one id in whichever spelling, and what is not. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { otherSpelling, spelledAlike, UserId } from '../../../contract/ids.ts';

const a = '9763caa1-cef3-497f-b3b2-f551456b2831';
const digits = '9763caa1cef3497fb3b2f551456b2831';

test.each([
  ['in capitals', a.toUpperCase()],
  ['in braces', `{${a}}`],
  ['in capitals and braces, as Windows writes it', ` {${a.toUpperCase()}}\r\n`],
  ['in brackets', `(${a})`],
  ['as a URN', `urn:uuid:${a}`],
  ['as a URN in capitals', `URN:UUID:${a.toUpperCase()}`],
  ['behind a byte order mark', `\uFEFF${a}`],
  ['between spaces without width', `\u200B${a}\u200B`],
  ['with soft hyphens', a.replaceAll('-', '-\u00AD')],
  ['between marks of direction', `\u2066${a}\u2069`],
  ['between spaces that do not break', `\u00A0${a}\u00A0`],
  ['with hyphens that do not break', a.replaceAll('-', '\u2011')],
  ['with dashes for hyphens', a.replaceAll('-', '\u2013')],
])('a UUID %s is the same id', (_what, text) => {
  expect(UserId.parse(text)).toBe(a);
});

test.each([
  ['without dashes', digits],
  ['without dashes, in braces', `{${digits}}`],
  ['without dashes, as a URN', `urn:uuid:${digits}`],
])('a UUID %s stays without, and is alike', (_what, text) => {
  const id = UserId.parse(text);
  expect(id).toBe(digits);
  expect(spelledAlike(id)).toBe(a);
  expect(spelledAlike(digits.toUpperCase())).toBe(a);
  expect([otherSpelling(id), otherSpelling(a)]).toEqual([a, digits]);
});

test.each([
  ['an opened brace', `{${a}`],
  ['a closed brace', `${a}}`],
  ['a word in braces', '{u-1}'],
  ['a URN of something else', 'urn:isbn:9783161484100'],
  ['a path', `../${a}`],
  ['a dot segment', '..'],
  ['nothing seen', '\u200B'],
])('%s is no id', (_what, text) => {
  expect(UserId.safeParse(text).success).toBe(false);
});

test('letter case is left as it is in any other id, and makes it no other', () => {
  expect(UserId.parse('EMP-7')).toBe('EMP-7');
  expect(spelledAlike('EMP-7')).toBe(spelledAlike('emp-7'));
  expect(spelledAlike('EMP-7')).not.toBe(spelledAlike('EMP7'));
  expect(otherSpelling('EMP-7')).toBeNull();
});

test('every spelling of a UUID is alike to every other', () => {
  const spelled = fc.tuple(fc.uuid(), fc.boolean(), fc.boolean()).map(([uuid, isBare, isUpper]): [string, string] => {
    const bare = isBare ? uuid.replaceAll('-', '') : uuid;
    return [uuid, isUpper ? bare.toUpperCase() : bare];
  });
  fc.assert(
    fc.property(spelled, ([uuid, written]) => {
      expect(spelledAlike(UserId.parse(written))).toBe(uuid);
    }),
  );
});
