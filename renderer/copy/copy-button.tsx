/** Copies a text through the main process and shows that it did, for a moment, where it was pressed. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useStore } from '../store/use-store.ts';

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
