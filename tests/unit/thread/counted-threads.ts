/** Counts the threads of one part of an open directory. */
import type { DirectoryThreadStart } from '../../../electron/connection/directory-work.ts';
import type { StartWorker } from '../../../electron/thread/start-thread.ts';

export function countThreads(part: DirectoryThreadStart['part']) {
  /** How many were started, and how many of them have not ended. */
  const threads = { started: 0, running: 0 };
  const counting =
    (start: StartWorker): StartWorker =>
    (script, options) => {
      const worker = start(script, options);
      if ((options.workerData as DirectoryThreadStart).part !== part) return worker;
      threads.started += 1;
      threads.running += 1;
      worker.once('exit', () => {
        threads.running -= 1;
      });
      return worker;
    };
  return { threads, counting };
}
