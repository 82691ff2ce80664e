/** Copies the rows that are selected, or all that are shown. */
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { copyRows } from './rows-out.ts';
import { checkRows } from './use-check.ts';

export function CopyRows() {
  return (
    <Button
      variant="subtle"
      leftSection={<IconCopy size={16} stroke={1.7} aria-hidden="true" />}
      onClick={() => void copyRows(checkRows.getState().selected)}
    >
      Copy
    </Button>
  );
}
