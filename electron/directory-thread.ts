/** The file that an open directory's threads are started from; what they do stands in connection/directory-work.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { beginDirectoryWork } from './connection/directory-work.ts';
import { runThread } from './thread/run-thread.ts';

if (parentPort === null) throw new Error('this file is for a worker thread');
runThread(parentPort, workerData as Parameters<typeof beginDirectoryWork>[0], beginDirectoryWork);
