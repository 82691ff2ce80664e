/** Asks for a file to read. */
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** Null where the person chose none. */
export async function chooseFile(window: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openFile'] };
  const chosen = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}
