/**
 * Loads what reads telephone numbers for dialling and the names of time zones: the numbering plans of all countries take
 * some milliseconds, which neither a start nor a person without a number should cost.
 */
import type { User } from '../../contract/user.ts';
import type { readPhoneFields } from '../phone/read-phones.ts';
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

/** Whether a person's page can be told without it. */
export function needsReach({ phones, timezone }: Pick<User, 'phones' | 'timezone'>): boolean {
  return phones.length > 0 || (timezone !== null && plainZone(timezone) === null);
}
