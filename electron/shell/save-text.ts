/** Asks where to save a text, and saves it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

/** False where the person chose not to. */
export async function saveText(window: BrowserWindow | null, suggestedName: string, text: string): Promise<boolean> {
  const options = { defaultPath: join(app.getPath('downloads'), suggestedName) };
  const chosen = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  if (chosen.canceled || chosen.filePath === '') return false;
  await writeFile(chosen.filePath, text);
  return true;
}
