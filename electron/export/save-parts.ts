/**
 * Writes a file a part at a time, beside its place until it is whole: whoever stops it, or whatever fails, the place
 * holds what it held before.
 */
import { open, rename, rm } from 'node:fs/promises';
import { type Unfinished, unfinishedName } from './unfinished.ts';

export type Part = { readonly text: string; readonly done: number };

/** False where the signal aborted. Rejects where the file cannot be written. */
export async function saveParts(
  path: string,
  parts: AsyncIterable<Part>,
  signal: AbortSignal,
  unfinished: Pick<Unfinished, 'note'>,
): Promise<boolean> {
  const part = unfinishedName(path);
  const forget = await unfinished.note(part);
  const file = await open(part, 'wx', 0o600).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  try {
    try {
      for await (const { text } of parts) {
        if (signal.aborted) return false;
        await file.writeFile(text);
      }
    } finally {
      await file.close();
    }
    if (signal.aborted) return false;
    await rename(part, path);
    return true;
  } finally {
    // After the renaming there is nothing there any more. What cannot be removed stays noted, and hides no error before it.
    await rm(part, { force: true }).then(forget, () => undefined);
  }
}

/** The same of a text that is whole already. */
export async function saveWhole(path: string, text: string, unfinished: Pick<Unfinished, 'note'>): Promise<void> {
  const whole = async function* (): AsyncGenerator<Part> {
    yield { text, done: 1 };
  };
  await saveParts(path, whole(), new AbortController().signal, unfinished);
}
