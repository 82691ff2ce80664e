/** Copies a text through the main process and shows that it did, for a moment, where it was pressed. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useContext, useEffect, useId, useState } from 'react';
import { useStore } from '../store/use-store.ts';
import { CopyStops } from './copy-group.tsx';

type CopyButtonProps = {
  readonly text: string;
  /** As in "Copy the e-mail". */
  readonly what: string;
  readonly small?: boolean;
};

const shownMs = 1500;

export function CopyButton({ text, what, small = false }: CopyButtonProps) {
  const copy = useStore((state) => state.copy);
  const [copied, setCopied] = useState(false);
  const id = useId();
  const stops = useContext(CopyStops);
  const add = stops?.add;
  useEffect(() => add?.(id), [add, id]);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const size = small ? 14 : 16;
  return (
    <Tooltip label={copied ? 'Copied' : `Copy ${what}`}>
      <ActionIcon
        size={small ? 22 : 28}
        aria-label={`Copy ${what}`}
        data-copy=""
        tabIndex={stops === null || stops.stop === id ? undefined : -1}
        onFocus={() => stops?.come(id)}
        onClick={async () => setCopied(await copy(text, what))}
      >
        {copied ? (
          <IconCheck size={size} aria-hidden="true" />
        ) : (
          <IconCopy size={size} stroke={1.7} aria-hidden="true" />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
