import type { UserId } from '../../contract/ids.ts';
import type { OddItems } from '../../contract/pasted.ts';
import { type Whose } from './whose.ts';
export type FoundIds = {
  /** In the order they stand in the text, each once, as the API client sends them. */
  readonly ids: readonly UserId[];
  readonly odd: OddItems;
};
/** `isGiven`: the text stands where ids are asked for, so that what only may be one counts where nothing surely is. */
export declare function findIds(text: string, whose?: Whose, isGiven?: boolean): FoundIds;
