/** Letters that are typed to go to a row: what they make together, for how long, and which presses are none of them. */
import { describe, expect, test } from 'vitest';
import { createTypeAhead, type TypingEvent } from '../../../renderer/keyboard/type-ahead.ts';

const none = {
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
};

/** A clock that is moved by hand. */
function typing() {
  let now = 0;
  const hear = createTypeAhead(() => now);
  return {
    wait: (ms: number) => {
      now += ms;
    },
    press: (key: string, change: Partial<TypingEvent> = {}) => hear({ ...none, key, ...change }),
  };
}

describe('letters that are typed', () => {
  test('add up for as long as each follows within a second', () => {
    const { press, wait } = typing();
    expect(press('a')).toEqual({ text: 'a', isNext: true });
    wait(999);
    expect(press('n')).toEqual({ text: 'an', isNext: false });
    wait(999);
    expect(press('é')).toEqual({ text: 'ané', isNext: false });
    wait(1000);
    expect(press('m')).toEqual({ text: 'm', isNext: true });
  });

  test('go on to the next row where one is repeated, and to a name that begins so once another follows', () => {
    const { press } = typing();
    expect([press('a'), press('A', { shiftKey: true }), press('a')]).toEqual([
      { text: 'a', isNext: true },
      { text: 'A', isNext: true },
      { text: 'a', isNext: true },
    ]);
    const other = typing();
    other.press('a');
    other.press('a');
    expect(other.press('r')).toEqual({ text: 'aar', isNext: false });
  });

  test('may have spaces and signs among them, with which no name begins', () => {
    const { press, wait } = typing();
    for (const key of [' ', '-', '?', '.']) expect(press(key)).toBeNull();
    expect([press('j'), press('-'), press('l'), press(' '), press('1')].map((typed) => typed?.text)).toEqual([
      'j',
      'j-',
      'j-l',
      'j-l ',
      'j-l 1',
    ]);
    // The keys of the shortcut sheet, of a field that finds, and of a tree.
    expect(['?', '/', '*'].map((sign) => press(sign))).toEqual([null, null, null]);
    wait(1000);
    expect(press(' ')).toBeNull();
  });

  test('are of any script, and typed with AltGr as well', () => {
    const { press, wait } = typing();
    for (const key of ['Ж', '田', 'ب', '𐐀', '7']) {
      expect(press(key)).toEqual({ text: key, isNext: true });
      wait(1000);
    }
    expect(press('ł', { ctrlKey: true, altKey: true })).toEqual({ text: 'ł', isNext: true });
  });

  test('are neither commands nor keys with names, nor what an input method composes', () => {
    const { press } = typing();
    const others = ['Enter', 'ArrowDown', 'Escape', 'Tab', 'F1', 'Dead', 'Process'].map((key) => press(key));
    const held = [press('a', { ctrlKey: true }), press('a', { metaKey: true }), press('a', { altKey: true })];
    expect([...others, ...held, press('a', { isComposing: true }), press('a', { keyCode: 229 })]).toEqual(
      Array.from({ length: 12 }, () => null),
    );
  });

  test.each(['ArrowDown', 'Home', 'PageUp', 'Enter', 'Escape', 'Tab'])(
    'begin afresh after %s: a space is a key again',
    (key) => {
      const { press } = typing();
      for (const letter of 'an') press(letter);
      expect([press(key), press(' ')]).toEqual([null, null]);
      expect(press('b')).toEqual({ text: 'b', isNext: true });
      // Keys that are held beside a letter are none of these.
      expect([press('Shift'), press('N')]).toEqual([null, { text: 'bN', isNext: false }]);
      const held = [press('Control', { ctrlKey: true }), press('Dead'), press('é')];
      expect(held).toEqual([null, null, { text: 'bNé', isNext: false }]);
    },
  );

  test('begin afresh after a command and after a sign that is a key', () => {
    const { press } = typing();
    const spaceAfter = (key: string, how = {}) => {
      for (const letter of 'an') press(letter);
      press(key, how);
      return press(' ');
    };
    expect([
      spaceAfter('a', { ctrlKey: true }),
      spaceAfter('o', { altKey: true }),
      spaceAfter('/'),
      spaceAfter('F10'),
    ]).toEqual(Array.from({ length: 4 }, () => null));
  });

  test('are no more than can be sent', () => {
    const { press } = typing();
    for (const key of 'ab'.repeat(80)) press(key);
    expect(press('c')?.text).toHaveLength(100);
  });
});
