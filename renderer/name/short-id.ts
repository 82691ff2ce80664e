/** Ids where a name is missing: enough to tell two apart, short enough to read. */

import { isDashedUuid } from '../../contract/uuid.ts';

/** The first group of a UUID, or the first 12 characters of a longer id, with an ellipsis; short ids as they are. */
export function shortId(id: string): string {
  if (isDashedUuid(id)) return `${id.slice(0, 8)}…`;
  return id.length > 16 ? `${id.slice(0, 12)}…` : id;
}

/** True for what no one would call a name. */
export function isOpaque(id: string): boolean {
  return isDashedUuid(id);
}
