/** Finds out, before anything is kept, whether a server is there, speaks the API and takes the token. */
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { UserId } from '../../contract/ids.ts';
import type { ApiClient, UserReply } from '../api/reply.ts';

/** How many of the given ids are tried before it is said that none of them is known. */
const idsTried = 5;

/** Nobody's: the nil UUID of RFC 9562. To ask for it is to ask whether this is the API and whether it takes the token. */
export const nobody = UserId.parse('00000000-0000-0000-0000-000000000000');

/**
 * The first of `ids` that the server knows, as its reply. Without ids the token is tried on somebody who does not
 * exist, since Fetch User is the one call that every server offers: null then.
 */
export async function checkServer(client: ApiClient, ids: readonly UserId[]): Promise<Outcome<UserReply | null>> {
  if (ids.length === 0) {
    const reply = await client.fetchUser(nobody, { priority: 'now' });
    return reply.ok || isAnswerAboutUser(reply.failure) ? succeeded(null) : reply;
  }
  let last: Failure = { kind: 'not-found', id: null };
  for (const id of ids.slice(0, idsTried)) {
    const reply = await client.fetchUser(id, { priority: 'now' });
    if (reply.ok || reply.failure.kind !== 'not-found') return reply;
    last = reply.failure;
  }
  return failed(last);
}

/** The token was taken: what the server said is about the user asked for. */
export function isAnswerAboutUser({ kind }: Failure): boolean {
  return kind === 'not-found' || kind === 'forbidden';
}
