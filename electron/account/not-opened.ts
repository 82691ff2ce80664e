/**
 * The connection that was open last and could not be opened on starting. While another program keeps its local copy locked, as
 * one that backs it up does, or the disk that it lies on is not there, it is tried again every few seconds, until something else
 * is asked for.
 */
import type { AccountOverview } from '../../contract/account.ts';
import type { Failure, Outcome } from '../../contract/failures.ts';
import type { ConnectionId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';

type Told = NonNullable<AccountOverview['notOpened']>;

export type NotOpenedNeeds = {
  /** Opens it, in turn with everything else, unless that is not wanted any more by then. */
  readonly open: (connection: ConnectionId, isWanted: () => boolean) => Promise<Outcome<unknown>>;
  readonly changed: () => void;
  readonly inBackground: (what: string, work: () => Promise<unknown>) => void;
  readonly clock: Pick<Clock, 'sleep'>;
};

export type NotOpened = {
  readonly told: () => Told | null;
  readonly failed: (connection: ConnectionId, failure: Failure) => void;
  /** Something else was asked for. */
  readonly forget: () => void;
};

const lookAgainMs = 3_000;

export function createNotOpened({ open, changed, inBackground, clock }: NotOpenedNeeds): NotOpened {
  let told: Told | null = null;

  const openOnceThere = async (connection: ConnectionId, first: Told): Promise<void> => {
    const isWanted = () => told === first;
    while (isWanted()) {
      await clock.sleep(lookAgainMs);
      if (!isWanted()) return;
      const opened = await open(connection, isWanted);
      if (!isWanted() || (!opened.ok && isPassing(opened.failure))) continue;
      told = opened.ok ? null : { connection, failure: opened.failure };
      changed();
    }
  };

  return {
    told: () => told,
    failed: (connection, failure) => {
      const first = { connection, failure };
      told = first;
      if (isPassing(failure)) inBackground('open once it can be', () => openOnceThere(connection, first));
    },
    forget: () => {
      told = null;
    },
  };
}

function isPassing(failure: Failure): boolean {
  return failure.kind === 'database' && (failure.trouble === 'locked' || failure.trouble === 'away');
}
