/** Where a token is kept, and whether the server takes it, in words. */
import type { Reachability, TokenState } from '../../contract/account.ts';

/** Said when the person was asked to unlock the keychain and it is as shut as before. */
export const stillLockedWords = 'The keychain is still locked.';

/** Said when the person asked for the token to be tried again and it is refused as before. */
export const stillRefusedWords = 'The token is still refused.';

/** What a button says where there is no token that is taken. */
export const giveTokenWords = 'Give the token…';

/** Said beside what asks the server, where it cannot be asked. */
export const askServerWords = {
  token: 'Add the token to ask the server',
  unlock: 'Unlock the keychain to ask the server',
} as const;

/** Told once, when the server goes out of reach. */
export const offlineWords = 'Offline. Everything known opens and can be searched.';

export const tokenStateWords: { readonly [S in TokenState]: { readonly short: string; readonly detail: string } } = {
  asking: {
    short: 'Asking the keychain…',
    detail: 'The keychain has not answered yet. What is stored can be read until then.',
  },
  missing: {
    short: 'Token needed',
    detail: 'No token is kept for this connection. What is stored can be read; to fetch more, give the token again.',
  },
  stored: { short: 'Token in the keychain', detail: 'The token is kept in this computer’s keychain.' },
  'session-only': {
    short: 'Token kept until you quit',
    detail: 'The keychain cannot be used, so the token is held in memory only and has to be given again next time.',
  },
  'too-long': {
    short: 'Token kept until you quit',
    detail:
      'The token is longer than this computer’s keychain can hold, so it is held in memory only and has to be given again next time.',
  },
  'other-server': {
    short: 'Token kept until you quit',
    detail:
      'This connection was made for another server, so the token is held in memory only. Disconnect, and connect to this server, to have it kept.',
  },
  locked: {
    short: 'Keychain locked',
    detail: 'The token is in the keychain, which is locked. Unlock it, or give the token again.',
  },
  unavailable: {
    short: 'Token needed',
    detail: 'The keychain cannot be reached. What is stored can be read; to fetch more, give the token again.',
  },
};

export const reachabilityWords: { readonly [S in Reachability['state']]: string } = {
  online: 'Online',
  offline: 'Offline',
  unauthorized: 'Token refused',
  untried: 'Not tried yet',
};
