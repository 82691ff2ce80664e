/**
 * Stands in for the page: asks the main process as somebody who types and clicks does, and notes how long each answer
 * takes to come back. In a thread of its own, as the page is in a process of its own.
 */
import { parentPort, workerData } from 'node:worker_threads';

export type PageQuestion = { readonly number: number; readonly name: string; readonly input: unknown };
export type PageStart = { readonly questions: readonly Omit<PageQuestion, 'number'>[]; readonly everyMs: number };

const { questions, everyMs } = workerData as PageStart;
const port = parentPort;
if (port === null) throw new Error('this file is for a worker thread');

const askedAt = new Map<number, number>();
const taken: number[] = [];
let number = 0;
const timer = setInterval(() => {
  const question = questions[number % questions.length];
  if (question === undefined) return;
  askedAt.set(number, performance.now());
  port.postMessage({ number, ...question });
  number += 1;
}, everyMs);

port.on('message', (message: { answered: number } | { end: true }) => {
  if ('end' in message) {
    clearInterval(timer);
    port.postMessage({ taken });
    port.close();
    return;
  }
  const at = askedAt.get(message.answered);
  askedAt.delete(message.answered);
  if (at !== undefined) taken.push(performance.now() - at);
});
