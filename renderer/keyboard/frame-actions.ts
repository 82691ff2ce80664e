/** What can be done wherever one is: search, go back and forward, look, and ask for help. */
import type { Theme } from '../../contract/theme.ts';
import { canStep } from '../store/history.ts';
import { type Action, always } from './action.ts';

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'Theme: as the system'],
  ['light', 'Theme: light'],
  ['dark', 'Theme: dark'],
];

export const frameActions: readonly Action[] = [
  {
    id: 'search',
    words: 'Search people',
    keys: ['Mod+K'],
    isOffered: always,
    run: ({ openSearch }) => openSearch(),
  },
  {
    id: 'back',
    words: 'Back',
    keys: ['Alt+ArrowLeft', 'BrowserBack'],
    appleKeys: ['Mod+[', 'BrowserBack'],
    orElse: 'the mouse’s back button',
    isOffered: ({ history }) => canStep(history, -1),
    run: ({ goBack }) => goBack(),
  },
  {
    id: 'forward',
    words: 'Forward',
    keys: ['Alt+ArrowRight', 'BrowserForward'],
    appleKeys: ['Mod+]', 'BrowserForward'],
    orElse: 'the mouse’s forward button',
    isOffered: ({ history }) => canStep(history, 1),
    run: ({ goForward }) => goForward(),
  },
  {
    id: 'cancel-opening',
    words: 'Cancel opening a person',
    keys: ['Escape'],
    on: 'person',
    isOffered: ({ person }) => person?.state === 'loading',
    run: ({ cancelOpening }) => cancelOpening(),
  },
  {
    id: 'shortcuts',
    words: 'Keyboard shortcuts',
    keys: ['?', 'F1'],
    isTyped: true,
    isOffered: always,
    run: ({ showDialog }) => showDialog('shortcuts'),
  },
  { id: 'about', words: 'About Rolodesk', isOffered: always, run: ({ showDialog }) => showDialog('about') },
  ...themes.map(
    ([theme, words]): Action => ({
      id: `theme-${theme}`,
      words,
      isOffered: (state) => state.theme !== theme,
      run: ({ chooseTheme }) => chooseTheme(theme),
    }),
  ),
];
