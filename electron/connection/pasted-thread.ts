/**
 * Finds the ids in a text that somebody pastes before there is a directory to read it. A long one is read in a thread of its
 * own, which ends with it: the main process would answer nothing else for seconds.
 */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { Log } from '../log.ts';
import { type FoundIds, findIds } from '../pasted/find-ids.ts';
import { nobodys } from '../pasted/whose.ts';
import { startThread, type ThreadFile } from '../thread/start-thread.ts';
import type { Worked } from '../thread/thread-messages.ts';

/** The longest text that is read at once, in UTF-16 units: what takes less than starting a thread does. */
export const longestReadAtOnce = 10_000;

/** What the thread begins with. */
export type PastedThreadStart = { readonly part: 'pasted' };

export type PastedWork = { readonly findIds: (text: string, server: string) => Outcome<FoundIds> };

const find = (text: string, server: string): FoundIds => findIds(text, { ...nobodys, server });

export const beginPastedWork = (): Worked<PastedWork> => ({
  work: { findIds: (text, server) => succeeded(find(text, server)) },
  close: () => succeeded(true),
});

/** `server`: the origin that is about to be connected. Fails as a thread that is lost. */
export type FindPastedIds = (text: string, server: string) => Promise<Outcome<FoundIds>>;

export function createFindPastedIds({
  thread,
  log,
}: {
  readonly thread: ThreadFile;
  readonly log: Log;
}): FindPastedIds {
  return async (text, server) => {
    if (text.length <= longestReadAtOnce) return succeeded(find(text, server));
    const start: PastedThreadStart = { part: 'pasted' };
    const reading = startThread<PastedWork>({ start, file: thread, name: 'pasted', log });
    try {
      return await reading.ask('findIds', [text, server]);
    } finally {
      await reading.close();
    }
  };
}
