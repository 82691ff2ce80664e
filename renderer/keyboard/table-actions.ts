/** What can be done with the table of people while it is shown: with those who are selected, or with all of it. */

import { usualView } from '../../contract/people-view.ts';
import type { ExportFormat, WhichPeople } from '../../contract/table.ts';
import { isFiltered } from '../store/gone-filters.ts';
import { currentVisit } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import type { Action } from './action.ts';
import { keys } from './keys.ts';

/** How many the table has, and how many of them are selected; null while another page is shown. */
function tableOf({ history, table }: Store): { readonly total: number; readonly selected: number } | null {
  return currentVisit(history).page.view === 'people' ? table.shown : null;
}
const hasPeople = (state: Store): boolean => (tableOf(state)?.total ?? 0) > 0;
const hasSelected = (state: Store): boolean => (tableOf(state)?.selected ?? 0) > 0;

const exportAction = (which: WhichPeople & string, format: ExportFormat, words: string): Action => ({
  id: `export-${which}-${format}`,
  words,
  isOffered: (state) => state.exporting === null && (which === 'all' ? hasPeople(state) : hasSelected(state)),
  run: ({ exportPeople }) => exportPeople(which, format),
});

export const tableActions: readonly Action[] = [
  {
    id: 'select-all',
    words: 'Select everybody in the table',
    keys: ['Mod+A'],
    isLeftToFields: true,
    on: 'people',
    isOffered: hasPeople,
    // What is done next with those selected is done by the table's keys.
    run: (state) => {
      state.giveFocus('table');
      return state.selectAll();
    },
    // Where there is nobody, the page's text is not meant either.
    otherwise: () => undefined,
  },
  {
    id: 'select-nobody',
    words: 'Select nobody',
    keys: ['Escape'],
    isLeftToFields: true,
    on: 'people',
    isOffered: hasSelected,
    run: ({ select }) => select([], true),
  },
  {
    id: 'copy-selected',
    words: keys.table.copy.words,
    row: keys.table.copy,
    isOffered: hasSelected,
    run: ({ copyPeople }) => copyPeople('selected'),
  },
  {
    id: 'copy-addresses',
    words: keys.table.copyAddresses.words,
    row: keys.table.copyAddresses,
    isOffered: hasSelected,
    run: ({ copyAddresses }) => copyAddresses('selected'),
  },
  exportAction('selected', 'csv', 'Export the selected people as CSV'),
  exportAction('selected', 'vcard', 'Export the selected people as vCard'),
  exportAction('all', 'csv', 'Export the people in the table as CSV'),
  exportAction('all', 'vcard', 'Export the people in the table as vCard'),
  {
    id: 'stop-export',
    words: 'Stop the export',
    isOffered: ({ exporting }) => exporting !== null,
    run: ({ stopExport }) => stopExport(),
  },
  {
    id: 'clear-filters',
    words: 'Clear the table’s filters',
    isOffered: ({ history }) => {
      const { page } = currentVisit(history);
      return page.view === 'people' && isFiltered(page.table.filter);
    },
    run: ({ showTable }) => showTable({ filter: usualView.filter }),
  },
];
