/** A keychain that answered late has its answer fetched as soon as it may be asked again. */
import type { Connection } from '../../contract/account.ts';
import type { Clock } from '../clock.ts';
import type { Opened } from '../connection/opened.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Tokens } from './tokens.ts';

export type LateTokenNeeds = {
  readonly keychain: Pick<Keychain, 'isLeftAlone'>;
  readonly tokens: Pick<Tokens, 'recall'>;
  readonly clock: Pick<Clock, 'sleep'>;
  /** What is open now. */
  readonly opened: () => Opened | null;
  readonly changed: () => void;
};

/** How often it is seen whether it may be asked again. */
const askAgainMs = 5_000;

export async function recallLate(
  { keychain, tokens, clock, opened, changed }: LateTokenNeeds,
  open: Opened,
  connection: Connection,
): Promise<void> {
  const isWanted = () => opened() === open && !open.view().canFetch;
  while (isWanted() && keychain.isLeftAlone()) {
    await clock.sleep(askAgainMs);
    if (!isWanted() || keychain.isLeftAlone()) continue;
    await tokens.recall(connection);
    if (opened() !== open) return;
    changed();
    if (open.view().canFetch) open.tokenCame();
  }
}
