/** People as text, which the overview's thread writes a part at a time. */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { PeopleViews, PeopleViewsElsewhere } from '../people/people-views.ts';
import { partsOf, unwritten, type Written } from './exports.ts';

export type WritingAsked = Parameters<PeopleViews['beginWriting']>[0];

export type BegunWriting = {
  readonly total: number;
  readonly written: Written<string>;
  readonly end: () => Promise<unknown>;
};

/** Fails with `cancelled` where the snapshot is no longer kept. */
export async function beginWriting(open: PeopleViewsElsewhere, asked: WritingAsked): Promise<Outcome<BegunWriting>> {
  const begun = await open.beginWriting(asked);
  if (!begun.ok) return begun;
  if (begun.value === null) return failed({ kind: 'cancelled' });
  const { writing, total } = begun.value;
  const written: Written<string> = {
    total,
    next: async (from) => {
      if (from > 0 && from >= total) return succeeded(null);
      const part = await open.writePart({ writing, from });
      return part.ok ? succeeded({ ...part.value, done: Math.max(part.value.done, from + 1) }) : part;
    },
  };
  return succeeded({ total, written, end: () => open.endWriting({ writing }) });
}

/** Writes people as one text, and gives what becomes of it. */
export async function withText<T>(
  open: PeopleViewsElsewhere,
  asked: WritingAsked,
  use: (text: string, people: number) => Promise<T>,
): Promise<Outcome<T>> {
  const begun = await beginWriting(open, asked);
  if (!begun.ok) return begun;
  const { total, written, end } = begun.value;
  try {
    const texts: string[] = [];
    for await (const { text } of partsOf(written)) texts.push(text);
    return succeeded(await use(texts.join(''), total));
  } catch (error) {
    return unwritten(error);
  } finally {
    await end();
  }
}
