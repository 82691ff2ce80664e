/** What is known where a text is pasted, by which ids of this directory are told from what only looks like one. */
import type { UserId } from '../../contract/ids.ts';
import type { OwnForm } from './own-form.ts';

export type Whose = {
  /** The origin that is connected, or is about to be; null: none is. */
  readonly server: string | null;
  /** Whether an id was ever named in this directory, in whichever spelling. */
  readonly isKnown: (id: string) => boolean;
  /** Null: no ids are known yet. */
  readonly ownForm: OwnForm | null;
  /** Whether UUIDs have no dashes here; null: not known, so that they are left as they are written. */
  readonly hasBareUuids: boolean | null;
};

/** Where nothing is connected yet. */
export const nobodys: Whose = {
  server: null,
  isKnown: () => false,
  ownForm: null,
  hasBareUuids: null,
};

/**
 * An id with a digit that is somebody's, or has the form of this directory's ids; null for any other. Ids without one are
 * words.
 */
export function ownId(id: UserId, { isKnown, ownForm }: Whose): UserId | null {
  if (ownForm === null || !/\d/.test(id)) return null;
  const fitting = ownForm.fitting(id);
  if (fitting === null || fitting !== id) return isKnown(id) ? id : (fitting as UserId | null);
  return id;
}
