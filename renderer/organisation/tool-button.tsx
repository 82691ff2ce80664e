/** A button among the page's tools: an icon, and its words where there is room for them. */
import { Button, Tooltip } from '@mantine/core';
import type { ComponentType } from 'react';
import classes from './organisation.module.css';

type ToolButtonProps = {
  readonly words: string;
  readonly Icon: ComponentType<{ readonly size: number; readonly stroke: number; readonly 'aria-hidden': 'true' }>;
  readonly disabled?: boolean;
  /** Whether what it opens is open; without it: it opens nothing that stays. */
  readonly isOpen?: boolean;
  readonly onClick: () => void;
};

export function ToolButton({ words, Icon, disabled = false, isOpen, onClick }: ToolButtonProps) {
  return (
    <Tooltip label={words}>
      <Button
        variant="default"
        className={classes.tool ?? ''}
        aria-label={words}
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon size={17} stroke={1.7} aria-hidden="true" />
        <span className={classes.toolWords}>{words}</span>
      </Button>
    </Tooltip>
  );
}
