/** Connecting is given up by its own call, whenever that comes. */
import { expect, it } from 'vitest';
import { failed, succeeded } from '../../../contract/failures.ts';
import type { Account } from '../../../electron/account/account.ts';
import { createAccountCalls } from '../../../electron/calls/account.ts';

it.each(['before', 'after'] as const)('%s what was open last is open again', async (when) => {
  const restored = Promise.withResolvers<void>();
  const signals: (AbortSignal | undefined)[] = [];
  const connect: Account['connect'] = async (_input, signal) => {
    signals.push(signal);
    return failed({ kind: 'cancelled' });
  };
  const calls = createAccountCalls({ connect } as Account, restored.promise, {
    wholeBeside: async () => succeeded('u-1'),
  });
  const form = { server: 'https://api.example.com', token: 'a-token-of-one', startFrom: 'u-1', name: '' };
  const connecting = calls['account.connect'](form);
  if (when === 'before') await calls['account.cancelConnect'](null);
  restored.resolve();
  await connecting;
  if (when === 'after') await calls['account.cancelConnect'](null);
  // The next try is not given up with it.
  await calls['account.connect'](form);
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, false]);
});
