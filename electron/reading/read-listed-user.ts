/** Reads one element of a list of users. Pure, so that any thread can do it. */

import { type Outcome, succeeded } from '../../contract/failures.ts';
import { fetchUserFields } from './fetch-user-fields.ts';
import { readAnswer } from './read-answer.ts';
import { isRecord } from './read-notes.ts';
import { readUserRecord } from './read-user.ts';
import type { UserReply } from './user-reply.ts';

export type ListedUser = {
  /** `text` is the element's exact source, without an envelope. */
  readonly reply: UserReply;
  /** Whether every field of the reference is there: lists may leave some out, which is then not "not set". */
  readonly isWhole: boolean;
};

/** `url`: of the list. Fails with `bad-reply` (`encoding`, `json`, and as `readUserRecord` does). */
export function readListedUser(bytes: Uint8Array<ArrayBuffer>, receivedAt: number, url: string): Outcome<ListedUser> {
  const read = readAnswer({ bytes, contentType: 'application/json' });
  if (!read.ok) return read;
  const { text, json, sha256 } = read.value;
  const user = readUserRecord(json, null);
  if (!user.ok) return user;
  const isWhole = isRecord(json) && fetchUserFields.every((field) => Object.hasOwn(json, field));
  return succeeded({ reply: { user: user.value, text, sha256, url, receivedAt }, isWhole });
}
