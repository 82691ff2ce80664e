/** What has to be done before the server can be asked for anybody: give the token, or unlock the keychain that it is in. */
import type { OpenConnection } from '../../contract/account.ts';
import type { Store } from './store.ts';

export type TokenWay = 'token' | 'unlock';

/** Null: nothing, or it is not known yet. */
export function tokenWay({ token }: Pick<OpenConnection, 'token'>, isKeychainLocked: boolean): TokenWay | null {
  if (token === 'asking') return null;
  return token === 'locked' || isKeychainLocked ? 'unlock' : 'token';
}

/** Null: the server can be asked. */
export function lackedWay({ overview }: Pick<Store, 'overview'>): TokenWay | null {
  if (!overview?.open || overview.open.canFetch) return null;
  return tokenWay(overview.open, overview.keychain.state === 'locked');
}

export function goTokenWay(state: Pick<Store, 'askForToken' | 'unlockKeychain'>, way: TokenWay): void {
  if (way === 'token') state.askForToken(true);
  else void state.unlockKeychain();
}

/** Asks the server for the person shown once more, or for what that takes. */
export function refreshFromServer(state: Store): void {
  const way = lackedWay(state);
  if (way === null) state.refreshPerson();
  else goTokenWay(state, way);
}
