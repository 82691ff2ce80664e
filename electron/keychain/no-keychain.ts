/** A keychain that cannot be used, where nothing of this computer's own may be touched. */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { createKeychain, type Keychain } from './keychain.ts';

export const createNoKeychain = (needs: { readonly clock: Clock; readonly log: Log }): Keychain =>
  createKeychain({
    ...needs,
    platform: process.platform,
    load: () => Promise.reject(new Error('no keychain is used')),
    secretService: null,
  });
