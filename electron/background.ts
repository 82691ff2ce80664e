/** Work that nobody waits for: what goes wrong in it is logged, and ends nothing. */
import type { Log } from './log.ts';

/** `what` stands in the log, with the reference of the defect. */
export type InBackground = (what: string, work: () => unknown) => void;

export function createInBackground(log: Pick<Log, 'defect'>): InBackground {
  return (what, work) => {
    (async () => await work())().catch((error: unknown) => log.defect(what, error));
  };
}
