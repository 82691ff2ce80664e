/** A clock that stands still until it is told, and a binding that answers when it is told. */

import type { Clock } from '../../../electron/clock.ts';
import type { KeytarBinding } from '../../../electron/keychain/binding.ts';
import type { Holdings, SecretService } from '../../../electron/keychain/secret-service.ts';
import type { Log, LogFields } from '../../../electron/log.ts';

export type StillClock = Clock & { readonly pass: (ms: number) => Promise<void> };

export const createStillClock = (start = 1_700_000_000_000): StillClock => {
  let passed = 0;
  const sleepers = new Set<{ until: number; wake: () => void }>();
  return {
    now: () => start + passed,
    monotonic: () => passed,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: passed + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    pass: async (ms) => {
      // Whatever is on its way gets to its next wait first.
      await settled();
      passed += ms;
      for (const sleeper of [...sleepers].filter(({ until }) => until <= passed)) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      await settled();
    },
  };
};

/** Resolves when everything that needs no more than promises has happened. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export const createMemoryLog = (): Log & { readonly entries: { event: string; fields: LogFields | undefined }[] } => {
  const entries: { event: string; fields: LogFields | undefined }[] = [];
  return {
    entries,
    info: (event, fields) => void entries.push({ event, fields }),
    defect: (event) => {
      entries.push({ event, fields: undefined });
      return 'reference';
    },
  };
};

export type FakeBinding = { -readonly [Name in keyof KeytarBinding]: KeytarBinding[Name] } & {
  readonly kept: Map<string, string>;
  readonly calls: string[];
  /** How many calls were ever unanswered at once. */
  readonly mostAtOnce: () => number;
  /** From now on calls wait; the function returned answers all that wait and ends the waiting. */
  readonly hold: () => () => void;
  failWith: Error | null;
  /** What the keychain makes of a token on its way in. */
  alter: (token: string) => string;
};

export const createFakeBinding = (): FakeBinding => {
  const kept = new Map<string, string>();
  const calls: string[] = [];
  let open: Promise<void> = Promise.resolve();
  let atOnce = 0;
  let most = 0;
  const answer = async <T>(call: string, give: () => T): Promise<T> => {
    calls.push(call);
    atOnce += 1;
    most = Math.max(most, atOnce);
    await open;
    await settled();
    atOnce -= 1;
    if (fake.failWith) throw fake.failWith;
    return give();
  };
  const fake: FakeBinding = {
    kept,
    calls,
    failWith: null,
    alter: (token) => token,
    mostAtOnce: () => most,
    hold: () => {
      let release = () => {};
      open = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    getPassword: (service, account) => answer('get', () => kept.get(`${service}/${account}`) ?? null),
    setPassword: (service, account, token) =>
      answer('set', () => void kept.set(`${service}/${account}`, fake.alter(token))),
    deletePassword: (service, account) => answer('delete', () => kept.delete(`${service}/${account}`)),
  };
  return fake;
};

/** A Secret Service that says what it is told to say about whatever the fake binding keeps. */
export const createFakeService = (
  says: () => Holdings | Error | 'silent',
  unlock: SecretService['unlock'] = () => Promise.resolve(false),
): SecretService => ({
  holdings: (_attributes, signal) =>
    new Promise((resolve, reject) => {
      const answer = says();
      if (answer === 'silent') signal.addEventListener('abort', () => reject(new Error('aborted')));
      else if (answer instanceof Error) reject(answer);
      else resolve(answer);
    }),
  unlock,
});
