/**
 * Ends the app in order: what is open is closed first, once, and then the process goes, even where a keychain call
 * that never answers holds one of its threads.
 */
import type { App } from 'electron';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

export type QuitNeeds = {
  readonly app: App;
  readonly close: () => Promise<void>;
  /** The very last: may end the process by force, and then does not return. */
  readonly end: () => void;
  readonly log: Log;
  readonly clock: Pick<Clock, 'sleep'>;
};

/** How long closing may take before the app ends all the same. */
const closeWithinMs = 3000;

export function endWith({ app, close, end, log, clock }: QuitNeeds): void {
  let isClosed = false;
  app.on('window-all-closed', () => {
    // On macOS an app stays until it is quit.
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    Promise.race([close(), clock.sleep(closeWithinMs)])
      .catch((error: unknown) => log.defect('quit', error))
      .finally(() => {
        isClosed = true;
        end();
        app.quit();
      });
  });
}
