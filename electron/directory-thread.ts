/** The file that the directory's thread is started from; see directory/thread/. */
import { parentPort, workerData } from 'node:worker_threads';
import { runThread } from './directory/thread/run-thread.ts';
import type { ThreadStart } from './directory/thread/thread-messages.ts';

if (parentPort === null) throw new Error('this file is for a worker thread');
runThread(parentPort, workerData as ThreadStart);
