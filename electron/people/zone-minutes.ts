/** The SQL function `zone_minutes`: how many minutes east of UTC a time zone is now, NULL where that is not known. */
import type { DatabaseSync } from 'node:sqlite';
import { offsetAt } from '../zone/local-time.ts';
import { readZone } from '../zone/read-zone.ts';

/** To be called before a statement that has it. Returns what has the offsets read again: they change with daylight saving. */
export function defineZoneMinutes(database: DatabaseSync, now: () => number): () => void {
  // Many people share a zone.
  const minutes = new Map<string, number | null>();
  database.function('zone_minutes', (zone) => {
    if (zone === null) return null;
    const text = String(zone);
    const before = minutes.get(text);
    if (before !== undefined) return before;
    const reading = readZone(text);
    const found = reading === null ? null : offsetAt(reading, now());
    minutes.set(text, found);
    return found;
  });
  return () => minutes.clear();
}
