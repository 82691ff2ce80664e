/** Draws an image and sends it to the main process: told of while that goes on, and stopped by the person. */
import type { Call } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { Store } from '../store/store.ts';
import { sendImage } from './send-image.ts';
import type { Going } from './view/strips.ts';

/** What takes less is over before anybody could read how far it is. */
const quietMs = 600;

/** The number to copy or save the image by; null: it was stopped, and nothing of it is kept. */
export function drawAndSend(
  { exportAlone, exportWent }: Pick<Store, 'exportAlone' | 'exportWent'>,
  call: Call,
  draw: (going: Going) => Promise<Outcome<Blob>>,
): Promise<Outcome<number | null>> {
  return exportAlone(async (signal) => {
    let isQuiet = true;
    let went = () => {};
    const timer = setTimeout(() => {
      isQuiet = false;
      went();
    }, quietMs);
    const tell = (done: number, total: number) => {
      went = () => exportWent({ done, total, stage: 'drawing' });
      if (!isQuiet) went();
    };
    const drawn = await draw({ signal, tell });
    const sent = drawn.ok ? await sendImage(call, drawn.value, signal) : drawn;
    clearTimeout(timer);
    return signal.aborted ? succeeded(null) : sent;
  });
}
