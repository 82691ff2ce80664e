/**
 * Loads what reads telephone numbers for dialling and the names of time zones: the numbering plans of all countries take
 * some milliseconds, which neither a start nor a person without a number should cost.
 */
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import type { readPhoneFields } from '../phone/read-phones.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import { plainZone } from '../zone/plain-zone.ts';
import type { readZone } from '../zone/read-zone.ts';

export type ReachReading = {
  readonly readPhones: typeof readPhoneFields;
  readonly readZone: typeof readZone;
};

export async function loadReach(): Promise<ReachReading> {
  const [{ readPhoneFields }, zones] = await Promise.all([
    import('../phone/read-phones.ts'),
    import('../zone/read-zone.ts'),
  ]);
  return { readPhones: readPhoneFields, readZone: zones.readZone };
}

/** `reading`: null until it is loaded. `readyFor`: resolves once it is, where this person's page needs it. */
export function createReachLoader(store: Pick<DirectoryReads, 'user'>) {
  let reading: ReachReading | null = null;
  return {
    reading: () => reading,
    readyFor: async (id: UserId): Promise<void> => {
      const stored = reading === null ? store.user(id) : null;
      if (stored !== null && needsReach(stored.user)) reading = await loadReach();
    },
  };
}

/** Whether a person's page cannot be told without it. */
function needsReach({ phones, timezone }: Pick<User, 'phones' | 'timezone'>): boolean {
  return phones.length > 0 || (timezone !== null && plainZone(timezone) === null);
}
