/** Which columns the table of people shows: kept in the settings. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import { usualColumns } from '../../contract/people-view.ts';
import { TableColumns } from '../../contract/table.ts';
import type { Settings } from '../shell/settings.ts';

export type ColumnCalls = Pick<Handlers, 'table.columns' | 'table.setColumns'>;

export function createColumnCalls(settings: Settings): ColumnCalls {
  return {
    'table.columns': () => {
      const kept = TableColumns.safeParse(settings.get('tableColumns'));
      return succeeded({ columns: kept.success ? kept.data : [...usualColumns] });
    },
    'table.setColumns': ({ columns }) => {
      const kept = settings.put('tableColumns', columns);
      return kept.ok ? succeeded({ columns }) : kept;
    },
  };
}
