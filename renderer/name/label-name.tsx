/**
 * A team or role: its name, or where there is none, its id shortened with a way to copy the whole. Where the server
 * gives no name, a person may give one on this computer.
 */

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Label } from '../../contract/person.ts';
import type { LabelKind } from '../../contract/table.ts';
import { laterOpened } from '../boundary/later.tsx';
import { CopyButton } from '../copy/copy-button.tsx';
import classes from './name.module.css';
import { isOpaque, shortId } from './short-id.ts';

type LabelNameProps = {
  readonly label: Label;
  readonly kind: LabelKind;
  /** With a copy button where only an id is known; left out in lists, and where one stands already. */
  readonly copyable?: boolean;
  /** With a way to name it where the server does not; left out in lists. */
  readonly nameable?: boolean;
};

const LabelDialog = laterOpened(async () => (await import('./label-dialog.tsx')).LabelDialog);

export function LabelName({ label, kind, copyable = false, nameable = false }: LabelNameProps) {
  const isShort = label.name === null && isOpaque(label.id);
  return (
    <span className={classes.label}>
      {isShort ? (
        <span title={`${kind} ${label.id}`}>
          {kind} <bdi>{shortId(label.id)}</bdi>
        </span>
      ) : (
        <bdi>{label.name ?? label.id}</bdi>
      )}
      {isShort && copyable && <CopyButton text={label.id} what={`the ${kind}’s id`} small />}
      {nameable && label.namedBy !== 'server' && <NameIt label={label} kind={kind} />}
    </span>
  );
}

function NameIt({ label, kind }: Pick<LabelNameProps, 'label' | 'kind'>) {
  const [naming, setNaming] = useState(false);
  return (
    <>
      {label.name === null ? (
        <button
          type="button"
          className={classes.nameIt}
          aria-label={`Name it… (this ${kind})`}
          onClick={() => setNaming(true)}
        >
          Name it…
        </button>
      ) : (
        <Tooltip label="Named on this computer. Change or remove the name…">
          <ActionIcon size={22} aria-label={`Change the ${kind}’s name…`} onClick={() => setNaming(true)}>
            <IconPencil size={14} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      )}
      <LabelDialog label={label} kind={kind} opened={naming} onClose={() => setNaming(false)} />
    </>
  );
}

/** What is copied beside it: what is read there, and the whole id where that is shortened. */
export function labelCopy(label: Label, kind: LabelKind): { readonly text: string; readonly what: string } {
  const isShort = label.name === null && isOpaque(label.id);
  return { text: label.name ?? label.id, what: isShort ? `the ${kind}’s id` : `the ${kind}` };
}
