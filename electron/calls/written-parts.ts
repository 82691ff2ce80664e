/** Rows as they were shown when it was asked for, which a thread writes a part at a time. */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { partsOf, unwritten, type Written } from './exports.ts';

type ThreadPart = { readonly text: string | Uint8Array; readonly done: number; readonly isLast: boolean };

/** What of it is asked of the thread. A part is null where the thread is another one since, or other rows are written. */
export type PartsOfThread = {
  readonly begin: () => Promise<Outcome<{ readonly writing: number; readonly total: number }>>;
  readonly part: (writing: number) => Promise<Outcome<ThreadPart | null>>;
  readonly end: (writing: number) => Promise<unknown>;
};

export async function withParts<T>(
  { begin, part: partOf, end }: PartsOfThread,
  use: (written: Written, end: () => Promise<unknown>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const begun = await begin();
  if (!begun.ok) return begun;
  const { writing, total } = begun.value;
  let isEnded = false;
  const next = async () => {
    if (isEnded) return succeeded(null);
    const part = await partOf(writing);
    if (!part.ok) return part;
    if (part.value === null) return failed({ kind: 'closed' });
    isEnded = part.value.isLast;
    return succeeded(part.value);
  };
  return use({ total, next }, () => end(writing));
}

/** Puts them on the clipboard as one text; says how many. `copy` resolves once it is there. */
export function copyParts(
  parts: PartsOfThread,
  copy: (text: string) => Promise<void>,
): Promise<Outcome<{ copied: number }>> {
  return withParts(parts, async (written, end) => {
    try {
      const texts: string[] = [];
      for await (const { text } of partsOf(written)) if (typeof text === 'string') texts.push(text);
      if (written.total > 0) await copy(texts.join(''));
      return succeeded({ copied: written.total });
    } catch (error) {
      return unwritten(error);
    } finally {
      await end();
    }
  });
}
