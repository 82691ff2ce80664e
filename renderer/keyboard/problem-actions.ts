/** What can be done with the list of problems that is shown. */
import type { ProblemList } from '../../contract/shown-page.ts';
import { currentVisit } from '../store/history.ts';
import type { ProblemDeed } from '../store/problems.ts';
import type { Store } from '../store/store.ts';
import type { Action } from './action.ts';

const listOf = ({ history }: Store): ProblemList | undefined => {
  const { page } = currentVisit(history);
  return page.view === 'problems' ? page.list : undefined;
};
const isAside = (state: Store): boolean => listOf(state)?.filter.which === 'aside';

const deed = (what: ProblemDeed, words: string, isOffered: (state: Store) => boolean): Action => ({
  id: `problems-${what}`,
  words,
  isOffered: (state) => listOf(state) !== undefined && isOffered(state),
  run: ({ doWithProblems }) => doWithProblems(what),
});

/** Its keys are heard on the page of problems. */
const keyed = (one: Action, keys: readonly string[]): Action => ({
  ...one,
  keys,
  isLeftToFields: true,
  on: 'problems',
});

export const problemActions: readonly Action[] = [
  deed('set-aside', 'Set the selected problems aside', (state) => !isAside(state)),
  deed('take-back', 'Take the selected problems back', isAside),
  deed('save', 'Save the problems that are shown', () => true),
  {
    ...keyed(
      deed('select-all', 'Select all problems of the list', () => true),
      ['Mod+A'],
    ),
    run: ({ doWithProblems, giveFocus }) => {
      giveFocus('problems');
      doWithProblems('select-all');
    },
  },
  keyed(
    deed('select-none', 'Select no problem', () => true),
    ['Escape'],
  ),
];
