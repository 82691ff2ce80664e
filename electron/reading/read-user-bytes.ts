/** Reads the answer to Fetch User. Pure, so that any thread can do it. */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import { receivedOf } from '../clock.ts';
import { readAnswer } from './read-answer.ts';
import { readUser } from './read-user.ts';
import type { UserBytes, UserReply } from './user-reply.ts';

/** Fails as `readAnswer` and `readUser` do: what `fetchUserBytes` gave may still be no user. */
export function readUserBytes(answer: UserBytes): Outcome<UserReply> {
  const read = readAnswer(answer);
  if (!read.ok) return read;
  const { json, text, sha256 } = read.value;
  const user = readUser(json, answer.id);
  return user.ok ? succeeded({ user: user.value, text, sha256, url: answer.url, ...receivedOf(answer) }) : user;
}
