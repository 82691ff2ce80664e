/**
 * Writes a file a part at a time, beside its place until it is whole: whoever stops it, or whatever fails, the place
 * holds what it held before.
 */
import { type FileHandle, stat } from 'node:fs/promises';
import { PlaceHeld } from '../disk/errors.ts';
import { replaceFile } from '../disk/whole-file.ts';
import { type Unfinished, unfinishedName } from './unfinished.ts';

export type Part<T extends string | Uint8Array = string | Uint8Array> = { readonly text: T; readonly done: number };

/** False where the signal aborted. Rejects where the file cannot be written, or where something else than a file stands in its place. */
export async function saveParts(
  path: string,
  parts: AsyncIterable<{ readonly text: string | Uint8Array }>,
  signal: AbortSignal,
  unfinished: Pick<Unfinished, 'note'>,
): Promise<boolean> {
  await refuseOthers(path);
  const beside = unfinishedName(path);
  const cleared = await unfinished.note(beside);
  const fill = async (file: FileHandle): Promise<boolean> => {
    for await (const { text } of parts) {
      if (signal.aborted) return false;
      await file.writeFile(text);
    }
    return !signal.aborted;
  };
  // What cannot be removed stays noted.
  return replaceFile({ file: path, beside, fill, cleared });
}

/** A device or a pipe would be replaced, for whatever else uses it. Of a folder the system says so itself. */
async function refuseOthers(path: string): Promise<void> {
  const stats = await stat(path).catch(() => null);
  if (stats === null || stats.isFile() || stats.isDirectory()) return;
  throw new PlaceHeld('what stands there is no file');
}

/** The same of a text that is whole already. */
export async function saveWhole(path: string, text: string, unfinished: Pick<Unfinished, 'note'>): Promise<void> {
  const whole = async function* (): AsyncGenerator<Part> {
    yield { text, done: 1 };
  };
  await saveParts(path, whole(), new AbortController().signal, unfinished);
}
