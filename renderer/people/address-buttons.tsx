/** Copies the addresses of the people selected, or of all that are shown; writes to them; and says what stands between them. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconAt, IconChevronDown, IconMail } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { AddressSeparator } from '../../contract/addresses.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './filters.module.css';

const separators: readonly (readonly [AddressSeparator, string])[] = [
  ['comma', 'Commas: most mail programs'],
  ['semicolon', 'Semicolons: Outlook'],
  ['line', 'One address a line, without names'],
];

type AddressButtonsProps = { readonly which: 'all' | 'selected'; readonly people: number };

export function AddressButtons({ which, people }: AddressButtonsProps) {
  const copyAddresses = useStore((state) => state.copyAddresses);
  const writeToAll = useStore((state) => state.writeToAll);
  const separator = useStore((state) => state.separator);
  const readSeparator = useStore((state) => state.readSeparator);
  const chooseSeparator = useStore((state) => state.chooseSeparator);
  useEffect(() => void readSeparator(), [readSeparator]);
  const whose = which === 'selected' ? `the ${count(people)} selected` : `all ${count(people)} shown`;
  return (
    <span className={classes.addresses}>
      <Tooltip label={`Addresses of ${whose}, as the To field of a mail program takes them`}>
        <Button
          variant="subtle"
          aria-label="Copy addresses"
          leftSection={<IconAt size={16} stroke={1.7} aria-hidden="true" />}
          onClick={() => void copyAddresses(which)}
        >
          <span className={classes.roomy}>Copy addresses</span>
          <span className={classes.tight}>Addresses</span>
        </Button>
      </Tooltip>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <ActionIcon aria-label="Addresses" title="Write to all, and what stands between addresses">
            <IconChevronDown size={14} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconMail size={16} stroke={1.7} aria-hidden="true" />}
            onClick={() => void writeToAll(which)}
          >
            Write to all
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Between copied addresses</Menu.Label>
          {separators.map(([value, words]) => (
            <Menu.RadioItem
              key={value}
              value={value}
              checked={value === separator}
              closeMenuOnClick
              onChange={() => void chooseSeparator(value)}
            >
              {words}
            </Menu.RadioItem>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
