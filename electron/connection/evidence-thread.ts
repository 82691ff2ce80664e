/** Opens an archive of evidence in a thread of its own, which ends with it: one may be hundreds of megabytes, and no directory need be open. */
import { type FileHandle, open } from 'node:fs/promises';
import type { EvidenceVerdict } from '../../contract/evidence.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Announce } from '../announce.ts';
import type { Clock } from '../clock.ts';
import { type ReadFile, verifyEvidence } from '../evidence/verify-evidence.ts';
import type { Log } from '../log.ts';
import { startThread, type Thread, type ThreadFile } from '../thread/start-thread.ts';
import type { Worked } from '../thread/thread-messages.ts';

/** What the thread begins with. */
export type EvidenceThreadStart = { readonly part: 'evidence' };

/** Bytes. */
export type EvidenceRead = { readonly read: number; readonly total: number };

export type EvidenceWork = {
  /** Fails with `cancelled` once it is stopped. */
  readonly verify: (path: string) => Promise<Outcome<EvidenceVerdict>>;
  readonly readSoFar: () => Outcome<EvidenceRead>;
  readonly stop: () => Outcome<null>;
};

class Stopped extends Error {}

export function beginEvidenceWork(): Worked<EvidenceWork> {
  let so: EvidenceRead = { read: 0, total: 0 };
  let isStopped = false;
  const watched = (file: FileHandle): ReadFile => ({
    stat: async () => {
      const stat = await file.stat();
      so = { read: 0, total: stat.size };
      return stat;
    },
    read: async (...asked: Parameters<FileHandle['read']>) => {
      if (isStopped) throw new Stopped();
      const read = await file.read(...asked);
      so = { ...so, read: so.read + read.bytesRead };
      return read;
    },
  });
  return {
    work: {
      verify: (path) => verify(path, watched),
      readSoFar: () => succeeded(so),
      stop: () => {
        isStopped = true;
        return succeeded(null);
      },
    },
    close: () => succeeded(true),
  };
}

async function verify(path: string, watched: (file: FileHandle) => ReadFile): Promise<Outcome<EvidenceVerdict>> {
  try {
    const file = await open(path);
    try {
      return succeeded(await verifyEvidence(watched(file)));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Stopped) return failed({ kind: 'cancelled' });
    // Whatever has a code is the file system's: it is gone, a folder, or not to be read.
    if (error instanceof Error && 'code' in error)
      return failed({ kind: 'bad-input', where: 'file', reason: 'malformed' });
    throw error;
  }
}

export type EvidenceOpening = {
  /**
   * Fails with `bad-input` (`file`) where it cannot be read, with `cancelled` where it is stopped or another is opened in its place, and
   * as a thread that is lost.
   */
  readonly verify: (path: string) => Promise<Outcome<EvidenceVerdict>>;
  readonly stop: () => void;
};

export type EvidenceOpeningNeeds = {
  readonly thread: ThreadFile;
  readonly log: Log;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly announce: Announce;
};

const tellEveryMs = 200;

export function createEvidenceOpening({ thread, log, clock, announce }: EvidenceOpeningNeeds): EvidenceOpening {
  let opening: { readonly work: Thread<EvidenceWork>; readonly ended: AbortController } | null = null;

  const tell = async ({ work, ended }: NonNullable<typeof opening>): Promise<void> => {
    for (;;) {
      await clock.sleep(tellEveryMs, ended.signal);
      const so = await work.ask('readSoFar', []);
      if (ended.signal.aborted) return;
      if (so.ok) announce('check.progress', { of: 'evidence', ...so.value });
    }
  };
  const stop = () => {
    void opening?.work.ask('stop', []);
  };
  return {
    stop,
    verify: async (path) => {
      stop();
      const start: EvidenceThreadStart = { part: 'evidence' };
      const work = startThread<EvidenceWork>({ start, file: thread, name: 'evidence', log });
      const own = { work, ended: new AbortController() };
      opening = own;
      // Sleeping ends with it.
      tell(own).catch(() => undefined);
      try {
        return await work.ask('verify', [path]);
      } finally {
        own.ended.abort();
        if (opening === own) opening = null;
        await work.close();
      }
    },
  };
}
