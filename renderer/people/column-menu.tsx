/** Chooses which columns the table has; kept on this computer. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { columnsInOrder, usualColumns } from '../../contract/people-view.ts';
import type { PeopleFilter, TableColumn } from '../../contract/table.ts';
import { drawnColumns, sinceColumn } from '../store/gone-filters.ts';
import { useStore } from '../store/use-store.ts';
import { tableColumns } from './columns.tsx';

export function ColumnMenu({ filter }: { readonly filter: PeopleFilter }) {
  const columns = useStore((state) => state.columns);
  const since = sinceColumn(filter);
  const setWidths = useStore((state) => state.setWidths);
  const chooseColumns = useStore((state) => state.chooseColumns);
  // With a column that says since when there is none of the status: it would be the same in every row.
  const isFixed = (column: TableColumn) =>
    column === 'name' || column === since || (column === 'status' && since !== null);
  const drawn = drawnColumns(columns, filter);
  const isDrawn = (column: TableColumn) => drawn.includes(column);
  const firstFree = columnsInOrder.find((column) => !isFixed(column));
  const choose = (column: TableColumn, isChosen: boolean) =>
    void chooseColumns(columnsInOrder.filter((one) => (one === column ? isChosen : columns.includes(one))));
  return (
    <Menu position="bottom-end" width={210} closeOnItemClick={false}>
      {/* The tooltip stands around the target: inside it would keep from the button what makes it a menu's. */}
      <Tooltip label="Columns">
        <Menu.Target>
          <ActionIcon aria-label="Columns">
            <IconColumns3 size={18} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Label>Columns</Menu.Label>
        {columnsInOrder.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={isDrawn(column)}
            disabled={isFixed(column)}
            // The kit would give the focus to the very first item, which cannot take it while it is disabled.
            data-autofocus={column === firstFree || undefined}
            onChange={(isChosen) => choose(column, isChosen)}
          >
            {tableColumns[column].name}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item
          onClick={() => {
            void chooseColumns(usualColumns);
            setWidths({});
          }}
        >
          Default columns
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
