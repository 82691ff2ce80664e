/** Asks where to save, and saves a text there. */
import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { saveWhole } from '../export/save-parts.ts';
import type { Unfinished } from '../export/unfinished.ts';

/** Null where the person chose not to. */
export async function choosePath(window: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const options = { defaultPath: join(app.getPath('downloads'), suggestedName) };
  const chosen = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
}

/** False where the person chose not to. Rejects where the file cannot be written. */
export async function saveText(
  window: BrowserWindow | null,
  suggestedName: string,
  text: string,
  unfinished: Unfinished,
): Promise<boolean> {
  const path = await choosePath(window, suggestedName);
  if (path === null) return false;
  await saveWhole(path, text, unfinished);
  return true;
}
