/** Records to export: made ones, and those of the demo directory. */
import type { UserId } from '../../../contract/ids.ts';
import type { User } from '../../../contract/user.ts';
import { createOrganisation } from '../../../demo/organisation.ts';
import { envelope } from '../../../demo/reply.ts';
import type { ExportRecord } from '../../../electron/export/record.ts';
import { readUser } from '../../../electron/reading/read-user.ts';
import { noon } from '../storage/stored.ts';

export function recordOf(user: User, more: Partial<ExportRecord> = {}): ExportRecord {
  return { user, role: null, team: null, managers: [], fetchedAt: noon, notFoundSince: null, ...more };
}

/** All 1,200 people of the demo directory, as the client reads them. */
export function demoRecords(): ExportRecord[] {
  const organisation = createOrganisation({ people: 1200, seed: 7, origin: 'https://api.example.com' });
  return Array.from({ length: 1200 }, (_, index) => index).flatMap((index) => {
    const text = envelope(organisation.userOf(index), { status: 200 }, organisation.errorsOf(index));
    const user = readUser(JSON.parse(text), organisation.ids.idOf(index) as UserId);
    if (!user.ok) return [];
    const { role, team } = user.value;
    return recordOf(user.value, {
      role: role === null ? null : { id: role, name: null, namedBy: null },
      team: team === null ? null : { id: team, name: null, namedBy: null },
    });
  });
}
