/** Finds out, before anything is kept, whether a server is there, speaks the API and takes the token. */
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { UserId } from '../../contract/ids.ts';
import { isAway, isOfStranger, isTokenRefused } from '../../contract/seen-of-server.ts';
import { elementsOf } from '../api/list-batches.ts';
import type { Asking } from '../api/with-signal.ts';
import type { UserReply } from '../reading/user-reply.ts';
import { readListedUser } from '../reading/user-reply.ts';

/** How many of the given ids are tried before all of them count as not found. */
const idsTried = 5;

/** Nobody's: the nil UUID of RFC 9562. To ask for it is to ask whether this is the API and whether it takes the token. */
export const nobody = UserId.parse('00000000-0000-0000-0000-000000000000');

/** There is a directory, and no list of it to begin with, or one of nobody. */
const needsId: Failure = { kind: 'bad-input', where: 'startFrom', reason: 'empty' };
const nobodyListed: Failure = { kind: 'bad-input', where: 'startFrom', reason: 'nobody-listed' };

/** `given`: the first of the ids that the server gives, as its reply. `listed`: without ids, who comes first in its list. */
export type Checked = { readonly given: UserReply | null; readonly listed: UserId | null };

/**
 * Only a 200 in the API's form shows that the token is taken: whatever answers 404 or 403 to everything fails.
 *
 * Fails with `bad-input` at `startFrom` where this is the API: `nobody-listed` where its list of users is empty, `empty` where it
 * gives none that can be read.
 */
export async function checkServer(client: Asking, ids: readonly UserId[]): Promise<Outcome<Checked>> {
  if (ids.length === 0) return checkWithoutIds(client);
  let last: Failure = { kind: 'not-found', id: null };
  for (const id of ids.slice(0, idsTried)) {
    const reply = await client.fetchUser(id, { priority: 'now' });
    if (reply.ok) return succeeded({ given: reply.value, listed: null });
    if (!isRefusalOfOne(reply.failure)) return reply;
    last = reply.failure;
  }
  if (!isOfStranger(last) || !(await firstListed(client)).ok) return failed(last);
  return failed(asOfApi(last));
}

/** Another token for people who are known. Null: it may be kept, since nothing speaks against it. */
export async function checkToken(client: Asking, known: readonly UserId[]): Promise<Failure | null> {
  const checked = await checkServer(client, known);
  if (checked.ok) return null;
  const { failure } = checked;
  // The person asked for may be gone, and there may be nobody to ask for.
  if (failure.kind === 'not-found' || failure.kind === 'bad-input') return null;
  const listed = failure.kind === 'forbidden' ? await firstListed(client) : failed(failure);
  return listed.ok && listed.value.first !== null ? null : failure;
}

async function checkWithoutIds(client: Asking): Promise<Outcome<Checked>> {
  const listed = await firstListed(client);
  if (listed.ok) {
    const { first, isEmpty } = listed.value;
    if (first !== null) return succeeded({ given: null, listed: first });
    return failed(isEmpty ? nobodyListed : needsId);
  }
  const { failure } = listed;
  if (failure.kind === 'rate-limited' || (isAway(failure) && failure.kind !== 'not-the-api')) return listed;
  // There is no list, however that is said. Whether there is the API shows from what it says of nobody.
  const asked = await client.fetchUser(nobody, { priority: 'now' });
  return failed(asked.ok || isInApiForm(asked.failure) ? needsId : asked.failure);
}

/** `first` null: nobody in it can be read, or there is nobody in it (`isEmpty`). */
type Listed = { readonly first: UserId | null; readonly isEmpty: boolean };

/** The first in the server's list; no more of it is read than it takes. Fails as `fetchUsers` does. */
async function firstListed(client: Asking): Promise<Outcome<Listed>> {
  const enough = new AbortController();
  let first: UserId | null = null;
  let isEmpty = true;
  const listed = await client.fetchUsers({
    priority: 'now',
    signal: enough.signal,
    onBatch: (batch) => {
      for (const element of elementsOf(batch)) {
        isEmpty = false;
        const read = readListedUser(element, batch.receivedAt, '');
        if (read.ok) first ??= read.value.reply.user.id;
      }
      enough.abort();
    },
  });
  return listed.ok || enough.signal.aborted ? succeeded({ first, isEmpty }) : listed;
}

/** It is about the one who was asked for: another may be given. */
function isRefusalOfOne(failure: Failure): boolean {
  if (failure.kind === 'server') return failure.status < 500;
  if (failure.kind === 'unauthorized') return !isTokenRefused(failure);
  return isOfStranger(failure) || ['not-found', 'forbidden', 'bad-reply', 'too-large'].includes(failure.kind);
}

/** What a refusal stands for that the list bears out. */
function asOfApi(failure: Failure): Failure {
  if (failure.kind === 'server') return { kind: 'server', status: failure.status };
  if (failure.kind === 'bad-reply') return { kind: 'bad-reply', where: failure.where, detail: failure.detail };
  if (failure.kind !== 'not-the-api') return failure;
  return failure.status === 403 ? { kind: 'forbidden' } : { kind: 'not-found', id: null };
}

/** Of an answer about nobody, where nobody is known who could bear anything out. */
function isInApiForm(failure: Failure): boolean {
  if (failure.kind === 'bad-reply') return ['errors', 'data', 'id', 'another-id', 'token'].includes(failure.where);
  if (failure.kind === 'server') return failure.status < 500 && !isOfStranger(failure);
  return failure.kind === 'not-found' || failure.kind === 'forbidden';
}
