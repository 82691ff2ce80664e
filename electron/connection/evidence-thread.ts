/** Opens an archive of evidence in a thread of its own, which ends with it: one may be hundreds of megabytes, and no directory need be open. */
import { open } from 'node:fs/promises';
import type { EvidenceVerdict } from '../../contract/evidence.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { verifyEvidence } from '../evidence/verify-evidence.ts';
import type { Log } from '../log.ts';
import { startThread, type ThreadFile } from '../thread/start-thread.ts';
import type { Worked } from '../thread/thread-messages.ts';

/** What the thread begins with. */
export type EvidenceThreadStart = { readonly part: 'evidence' };

export type EvidenceWork = { readonly verify: (path: string) => Promise<Outcome<EvidenceVerdict>> };

export const beginEvidenceWork = (): Worked<EvidenceWork> => ({
  work: { verify },
  close: () => succeeded(true),
});

async function verify(path: string): Promise<Outcome<EvidenceVerdict>> {
  try {
    const file = await open(path);
    try {
      return succeeded(await verifyEvidence(file));
    } finally {
      await file.close();
    }
  } catch (error) {
    // Whatever has a code is the file system's: it is gone, a folder, or not to be read.
    if (error instanceof Error && 'code' in error)
      return failed({ kind: 'bad-input', where: 'file', reason: 'malformed' });
    throw error;
  }
}

/** Fails with `bad-input` (`file`) where it cannot be read, and as a thread that is lost. */
export type VerifyEvidence = (path: string) => Promise<Outcome<EvidenceVerdict>>;

export function createVerifyEvidence({
  thread,
  log,
}: {
  readonly thread: ThreadFile;
  readonly log: Log;
}): VerifyEvidence {
  return async (path) => {
    const start: EvidenceThreadStart = { part: 'evidence' };
    const verifying = startThread<EvidenceWork>({ start, file: thread, name: 'evidence', log });
    try {
      return await verifying.ask('verify', [path]);
    } finally {
      await verifying.close();
    }
  };
}
