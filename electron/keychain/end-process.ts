/**
 * The process ends when the app quits, even while a keychain call is stuck.
 *
 * Why this is not `process.exit`: measured with a keychain daemon that does not answer, a returning main, `process.exit`
 * and `process.reallyExit` all hang, for libuv joins its pool's threads on the way out, and one of them waits for the
 * daemon. Only a signal that runs no code of this process ends it.
 */
import type { Keychain } from './keychain.ts';

/**
 * To be called last, when everything is closed and written. Returns at once where nothing is stuck, and the ordinary
 * exit goes on; otherwise it does not return.
 */
export const endProcessIfHeld = ({
  keychain,
  kill = () => process.kill(process.pid, 'SIGKILL'),
}: {
  keychain: Pick<Keychain, 'holdsProcess'>;
  kill?: () => void;
}): void => {
  if (keychain.holdsProcess()) kill();
};
