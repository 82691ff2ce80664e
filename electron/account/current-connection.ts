/**
 * Which connection is open: one or none. Another is opened before the one that was open is closed, so that one that
 * cannot be opened takes nothing away.
 */
import type { Connection } from '../../contract/account.ts';
import type { Outcome } from '../../contract/failures.ts';
import { type Opened, type OpenedNeeds, openConnection } from '../connection/opened.ts';

export type CurrentConnection = {
  readonly opened: () => Opened | null;
  /** `ending` is called when it is closed again, last. On failure what was open stays, unless it was the same one. */
  readonly open: (connection: Connection, ending?: () => Promise<void>) => Promise<Outcome<Opened>>;
  readonly close: () => Promise<void>;
};

export function createCurrentConnection(needs: OpenedNeeds): CurrentConnection {
  let current: { readonly opened: Opened; readonly ending: () => Promise<void> } | null = null;

  const close = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.opened.close();
    await closing?.ending();
  };

  return {
    opened: () => current?.opened ?? null,
    open: async (connection, ending = async () => undefined) => {
      // One copy cannot be open twice.
      if (current?.opened.view().connection.id === connection.id) await close();
      const opened = await openConnection(connection, needs);
      if (!opened.ok) {
        await ending();
        return opened;
      }
      await close();
      current = { opened: opened.value, ending };
      return opened;
    },
    close,
  };
}
