/** The thread's own end: opens the file once more, and answers one question after the other. */
import type { MessagePort } from 'node:worker_threads';
import { failed, type Outcome } from '../../../contract/failures.ts';
import { systemClock } from '../../clock.ts';
import { type Log, newReference } from '../../log.ts';
import { joinStore } from '../store.ts';
import { loadForWork } from './load-for-work.ts';
import type { ThreadMessage, ThreadQuestion, ThreadStart } from './thread-messages.ts';
import { createThreadWork, type ThreadWork, type WorkName } from './work.ts';

export function runThread(port: MessagePort, { file, server }: ThreadStart): void {
  const say = (message: ThreadMessage) => port.postMessage(message);
  const log: Log = {
    info: (event, fields) => say({ what: 'info', event, fields }),
    defect: (event, error, reference = newReference()) => {
      say({ what: 'defect', event, reference, error });
      return reference;
    },
  };
  const store = joinStore({ file, server, clock: systemClock, log });
  const work: ThreadWork = createThreadWork({ store, clock: systemClock });

  const answer = async (name: WorkName, input: readonly unknown[]): Promise<Outcome<unknown>> => {
    try {
      await loadForWork(name, input);
      // The name decides the types of input and output; over the port they are lost.
      return (work[name] as (...given: readonly unknown[]) => Outcome<unknown>)(...input);
    } catch (error) {
      return failed({ kind: 'unexpected', reference: log.defect(`thread.${name}`, error) });
    }
  };

  port.on('message', async ({ number, name, input }: ThreadQuestion) => {
    say({ what: 'answer', number, output: await answer(name, input) });
    if (name === 'close') port.close();
  });
}
