/** Tells a screen reader once that the server is out of reach, and not with every second that the rail counts. */
import { VisuallyHidden } from '@mantine/core';
import type { Reachability } from '../../contract/account.ts';
import { offlineWords } from '../words/token-words.ts';

export function OfflineAnnouncer({ reachability }: { readonly reachability: Reachability }) {
  return <VisuallyHidden role="status">{reachability.state === 'offline' && offlineWords}</VisuallyHidden>;
}
