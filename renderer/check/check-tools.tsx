/** What can be done with the whole check: run again, named, copied, saved. */
import { Button } from '@mantine/core';
import {
  IconArrowsDiff,
  type IconCopy,
  IconDownload,
  IconFileCertificate,
  IconHistory,
  IconRefresh,
  IconTag,
} from '@tabler/icons-react';
import type { CheckOverview } from '../../contract/check-overview.ts';
import type { CheckDeed } from '../store/check.ts';
import { useStore } from '../store/use-store.ts';
import classes from './check-shown.module.css';
import { CopyRows } from './copy-rows.tsx';

export function CheckTools({ check }: { readonly check: CheckOverview }) {
  return (
    <div className={classes.tools}>
      <Tool deed="run" Icon={IconRefresh} words="Run again" />
      <Tool deed="runs" Icon={IconHistory} words="Runs…" />
      <Tool deed="compare" Icon={IconArrowsDiff} words="Compare with…" />
      <Tool deed="name" Icon={IconTag} words={check.name === null ? 'Name this check…' : 'Rename…'} />
      <CopyRows />
      <Tool deed="save" Icon={IconDownload} words="Save…" />
      <Tool deed="evidence" Icon={IconFileCertificate} words="Evidence…" />
    </div>
  );
}

type ToolProps = { readonly deed: CheckDeed; readonly Icon: typeof IconCopy; readonly words: string };

function Tool({ deed, Icon, words }: ToolProps) {
  const doWithCheck = useStore((state) => state.doWithCheck);
  return (
    <Button
      variant="subtle"
      title={words}
      leftSection={<Icon size={16} stroke={1.7} aria-hidden="true" />}
      onClick={() => doWithCheck(deed)}
    >
      <span className={classes.toolWords}>{words}</span>
    </Button>
  );
}
