/** The form of a directory's own ids, told from those that it has. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownFormOf } from '../../../electron/pasted/own-form.ts';

const many = (of: (nth: number) => string, count = 40) => Array.from({ length: count }, (_, nth) => of(nth));
const uuid = '9763caa1-cef3-497f-b3b2-f551456b2831';
const uuids = many((nth) => uuid.replace(/^.{4}/, String(1000 + nth)));
const random = (letters: string, length: number) => (nth: number) =>
  Array.from({ length }, (_, at) => letters[(nth * 7919 + at * 104_729 + nth * at * 31) % letters.length]).join('');
const base62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

describe('of many ids of one kind', () => {
  test.each<readonly [what: string, ids: readonly string[], own: readonly string[], others: readonly string[]]>([
    [
      'letters they share and numbers',
      many((nth) => `u-${10001 + nth}`),
      ['u-10001', 'u-99999', 'u-00000', 'U-10234'],
      [
        'u-1',
        'u-100000',
        'v-10001',
        'u10001',
        'ABC-12',
        'covid-19',
        'q3',
        '10001',
        'u-1000x',
        'xu-10001',
        'u-10001.pdf',
      ],
    ],
    [
      'numbers filled up with zeros',
      many((nth) => `EMP${String(nth).padStart(6, '0')}`),
      ['EMP123456', 'emp000001'],
      ['EMP1', 'MAR1', '123456'],
    ],
    [
      'numbers that grow',
      many((nth) => String(nth * 37 + 1)),
      ['7', '42', '1400', '10001'],
      ['100001', '3rd', '1.5', '2030-01-31', 'a1'],
    ],
    [
      'several words',
      many((nth) => `org-${['hr', 'it'][nth % 2]}-${100 + nth}`),
      ['org-hr-555', 'org-it-101'],
      ['org-sales-101', 'org-hr-5', 'hr-101'],
    ],
    [
      'hexadecimal digits',
      many(random('0123456789abcdef', 24)),
      ['507f1f77bcf86cd799439011'],
      ['507f1f77bcf86cd79943901', 'zzzf1f77bcf86cd799439011'],
    ],
    [
      'random letters and digits',
      many(random(base62, 20)),
      [random(base62, 20)(99)],
      ['short1', 'covid19', `${random(base62, 20)(99)}x`],
    ],
    [
      'random ones with a prefix',
      many((nth) => `usr_${random(base62, 16)(nth)}`),
      [`usr_${random(base62, 16)(77)}`],
      ['usr_1', `org_${random(base62, 16)(77)}`],
    ],
    [
      'random ones with hyphens',
      many(random(`${base62}-_`, 21)),
      [random(`${base62}-_`, 21)(77)],
      ['abc-12', 'covid-19'],
    ],
    [
      'usernames with numbers',
      many(
        (nth) =>
          `${['ana', 'benjamin', 'carl', 'dee', 'eva', 'finn', 'gus', 'hal', 'ivo'][nth % 9]}.${['silva', 'lee', 'ode', 'pan', 'quo', 'ray', 'sun'][nth % 7]}${nth}`,
      ),
      ['dora.kim7'],
      ['covid-19', 'q3', 'dora7'],
    ],
  ])('%s', (_what, ids, own, others) => {
    const form = ownFormOf(ids);
    expect(own.filter((id) => form.fitting(id) === null)).toEqual([]);
    expect(others.filter((id) => form.fitting(id) !== null)).toEqual([]);
    expect(form.isSettled).toBe(true);
  });
});

test('of UUIDs alone nothing else fits', () => {
  const form = ownFormOf(uuids);
  const others = ['u-1', 'u-10001', '10001', 'ABC-12', 'covid-19', 'q3', 'deadbeef', uuid.slice(1)];
  expect(others.filter((id) => form.fitting(id) !== null)).toEqual([]);
  expect([form.hasBareUuids, ownFormOf(uuids.map((id) => id.replaceAll('-', ''))).hasBareUuids]).toEqual([false, true]);
});

test('of two kinds both fit, and one that stands alone is an exception', () => {
  const form = ownFormOf([...uuids, ...many((nth) => `u-${10001 + nth}`), 'svc-1']);
  expect([form.fitting('u-10555'), form.fitting('svc-2')]).toEqual(['u-10555', null]);
});

test('of a few ids only the outline is told', () => {
  const form = ownFormOf(['boss-1']);
  expect(['new-2', 'alice-77'].map(form.fitting)).toEqual(['new-2', 'alice-77']);
  expect(['new2', '2', 'a-b-2', 'new-x'].map(form.fitting)).toEqual([null, null, null, null]);
  expect(form.isSettled).toBe(false);
});

test('of ids without a digit it is said that there are such', () => {
  expect([ownFormOf(['alice', 'bob']).hasWords, ownFormOf(['u-1']).hasWords]).toEqual([true, false]);
});

test('every id it is told from fits it, where they have an outline in common', () => {
  const id = fc.tuple(
    fc.constantFrom('u', 'emp', 'X'),
    fc.constantFrom('-', '_', ''),
    fc.integer({ min: 0, max: 1e6 }),
  );
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 12 }), (parts) => {
      const ids = parts.map(([letters, joint, number]) => `${letters}${joint}${number}`);
      const form = ownFormOf(ids);
      for (const one of ids) expect(form.fitting(one)).toBe(one);
    }),
  );
});
