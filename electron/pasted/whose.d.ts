/** What is known where a text is pasted, by which ids of this directory are told from what only looks like one. */
import { UserId } from '../../contract/ids.ts';
import type { OwnForm } from './own-form.ts';
export type Whose = {
  /** The origin that is connected, or is about to be; null: none is. */
  readonly server: string | null;
  /** Whether somebody is stored by an id, in whichever spelling. */
  readonly isKnown: (id: string) => boolean;
  /** Null: no ids are known yet. */
  readonly ownForm: OwnForm | null;
};
/** Where nothing is connected yet. */
export declare const nobodys: Whose;
/** An id with a digit that is somebody's, or has the form of this directory's ids; null for any other text. */
export declare function ownId(text: string, { isKnown, ownForm }: Whose): UserId | null;
