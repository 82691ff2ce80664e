/** What a screen reader is told unasked, of the sync and of the server. Nothing of it is seen: loaded after the page. */
import type { OpenConnection } from '../../contract/account.ts';
import { OfflineAnnouncer } from '../connection/offline-announcer.tsx';
import { SyncAnnouncer } from '../sync/sync-announcer.tsx';

export function Announcers({ open }: { readonly open: OpenConnection }) {
  return (
    <>
      <SyncAnnouncer />
      <OfflineAnnouncer reachability={open.reachability} />
    </>
  );
}
