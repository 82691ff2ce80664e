/** The handlers of `account.*`. */
import type { Handlers } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { Account } from './account.ts';

export type AccountCalls = Pick<Handlers, Extract<keyof Handlers, `account.${string}`>>;

/** `restored` settles when what was open last is open again: nothing is answered before. */
export function createAccountCalls(account: Account, restored: Promise<unknown>): AccountCalls {
  const after = async <T>(answer: () => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> => {
    await restored;
    return answer();
  };
  return {
    'account.overview': () => after(() => succeeded(account.overview())),
    'account.connect': (input) => after(() => account.connect(input)),
    'account.connectDemo': () => after(account.connectDemo),
    'account.switch': ({ connection }) => after(() => account.switchTo(connection)),
    'account.rename': ({ connection, name }) => after(() => account.rename(connection, name)),
    'account.renewToken': ({ token }) => after(() => account.renewToken(token)),
    'account.unlockKeychain': () => after(account.unlockKeychain),
    'account.lookAgain': () => after(account.lookAgain),
    'account.networkChanged': ({ isOnline }) =>
      after(() => {
        account.networkChanged(isOnline);
        return succeeded(null);
      }),
    'account.disconnect': (input) => after(() => account.disconnect(input)),
  };
}
