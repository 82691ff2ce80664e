/** The people whose ids are in a text that somebody pasted. */
import { spelledAlike, type UserId } from '../../contract/ids.ts';
import type { OddItems } from '../../contract/pasted.ts';
import { type FoundIds, findIds } from '../pasted/find-ids.ts';
import type { Whose } from '../pasted/whose.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Tables } from './tables.ts';

/** Of the different ids in a text: how many, and how many of those had not been named before. `odd`: what is none. */
export type AddedIds = { readonly found: number; readonly added: number; readonly odd: OddItems };

/** `lines`: the ids, one in a line. */
export type IdLines = { readonly found: number; readonly lines: string; readonly odd: OddItems };

/** Each person once, however often spelled, and how many of them were never named. */
export type IdsInText = (text: string) => FoundIds & { readonly added: number };

export function createIdsInText({ ids }: Pick<Tables, 'ids'>, whose: () => Whose): IdsInText {
  return (text) => {
    const { ids: all, odd } = findIds(text, whose());
    const seen = new Set<PersonKey | string>();
    let added = 0;
    const each: UserId[] = all.filter((id) => {
      const key = ids.find(id);
      const had = seen.size;
      if (seen.add(key ?? spelledAlike(id)).size === had) return false;
      if (key === null) added += 1;
      return true;
    });
    return { ids: each, odd, added };
  };
}
