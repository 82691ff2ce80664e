/** Directories connected before, each one click away. What is stored of them opens even without the network. */
import { IconChevronRight, IconServer2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountOverview } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import type { ConnectionId } from '../../contract/ids.ts';
import { hostOf } from '../connection/host-of.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import type { Busy } from './first-run.tsx';
import classes from './remembered.module.css';

type RememberedProps = {
  readonly overview: AccountOverview;
  readonly busy: Busy;
  readonly onBusy: (busy: Busy) => void;
};

export function Remembered({ overview, busy, onBusy }: RememberedProps) {
  const switchTo = useStore((state) => state.switchTo);
  const [tried, setTried] = useState<{ connection: ConnectionId; failure: Failure } | null>(null);
  const others = overview.remembered.filter(({ id }) => id !== overview.open?.connection.id);
  if (others.length === 0) return null;

  // What failed on starting is said until something else is tried.
  const failed = tried ?? overview.notOpened;
  const open = async (connection: ConnectionId) => {
    if (busy !== null) return;
    // From "Try again", which goes, the focus comes to what is tried.
    document.getElementById(`again-${connection}`)?.focus();
    onBusy('open');
    setTried(null);
    const failure = await switchTo(connection);
    setTried(failure && { connection, failure });
    onBusy(null);
  };

  return (
    <div className={classes.remembered}>
      <h2 className={classes.smallTitle}>Open again</h2>
      <ul>
        {others.map((connection) => (
          <li key={connection.id}>
            <button
              id={`again-${connection.id}`}
              type="button"
              className={classes.choice}
              aria-disabled={busy !== null}
              onClick={() => void open(connection.id)}
            >
              <IconServer2 size={18} stroke={1.7} aria-hidden="true" />
              <span>
                <bdi>{connection.name}</bdi>
                <small>{connection.kind === 'demo' ? 'on this computer' : hostOf(connection.server)}</small>
              </span>
              <IconChevronRight size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {failed !== null && <FailureNotice failure={failed.failure} onRetry={() => void open(failed.connection)} />}
    </div>
  );
}
