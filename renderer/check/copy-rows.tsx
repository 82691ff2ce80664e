/** Copies the rows that are selected, or all that are shown. */
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import classes from './check-shown.module.css';
import { copyRows } from './rows-out.ts';
import { checkRows } from './use-check.ts';

export function CopyRows() {
  return (
    <Button
      variant="subtle"
      title="Copy the rows that are selected, or all that are shown"
      leftSection={<IconCopy size={16} stroke={1.7} aria-hidden="true" />}
      onClick={() => void copyRows(checkRows.getState().selected)}
    >
      <span className={classes.toolWords}>Copy</span>
    </Button>
  );
}
