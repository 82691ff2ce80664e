/** Which columns the table of people shows, and how wide: kept in the settings. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import { usualColumns } from '../../contract/people-view.ts';
import { ColumnWidths, TableColumns } from '../../contract/table.ts';
import type { Settings } from '../shell/settings.ts';

export type ColumnCalls = Pick<Handlers, 'table.columns' | 'table.setColumns' | 'table.setWidths'>;

export function createColumnCalls(settings: Settings): ColumnCalls {
  return {
    'table.columns': () => {
      const columns = TableColumns.safeParse(settings.get('tableColumns'));
      const widths = ColumnWidths.safeParse(settings.get('columnWidths'));
      return succeeded({
        columns: columns.success ? columns.data : [...usualColumns],
        widths: widths.success ? widths.data : {},
      });
    },
    'table.setColumns': ({ columns }) => {
      const kept = settings.put('tableColumns', columns);
      return kept.ok ? succeeded({ columns }) : kept;
    },
    'table.setWidths': ({ widths }) => settings.put('columnWidths', widths),
  };
}
