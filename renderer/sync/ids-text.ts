/** Text that ids are to be found in: what stands in the field, and beside it what is too long to be drawn there. Pure. */
import type { GivenText } from '../store/given-ids.ts';

export type IdsText = { readonly typed: string; readonly attached: GivenText | null };

export const noIdsText: IdsText = { typed: '', attached: null };

/** In UTF-16 units. A field with more takes seconds to draw, and nobody reads it. */
export const longestTyped = 100_000;

/** Adds what was dropped, chosen or pasted to what is there. */
export function withGiven(ids: IdsText, given: GivenText): IdsText {
  const typed = joined(ids.typed, given.text);
  if (typed.length <= longestTyped) return { ...ids, typed };
  if (ids.attached === null) return { ...ids, attached: given };
  const names = [ids.attached.name, given.name].filter((name) => name !== null);
  return {
    ...ids,
    attached: { text: joined(ids.attached.text, given.text), name: names.length === 0 ? null : names.join(', ') },
  };
}

export function wholeText({ typed, attached }: IdsText): string {
  return attached === null ? typed : joined(attached.text, typed);
}

function joined(one: string, other: string): string {
  return one === '' || other === '' ? one + other : `${one}${one.endsWith('\n') ? '' : '\n'}${other}`;
}
