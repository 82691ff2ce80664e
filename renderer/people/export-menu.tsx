/** Saves the people of the table, or those who are selected, as a file: in which form is chosen. Loaded after the page. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { ExportFormat, WhichPeople } from '../../contract/table.ts';
import { useStore } from '../store/use-store.ts';

const formats: readonly (readonly [ExportFormat, string])[] = [
  ['csv', 'CSV, for spreadsheets'],
  ['vcard', 'vCard 4.0, for address books'],
];

type ExportMenuProps = { readonly which: WhichPeople; readonly label: string; readonly name: string };

export function ExportMenu({ which, label, name }: ExportMenuProps) {
  const exportPeople = useStore((state) => state.exportPeople);
  return (
    <Menu position="bottom-start" width={250}>
      <Menu.Target>
        <Button
          variant="subtle"
          leftSection={<IconDownload size={16} stroke={1.7} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{label}</Menu.Label>
        {formats.map(([format, words]) => (
          <Menu.Item key={format} onClick={() => void exportPeople(which, format)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
