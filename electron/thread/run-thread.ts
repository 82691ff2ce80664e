/** The thread's own end: begins its work, and answers one question after the other. */
import type { MessagePort } from 'node:worker_threads';
import { failed, type Outcome } from '../../contract/failures.ts';
import { type Log, newReference } from '../log.ts';
import { closing, type ThreadMessage, type ThreadQuestion, type Work, type Worked } from './thread-messages.ts';

/** `start`: what the thread was started with. */
export function runThread<S>(port: MessagePort, start: S, begin: (start: S, log: Log) => Worked<Work>): void {
  const say = (message: ThreadMessage) => port.postMessage(message);
  const log: Log = {
    info: (event, fields) => say({ what: 'info', event, fields }),
    defect: (event, error, reference = newReference()) => {
      say({ what: 'defect', event, reference, error });
      return reference;
    },
  };
  const { work, close } = begin(start, log);

  const answer = async (name: string, input: readonly unknown[]): Promise<Outcome<unknown>> => {
    try {
      if (name === closing) return close();
      // The name decides the types of input and output; over the port they are lost.
      return await (work[name] as (...given: readonly unknown[]) => Outcome<unknown>)(...input);
    } catch (error) {
      return failed({ kind: 'unexpected', reference: log.defect(`thread.${name}`, error) });
    }
  };

  port.on('message', async ({ number, name, input }: ThreadQuestion) => {
    say({ what: 'answer', number, output: await answer(name, input) });
    if (name === closing) port.close();
  });
}
