/** Finds out, before anything is kept, whether a server is there, speaks the API and takes the token. */
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ApiClient, UserReply } from '../api/reply.ts';

/** How many of the given ids are tried before it is said that none of them is known. */
const idsTried = 5;

/**
 * The first of `ids` that the server knows, as its reply. Without ids the token is tried on the call for names,
 * which a server need not offer: null then, unless the answer shows that the server or the token is no good.
 */
export async function checkServer(client: ApiClient, ids: readonly UserId[]): Promise<Outcome<UserReply | null>> {
  if (ids.length === 0) {
    const names = await client.fetchConfig();
    return names.ok || !isDecisive(names.failure) ? succeeded(null) : names;
  }
  let last: Failure = { kind: 'not-found', id: null };
  for (const id of ids.slice(0, idsTried)) {
    const reply = await client.fetchUser(id, { priority: 'now' });
    if (reply.ok || reply.failure.kind !== 'not-found') return reply;
    last = reply.failure;
  }
  return failed(last);
}

function isDecisive({ kind }: Failure): boolean {
  return kind !== 'not-found' && kind !== 'forbidden' && kind !== 'server' && kind !== 'bad-reply';
}
