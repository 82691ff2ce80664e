/**
 * A process of its own that uses the keychain as the app does, told what to do as JSON in its first argument, and
 * prints one line of JSON for each step. `direct`: the binding is called without asking the service first, as when the
 * service freezes between the question and the call.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { systemClock } from '../../../electron/clock.ts';
import { type KeytarBinding, loadKeytar } from '../../../electron/keychain/binding.ts';
import { endProcessIfHeld } from '../../../electron/keychain/end-process.ts';
import { createKeychain } from '../../../electron/keychain/keychain.ts';
import { createSecretService } from '../../../electron/keychain/secret-service.ts';

export type ChildStep =
  | { do: 'state' }
  | { do: 'read' | 'forget'; id: string }
  | { do: 'keep'; id: string; token: string }
  | { do: 'unlock'; id?: string }
  /** Reads and reads of files side by side; says how many files were read by the time the keychain had settled. */
  | { do: 'read-with-files'; id: string; files: number }
  /** Asks and does not wait for the answer. */
  | { do: 'start-read'; id: string }
  | { do: 'exit' }
  | { do: 'end' };

export type ChildOrders = { steps: ChildStep[]; direct?: boolean; bindingAt?: string };

const orders: ChildOrders = JSON.parse(process.argv[2] ?? '{"steps":[]}');
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

const keychain = createKeychain({
  platform: process.platform,
  load: orders.bindingAt
    ? async () => createRequire(import.meta.url)(orders.bindingAt ?? '') as KeytarBinding
    : loadKeytar,
  secretService: orders.direct ? null : createSecretService(process.env),
  clock: systemClock,
  log: { info: (event, fields) => say({ log: event, ...fields }), defect: () => 'none' },
});

for (const step of orders.steps) {
  if (step.do === 'state') say(await keychain.state(null));
  if (step.do === 'read') say(await keychain.read(step.id as never));
  if (step.do === 'keep') say(await keychain.keep(step.id as never, step.token));
  if (step.do === 'forget') say(await keychain.forget(step.id as never));
  if (step.do === 'unlock') say({ unlocked: await keychain.unlock((step.id ?? null) as never) });
  if (step.do === 'read-with-files') {
    let settled = false;
    const reading = keychain.read(step.id as never).then((result) => {
      settled = true;
      return result;
    });
    let meanwhile = 0;
    for (let i = 0; i < step.files; i++) {
      await Promise.all([1, 2, 3, 4, 5].map(() => readFile(import.meta.filename)));
      if (!settled) meanwhile += 5;
    }
    say({ filesReadMeanwhile: meanwhile, holdsProcess: keychain.holdsProcess(), reading: await reading });
    say({ holdsProcess: keychain.holdsProcess() });
  }
  if (step.do === 'start-read') {
    void keychain.read(step.id as never);
    while (!keychain.holdsProcess()) await new Promise((resolve) => setImmediate(resolve));
  }
  if (step.do === 'end') {
    say({ ending: true });
    endProcessIfHeld({ keychain });
    process.exit(0);
  }
  if (step.do === 'exit') {
    say({ exiting: true });
    process.exit(0);
  }
}
