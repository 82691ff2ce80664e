/** Asks what is done with files that were dropped on the window: the list of the first is checked, or the ids of all are added to the directory. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { useStore } from '../store/use-store.ts';
import { readFiles } from '../sync/read-files.ts';
import { count } from '../words/locale.ts';

export function DroppedDialog() {
  const dropped = useStore((state) => state.dropped);
  const leaveDropped = useStore((state) => state.leaveDropped);
  const checkThese = useStore((state) => state.checkThese);
  const giveText = useStore((state) => state.giveText);
  const refuseGiven = useStore((state) => state.refuseGiven);
  // Their names stay while the dialog fades out.
  const [last, setLast] = useState<readonly File[] | null>(null);
  if (dropped !== null && dropped !== last) setLast(dropped);
  const add = async () => {
    if (dropped === null) return;
    leaveDropped();
    const read = await readFiles(dropped);
    if (read.ok) giveText(read.value);
    else refuseGiven(read.failure);
  };
  const check = () => {
    const file = dropped?.[0];
    if (file !== undefined) checkThese({ kind: 'file', file });
  };
  const [first, ...others] = last ?? [];
  const areMany = others.length > 0;
  return (
    <Dialog
      opened={dropped !== null}
      onClose={leaveDropped}
      title={areMany ? 'Check the first file, or add the ids of all?' : 'Check this file, or add its ids?'}
    >
      <div className={dialog.form}>
        <p>
          <bdi>{first?.name}</bdi>
          {areMany && ` and ${others.length === 1 ? '1 other' : `${count(others.length)} others`}`}
        </p>
        {areMany && (
          <p className={dialog.note}>One list is checked at a time: the first of them. The others are left.</p>
        )}
        <p className={dialog.note}>
          A check says of everybody it lists how they stand, and changes nothing. Ids that are added are fetched from
          the server, with everybody who reports to them.
        </p>
        <div className={dialog.buttons}>
          <Button variant="default" className={dialog.other ?? ''} onClick={leaveDropped}>
            Cancel
          </Button>
          <Button variant="default" onClick={() => void add()}>
            {areMany ? 'Add the ids of all…' : 'Add its ids…'}
          </Button>
          <Button data-autofocus onClick={check}>
            {areMany ? 'Check the first' : 'Check'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
