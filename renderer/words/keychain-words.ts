/** Where a token will be kept, and is taken from, in words: said where one is typed or forgotten, and loaded no sooner. */
import type { Keychain, TokenState } from '../../contract/account.ts';

type KeychainName = Keychain['name'];

const keychainNames: { readonly [N in KeychainName]: string } = {
  'macos-keychain': 'the macOS keychain',
  'windows-credential-manager': 'Windows Credential Manager',
  'secret-service': 'this computer’s keychain (Secret Service)',
};

const keychainStates: { readonly [S in Keychain['state']]: (name: string) => string } = {
  ready: (name) => `Kept in ${name}.`,
  unknown: (name) => `Kept in ${name} if it can be used, else in memory until you quit.`,
  locked: (name) => `${sentence(name)} is locked. Unlock it first, or the token is held in memory until you quit.`,
  unavailable: (name) => `${sentence(name)} cannot be reached: held in memory only, until you quit.`,
};

/** Where a token that is typed now will be kept, in words for this computer. */
export function keychainWords({ name, state }: Keychain): string {
  return keychainStates[state](keychainNames[name]);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const needed = 'To connect again you will need it.';

/** What forgetting a token does where it is kept. Where the keychain does not answer, it may hold one. */
export const forgetTokenWords: { readonly [S in TokenState]: string } = {
  stored: `It is taken out of the keychain. ${needed}`,
  locked: `It is taken out of the keychain. ${needed}`,
  asking: `It is taken out of the keychain. ${needed}`,
  unavailable: `It is taken out of the keychain, if that can be reached. ${needed}`,
  'session-only': `It is held in memory only, and forgotten at once. ${needed}`,
  'too-long': `It is held in memory only, and forgotten at once. ${needed}`,
  'other-server': `It is held in memory only, and forgotten at once. ${needed}`,
  missing: 'None is kept. To connect again you will need one.',
};
