/** Reads the parts of a line: each is an id, holds some, or is none. */
import { UserId } from '../../contract/ids.ts';
import { type Whose } from './whose.ts';
export type Reading = {
  readonly ids: readonly UserId[];
  /** Parts that are no ids, among others of which most are. */
  readonly odd: readonly string[];
  /** The id that a part begins or ends with whose other words are none, as where names stand beside ids. */
  readonly beside: UserId | null;
};
/** What a bare item is the id of; null: it is none. */
export type Item = (bare: string) => UserId | null;
export type PartReader = {
  readonly read: (part: string) => Reading;
  /** What a whole part is; null where it is no id by itself. */
  readonly item: Item;
};
/** `also`: what a whole part may be an id as, beside what surely is one. */
export declare function createPartReader(whose: Whose, also?: Item): PartReader;
