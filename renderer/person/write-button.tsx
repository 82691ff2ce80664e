/** Begins an e-mail to one of a person's addresses. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { UserId } from '../../contract/ids.ts';
import { useStore } from '../store/use-store.ts';

export function WriteButton({ id, address }: { readonly id: UserId; readonly address: string }) {
  const write = useStore((state) => state.write);
  return (
    <Tooltip label="Write an e-mail">
      <ActionIcon size={28} aria-label={`Write to ${address}`} onClick={() => void write(id, address)}>
        <IconMail size={16} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
