/** Where the app cannot start, it says so and ends: no process stays behind without a window. */
import { type App, dialog } from 'electron';

/** `error` is printed for whoever started the app in a terminal; the box shows no more than that there was one. */
export function failToStart(app: App, error: unknown): void {
  console.error(error);
  dialog.showErrorBox(
    'Rolodesk could not start',
    'Nothing that was stored has been changed. Start it again; if it fails again, install it anew.',
  );
  app.exit(1);
}
