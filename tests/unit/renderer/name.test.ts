import { describe, expect, test } from 'vitest';
import { hueOf } from '../../../renderer/name/hue.ts';
import { initialsOf } from '../../../renderer/name/initials.ts';
import { isOpaque, shortId } from '../../../renderer/name/short-id.ts';
import { availabilityWord, isAvailable } from '../../../renderer/status/availability-word.ts';

describe('initials', () => {
  test.each([
    ['Lucía Fernández', 'LF'],
    ['Łucja Nowak', 'ŁN'],
    ['wei', 'W'],
    ['Ana María de la Cruz', 'AC'],
    ['李 明', '李明'],
    ['李明华', '李明'],
    ['김민준', '김민'],
    ['Fatima al-Sayed', 'FS'],
    ['ßen ﬁnn', 'SF'],
    ['  (Bob)   O’Hara ', 'O'],
    ['Ben Jones (he/him)', 'BJ'],
    ['Ben (he/him) Jones', 'BJ'],
    ['Ben Jones (he/him) [EXT]', 'BJ'],
    ['Ben Jones (Acme (UK))', 'BJ'],
    ['Ben Jones (he', 'BJ'],
    ['Ben Jones <Acme>', 'BJ'],
    ['[EXT] Ana', 'A'],
    ['{Ext} Ana Silva', 'AS'],
    ['(Ana)', 'A'],
    ['Dr. Ana Silva', 'AS'],
    ['Prof. Dr. Ana Silva', 'AS'],
    ['Prof. Dr. med. Ana Silva', 'AS'],
    ['Dr. rer. nat. Ana Silva', 'AS'],
    ['Ben Jones, he/him', 'BJ'],
    ['Ben Jones she/her/hers', 'BJ'],
    ['Dr.-Ing. Ana Silva', 'AS'],
    ['Ana Silva, PhD', 'AS'],
    ['Ana Silva Jr.', 'AS'],
    ['Dr.', 'D'],
    ['Mag Ruffman (she/her)', 'MR'],
    ['Mag. Ana Silva', 'AS'],
    ['Yo-Yo Ma', 'YM'],
    ['Silva, Ana', 'SA'],
    ['Silva, ANA', 'SA'],
    ['Ana Silva, MSc, PhD', 'AS'],
    ['Ana Silva, M.D.', 'AS'],
    ['J. Smith', 'JS'],
    ['Ben Jones | Acme', 'BJ'],
    ['Ben Jones @ Acme', 'BJ'],
    ['Jones, Ben, Dr.', 'JB'],
    ['Ben Jones - External', 'BJ'],
    ['Jean-Luc Picard', 'JP'],
    ['李小龙（外部）', '李小'],
    ['【外部】 李 小龙', '李小'],
    ['דנה כהן (חיצונית)', 'דכ'],
    ['🦄 Ana Silva', 'AS'],
    ['Ana 🌟', 'A'],
    ['anna.lee@acme.example', 'A'],
    ['e\u0301ric vidal', 'E\u0301V'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['7 of 9', '79'],
    ['', '?'],
    ['   ', '?'],
    ['—', '—'],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('of a joining script do not run together', () => {
    expect(initialsOf('محمد كريم')).toBe('م\u200cك');
  });

  test('of Devanagari keep a letter with its vowel sign', () => {
    expect(initialsOf('कि राम')).toBe('किरा');
  });
});

describe('hue', () => {
  test('is the same for the same id and a hue of the circle', () => {
    expect(hueOf('9763caa1-cef3-497f-b3b2-f551456b2831')).toBe(hueOf('9763caa1-cef3-497f-b3b2-f551456b2831'));
    for (const id of ['', 'a', '李', 'x'.repeat(128)]) {
      expect(hueOf(id)).toBeGreaterThanOrEqual(0);
      expect(hueOf(id)).toBeLessThan(360);
    }
  });

  test('spreads ids that differ in one digit over the whole circle', () => {
    const sixths = new Set(Array.from({ length: 60 }, (_, number) => Math.floor(hueOf(`user-${number}`) / 60)));
    expect(sixths.size).toBe(6);
  });
});

describe('ids without a name', () => {
  test('are shortened only where they are long', () => {
    expect(shortId('9763caa1-cef3-497f-b3b2-f551456b2831')).toBe('9763caa1…');
    expect(shortId('a-very-long-identifier')).toBe('a-very-long-…');
    expect(shortId('user-17')).toBe('user-17');
  });

  test('a word is no id', () => {
    expect(isOpaque('Paisapay')).toBe(false);
    expect(isOpaque('9763CAA1-cef3-497f-b3b2-f551456b2831')).toBe(true);
  });
});

describe('availability', () => {
  test.each([
    ['AVAILABLE', 'Available'],
    ['ON_A_CALL', 'On a call'],
    ['doNotDisturb', 'Do not disturb'],
    ['  away-for-lunch ', 'Away for lunch'],
    ['___', '___'],
    ['Свободен', 'Свободен'],
  ])('%j is read as %j', (came, word) => {
    expect(availabilityWord(came)).toBe(word);
  });

  test('only the one known word means that work can be assigned', () => {
    expect([isAvailable('available '), isAvailable('UNAVAILABLE'), isAvailable('')]).toEqual([true, false, false]);
  });
});
