/** What can be done with lists to check: from anywhere, and with the check that is shown. */
import type { CheckDeed } from '../store/check.ts';
import { currentVisit } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import type { Action } from './action.ts';

const isCheckShown = ({ history }: Store): boolean => {
  const { page } = currentVisit(history);
  return page.view === 'check' && page.id !== null;
};
const selected = ({ history, table }: Store): number =>
  currentVisit(history).page.view === 'people' ? (table.shown?.selected ?? 0) : 0;

const deed = (what: CheckDeed, words: string): Action => ({
  id: `check-${what}`,
  words,
  isOffered: isCheckShown,
  run: ({ doWithCheck }) => doWithCheck(what),
});

export const checkActions: readonly Action[] = [
  {
    id: 'check-clipboard',
    words: 'Check the text on the clipboard',
    keys: ['Mod+Shift+V'],
    isLeftToFields: true,
    isOffered: ({ overview }) => overview?.open != null,
    run: ({ checkThese }) => checkThese({ kind: 'clipboard' }),
  },
  {
    id: 'check-selected',
    words: 'Check status of the selected people',
    isOffered: (state) => selected(state) > 0,
    run: ({ checkSelected }) => checkSelected(),
  },
  deed('ask', 'Ask the server about this check'),
  deed('run', 'Run this check again'),
  deed('compare', 'Compare this check with the directory'),
  deed('name', 'Name this check'),
  deed('runs', 'Show the runs of this check'),
  deed('save', 'Save the rows of this check'),
  deed('evidence', 'Save evidence of this check'),
  {
    id: 'select-all-rows',
    words: 'Select all rows',
    keys: ['Mod+A'],
    isLeftToFields: true,
    on: 'check',
    isOffered: isCheckShown,
    run: ({ doWithCheck, giveFocus }) => {
      giveFocus('result');
      doWithCheck('select-all');
    },
    // Where a list is given, the page's text is not meant either.
    otherwise: () => undefined,
  },
  {
    id: 'select-no-row',
    words: 'Select no row',
    keys: ['Escape'],
    isLeftToFields: true,
    on: 'check',
    isOffered: isCheckShown,
    run: ({ doWithCheck }) => doWithCheck('select-none'),
  },
];
