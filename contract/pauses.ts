/** What a sync that is paused waits for. */
import type { Failure } from './failures.ts';

/** Whether what pauses the sync ends without anybody doing something; the sync looks for that. */
export function goesOnByItself(why: Failure): boolean {
  return why.kind === 'database' && why.trouble === 'locked';
}
