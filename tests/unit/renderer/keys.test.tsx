/** The one table of keys: what is pressed, what is named, that nothing outside of it hears of keys, and that the sheet is whole. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IconLayoutGrid } from '@tabler/icons-react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../../contract/shown-page.ts';
import { keyedActions } from '../../../renderer/frame/actions.ts';
import { shortcutGroups } from '../../../renderer/frame/shortcut-groups.ts';
import { ShortcutSheet } from '../../../renderer/frame/shortcuts-dialog.tsx';
import { actionOf } from '../../../renderer/frame/use-frame-keys.ts';
import { type Views, views } from '../../../renderer/frame/views.tsx';
import { handleKeys, pressedRow } from '../../../renderer/keyboard/handle-keys.ts';
import { type KeyRow, keys, pressesOf } from '../../../renderer/keyboard/keys.ts';
import { kitKeys } from '../../../renderer/keyboard/kit-keys.ts';
import { ariaPress, isPress, type KeyEvent, pressWords } from '../../../renderer/keyboard/press.ts';
import { currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { root } from '../../../scripts/run-tool.ts';
import { createDouble } from '../../renderer-double/double.ts';

const none = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const event = (key: string, change: Partial<KeyEvent> = {}): KeyEvent => ({ ...none, key, ...change });
const keyed = keyedActions(views);
const rowsOn = (view: Page['view'] | undefined) =>
  Object.fromEntries(
    keyed.filter(({ on }) => on === view).map((action) => [action.id, { ...action, keys: action.keys ?? [] }]),
  );
/** By place, every row there is. */
const places: readonly (readonly [string, Readonly<Record<string, KeyRow>>])[] = [
  ['anywhere', rowsOn(undefined)],
  ['a person’s page', rowsOn('person')],
  ['the people’s page', rowsOn('people')],
  ['the organisation’s page', rowsOn('organisation')],
  ['the page of a check', rowsOn('check')],
  ['the page of problems', rowsOn('problems')],
  ...Object.entries(keys),
  ...Object.entries(kitKeys),
];

describe('a press', () => {
  test.each<[string, KeyEvent, boolean, boolean]>([
    ['Mod+K', event('k', { ctrlKey: true }), true, false],
    ['Mod+K', event('k', { metaKey: true }), false, true],
    ['Mod+K', event('K', { ctrlKey: true }), true, false],
    ['Mod+K', event('K', { ctrlKey: true, shiftKey: true }), false, false],
    ['Mod+K', event('k', { ctrlKey: true, metaKey: true }), false, false],
    ['Mod+K', event('k', { ctrlKey: true, altKey: true }), false, false],
    ['Mod+K', event('k'), false, false],
    ['?', event('?', { shiftKey: true }), true, true],
    ['?', event('?'), true, true],
    ['?', event('?', { ctrlKey: true }), false, false],
    ['Mod+.', event('.', { ctrlKey: true, shiftKey: true }), true, false],
    ['Mod+1', event('1', { ctrlKey: true }), true, false],
    ['Mod+1', event('&', { code: 'Digit1', metaKey: true }), false, true],
    ['1', event('&', { code: 'Digit1' }), true, true],
    ['1', event('1', { code: 'Digit1', shiftKey: true }), true, true],
    ['1', event('!', { code: 'Digit1', shiftKey: true }), false, false],
    ['Alt+Shift+ArrowUp', event('ArrowUp', { altKey: true, shiftKey: true }), true, true],
    ['Alt+ArrowUp', event('ArrowUp', { altKey: true, shiftKey: true }), false, false],
    ['ArrowDown', event('ArrowDown'), true, true],
    ['ArrowDown', event('ArrowDown', { shiftKey: true }), false, false],
    ['Shift+ArrowDown', event('ArrowDown', { shiftKey: true }), true, true],
    [' ', event(' '), true, true],
    ['Alt+O', event('o', { code: 'KeyO', altKey: true }), true, true],
    ['Alt+O', event('ø', { code: 'KeyO', altKey: true }), true, true],
    ['Alt+O', event('O', { code: 'KeyO', altKey: true, shiftKey: true }), false, false],
    ['Alt+O', event('o', { code: 'KeyO' }), false, false],
    ['F1', event('F1'), true, true],
  ])('%s, of %o: %s, on macOS %s', (written, pressed, usual, onApple) => {
    expect([isPress(written, pressed, false), isPress(written, pressed, true)]).toEqual([usual, onApple]);
  });

  test('is named as the keyboard has it', () => {
    const named = ['Mod+K', 'Shift+PageDown', 'Alt+ArrowLeft', ' ', '?'].map((one) => pressWords(one, false));
    expect(named).toEqual(['Ctrl K', 'Shift Page Down', 'Alt ←', 'Space', '?']);
    expect([ariaPress('Mod+.', false), ariaPress('Mod+.', true)]).toEqual(['Control+.', 'Meta+.']);
    expect(['Mod+K', 'Shift+ArrowUp', 'Mod+['].map((one) => pressWords(one, true))).toEqual(['⌘ K', '⇧ ↑', '⌘ [']);
  });
});

describe.each([
  ['elsewhere', false],
  ['on macOS', true],
])('the table of keys, %s', (_, apple) => {
  test.each(places)('no press stands for two rows of %s', (_place, rows) => {
    const presses = Object.values(rows).flatMap((row) => pressesOf(row, apple));
    expect(presses.filter((press, at) => presses.indexOf(press) !== at)).toEqual([]);
  });

  test.each(['person', 'people', 'organisation', 'check', 'problems'] as const)(
    'no press that works anywhere has another meaning on a page of %s',
    (view) => {
      const presses = [rowsOn(undefined), rowsOn(view)].flatMap((rows) =>
        Object.values(rows).flatMap((row) => pressesOf(row, apple)),
      );
      expect(presses.filter((press, at) => presses.indexOf(press) !== at)).toEqual([]);
    },
  );

  test('the sheet shows every row with all its keys, and nothing else', () => {
    const markup = renderToStaticMarkup(<ShortcutSheet groups={shortcutGroups(keyed)} apple={apple} />);
    const decoded = markup.replaceAll('&gt;', '>').replaceAll('&#x27;', "'");
    const shown = [...decoded.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, words = '', presses = '']) => [
      words,
      ...[...presses.matchAll(/<kbd[^>]*>(.*?)<\/kbd>/g)].map(([, press]) => press),
    ]);
    const rows = places.flatMap(([, of]) => Object.values(of));
    const expected = rows.map((row) => [row.words, ...pressesOf(row, apple).map((press) => pressWords(press, apple))]);
    expect(shown.map(String).toSorted()).toEqual(expected.map(String).toSorted());
  });
});

test('nothing in the page reads a key but the tables’ own folder', () => {
  const reads =
    /\b(?:event|nativeEvent)\.(?:key|code|keyCode|which)\b|\b(?:ctrlKey|metaKey|altKey)\b|\.isComposing\b|use(?:Hotkeys|KeyPress)|getHotkeyHandler/;
  const handles = /onKey(?:Down|Up|Press)|'key(?:down|up|press)'/;
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter(
    (file) => !file.startsWith(join('renderer', 'keyboard')),
  );
  expect(files.length).toBeGreaterThan(150);
  const wrong = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    // A listener asks the table of keys which row was pressed.
    return (
      reads.test(text) || (handles.test(text) && !/\b(?:handleKeys|pressedRow|onKeyDown=\{onKeyDown\})/.test(text))
    );
  });
  expect(wrong).toEqual([]);
});

describe('keys that work anywhere', () => {
  const pressed = (one: KeyEvent, isInField = false, view: Page['view'] = 'problems') =>
    actionOf(keyed, one, { view, isInField })?.id ?? null;

  test('open the sheet by ? and F1, but for ? in a field, where it is typed', () => {
    expect([pressed(event('?', { shiftKey: true })), pressed(event('F1'))]).toEqual(['shortcuts', 'shortcuts']);
    expect([pressed(event('?', { shiftKey: true }), true), pressed(event('F1'), true)]).toEqual([null, 'shortcuts']);
  });

  test('search, and go back and forward', () => {
    expect(pressed(event('k', { ctrlKey: true }), true)).toBe('search');
    expect(pressed(event('ArrowLeft', { altKey: true }))).toBe('back');
    expect(pressed(event('BrowserForward'))).toBe('forward');
    expect(pressed(event('x'))).toBeNull();
  });

  test('walk from a person, and copy, on a person’s page alone and never in a field', () => {
    const of: readonly (readonly [KeyEvent, string])[] = [
      [event('ArrowUp', { altKey: true }), 'walk-manager'],
      [event('ArrowDown', { altKey: true }), 'walk-report'],
      [event('ArrowUp', { altKey: true, shiftKey: true }), 'walk-peerBefore'],
      [event('ArrowDown', { altKey: true, shiftKey: true }), 'walk-peerAfter'],
      [event('c'), 'copy-email'],
      [event('3'), 'tab-reports'],
      [event('o', { code: 'KeyO', altKey: true }), 'organisation'],
    ];
    for (const [press, id] of of) {
      expect(pressed(press, false, 'person')).toBe(id);
      expect([pressed(press, true, 'person'), pressed(press, false, 'people'), pressed(press)]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });

  test('lead to a view that is added to the table of views', async () => {
    const page = { view: 'empty' } as unknown as Page;
    const rail = { Icon: IconLayoutGrid, page, key: '9', count: () => null };
    const empty = {
      name: 'Empty',
      failed: 'It cannot be shown',
      rail,
      within: null,
      prefetch: null,
      draw: () => null,
    };
    const store = createDirectoryStore(createDouble({ open: true }).bridge.call);
    await store.getState().start();
    const action = actionOf(keyedActions({ ...views, empty } as Views), event('9', { ctrlKey: true }), {
      view: 'people',
      isInField: false,
    });
    expect(action?.words).toBe('Go to Empty');
    await action?.run(store.getState());
    expect(currentVisit(store.getState().history).page).toBe(page);
  });
});

test('a press of no row is none', () => {
  expect(pressedRow(keys.table, event('x'), false)).toBeNull();
  expect(pressedRow(keys.table, event('End', { shiftKey: true }), false)).toEqual({
    name: 'extend',
    press: 'Shift+End',
  });
});

describe('a component that hears of keys', () => {
  /** An event as React gives it, and whether the browser's own answer to it was withheld. */
  const heard = (pressed: KeyEvent, composing: Partial<KeyboardEvent> = {}) => {
    const done: string[] = [];
    let isWithheld = false;
    const nativeEvent = { ...pressed, isComposing: false, keyCode: 0, ...composing };
    const given = { ...pressed, nativeEvent, preventDefault: () => (isWithheld = true) };
    handleKeys(
      'choices',
      given as unknown as Parameters<typeof handleKeys>[1],
      { move: (press) => done.push(press), choose: () => false },
      false,
    );
    return { done, isWithheld };
  };

  test('is given the press of its row, and the browser nothing', () => {
    expect(heard(event('ArrowUp'))).toEqual({ done: ['ArrowUp'], isWithheld: true });
  });

  test('leaves to the browser what does nothing just now, and what is of no row', () => {
    expect(heard(event('Enter'))).toEqual({ done: [], isWithheld: false });
    expect(heard(event('Home'))).toEqual({ done: [], isWithheld: false });
  });

  test.each([{ isComposing: true }, { keyCode: 229 }])('leaves a composition to its input method: %o', (composing) => {
    expect(heard(event('ArrowUp'), composing)).toEqual({ done: [], isWithheld: false });
  });
});
