/** Builds the keychain for the computer this runs on. */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { loadKeytar } from './binding.ts';
import { createKeychain, type Keychain } from './keychain.ts';
import { createSecretService } from './secret-service.ts';

export const createSystemKeychain = ({ clock, log }: { clock: Clock; log: Log }): Keychain => {
  const { platform, env } = process;
  const ownStore = platform === 'darwin' || platform === 'win32';
  return createKeychain({
    platform,
    load: loadKeytar,
    secretService: ownStore ? null : createSecretService(env),
    clock,
    log,
  });
};
