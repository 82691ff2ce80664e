/** The handlers of `account.*`. */
import type { Handlers } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { Account } from '../account/account.ts';
import type { SentTexts } from './sent-texts.ts';

/** In UTF-16 units. */
const longestStartFrom = 5_000_000;

export type AccountCalls = Pick<Handlers, Extract<keyof Handlers, `account.${string}`>>;

/** `restored` settles when what was open last is open again: nothing is answered before. */
export function createAccountCalls(
  account: Account,
  restored: Promise<unknown>,
  texts: Pick<SentTexts, 'wholeBeside'>,
): AccountCalls {
  const after = async <T>(answer: () => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> => {
    await restored;
    return answer();
  };
  let connecting = new AbortController();
  return {
    'account.overview': () => after(() => succeeded(account.overview())),
    'account.connect': (input) => {
      // Made at once: it may be given up before what was open last is open again.
      connecting = new AbortController();
      const { signal } = connecting;
      return after(async () => {
        const startFrom = await texts.wholeBeside(input.startFrom, 'startFrom', longestStartFrom, input.token);
        if (!startFrom.ok) return startFrom;
        return account.connect({ ...input, startFrom: startFrom.value }, signal);
      });
    },
    'account.cancelConnect': () => {
      connecting.abort();
      return succeeded(null);
    },
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
