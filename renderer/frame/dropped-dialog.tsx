/** Asks what is done with a file that was dropped on the window: its list is checked, or its ids are added to the directory. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { useStore } from '../store/use-store.ts';
import { readFiles } from '../sync/read-files.ts';

export function DroppedDialog() {
  const dropped = useStore((state) => state.dropped);
  const leaveDropped = useStore((state) => state.leaveDropped);
  const checkThese = useStore((state) => state.checkThese);
  const giveText = useStore((state) => state.giveText);
  const refuseGiven = useStore((state) => state.refuseGiven);
  // Its name stays while the dialog fades out.
  const [last, setLast] = useState<File | null>(null);
  if (dropped !== null && dropped !== last) setLast(dropped);
  const add = async () => {
    if (dropped === null) return;
    leaveDropped();
    const read = await readFiles([dropped]);
    if (read.ok) giveText(read.value);
    else refuseGiven(read.failure);
  };
  return (
    <Dialog opened={dropped !== null} onClose={leaveDropped} title="Check this file, or add its ids?">
      <div className={dialog.form}>
        <p>
          <bdi>{last?.name}</bdi>
        </p>
        <p className={dialog.note}>
          A check says of everybody it lists how they stand, and changes nothing. Ids that are added are fetched from
          the server, with everybody who reports to them.
        </p>
        <div className={dialog.buttons}>
          <Button variant="default" className={dialog.other ?? ''} onClick={leaveDropped}>
            Cancel
          </Button>
          <Button variant="default" onClick={() => void add()}>
            Add its ids…
          </Button>
          <Button data-autofocus onClick={() => dropped !== null && checkThese({ kind: 'file', file: dropped })}>
            Check
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
