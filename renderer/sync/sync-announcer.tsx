/** Tells a screen reader, politely and seldom, what became of the sync. */
import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SyncState } from '../../contract/sync.ts';
import { useStore } from '../store/use-store.ts';
import { announcement } from './announcement.ts';

export function SyncAnnouncer() {
  const sync = useStore((state) => state.sync);
  const said = useRef<SyncState | null>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    if (sync === null || said.current === null) {
      said.current = sync;
      setText('');
      return;
    }
    const next = announcement(said.current, sync);
    if (next === null) return;
    said.current = sync;
    setText(next);
  }, [sync]);
  return <VisuallyHidden role="status">{text}</VisuallyHidden>;
}
