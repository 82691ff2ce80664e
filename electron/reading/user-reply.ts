/** What the server answered: of one user, and of the names of teams and roles; and its reading. Pure, so that any thread can do it. */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import { type Received, receivedOf } from '../clock.ts';
import { fetchUserFields } from './fetch-user-fields.ts';
import { readAnswer } from './read-answer.ts';
import { isRecord } from './read-notes.ts';
import { readUser, readUserRecord } from './read-user.ts';

/** One answered Fetch User: the user as read, and the body as it came. */
export type UserReply = Received & {
  readonly user: User;
  /** The body, decoded from UTF-8 and otherwise unchanged. */
  readonly text: string;
  /** Of the body's bytes. */
  readonly sha256: Sha256;
  /** What was asked, without credentials. */
  readonly url: string;
};

/** One answered Fetch User, not read yet: `readUserBytes` does that, in any thread. */
export type UserBytes = Received & {
  /** Who was asked for. */
  readonly id: UserId;
  readonly url: string;
  /** In a buffer of its own and of its size, which may be transferred away: nobody else is given the same one. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The media type in lower case, without parameters; `''`: none was named. */
  readonly contentType: string;
};

/** Names of teams and roles by id, from Fetch Config. */
export type LabelNames = { readonly teams: ReadonlyMap<string, string>; readonly roles: ReadonlyMap<string, string> };

export type ListedUser = {
  /** `text` is the element's exact source, without an envelope. */
  readonly reply: UserReply;
  /** Whether every field of the reference is there: lists may leave some out, which is then not "not set". */
  readonly isWhole: boolean;
};

/** Fails as `readAnswer` and `readUser` do: what `fetchUserBytes` gave may still be no user. */
export function readUserBytes(answer: UserBytes): Outcome<UserReply> {
  const read = readAnswer(answer);
  if (!read.ok) return read;
  const { json, text, sha256 } = read.value;
  const user = readUser(json, answer.id);
  return user.ok ? succeeded({ user: user.value, text, sha256, url: answer.url, ...receivedOf(answer) }) : user;
}

/** Reads one element of a list of users. `url`: of the list. Fails with `bad-reply` (`encoding`, `json`, and as `readUserRecord` does). */
export function readListedUser(bytes: Uint8Array<ArrayBuffer>, receivedAt: number, url: string): Outcome<ListedUser> {
  const read = readAnswer({ bytes, contentType: 'application/json' });
  if (!read.ok) return read;
  const { text, json, sha256 } = read.value;
  const user = readUserRecord(json, null);
  if (!user.ok) return user;
  const isWhole = isRecord(json) && fetchUserFields.every((field) => Object.hasOwn(json, field));
  return succeeded({ reply: { user: user.value, text, sha256, url, receivedAt }, isWhole });
}
