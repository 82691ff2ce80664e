/** What can be done on the page of the organisation, wherever the focus is. */
import type { OrganisationPanel } from '../../contract/shown-page.ts';
import { currentVisit } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import type { Action } from './action.ts';

const isShown = ({ history }: Store): boolean => currentVisit(history).page.view === 'organisation';

/** One that is open is given the focus. */
const openPanel =
  (panel: OrganisationPanel) =>
  ({ history, showPanel, giveFocus }: Store): void => {
    const { page } = currentVisit(history);
    if (page.view === 'organisation' && page.panel?.kind === panel.kind) giveFocus('panel');
    else showPanel(panel);
  };

export const organisationActions: readonly Action[] = [
  {
    id: 'find-in-organisation',
    words: 'Find in the organisation',
    keys: ['/', 'Mod+F'],
    isTyped: true,
    on: 'organisation',
    isOffered: isShown,
    run: ({ giveFocus }) => giveFocus('find'),
  },
  {
    id: 'relation',
    words: 'Relation of two',
    keys: ['Alt+R'],
    orElse: 'Shift and click a second person',
    on: 'organisation',
    isOffered: isShown,
    run: openPanel({ kind: 'relation', a: null, b: null }),
  },
  {
    id: 'spans',
    words: 'Spans and layers',
    keys: ['Alt+L'],
    on: 'organisation',
    isOffered: isShown,
    run: openPanel({ kind: 'spans', isWhole: false }),
  },
  {
    id: 'print-organisation',
    words: 'Print the organisation',
    keys: ['Mod+P'],
    on: 'organisation',
    isOffered: isShown,
    run: ({ showLeaving }) => showLeaving('print'),
  },
  {
    id: 'fold-tree',
    words: 'Show or hide the tree',
    keys: ['Mod+B'],
    on: 'organisation',
    isOffered: isShown,
    run: ({ foldTree }) => foldTree(),
  },
  {
    id: 'other-form',
    words: 'Show the chart or the map',
    keys: ['Alt+M'],
    on: 'organisation',
    isOffered: isShown,
    run: ({ history, openPage }) => {
      const { page } = currentVisit(history);
      if (page.view === 'organisation') openPage({ ...page, form: page.form === 'map' ? 'chart' : 'map' });
    },
  },
];
