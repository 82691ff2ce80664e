/** People of the demo organisation as a server sends them: the same ones every time. */
import { createHash } from 'node:crypto';
import type { Sha256, UserId } from '../../contract/ids.ts';
import { createOrganisation, type Organisation } from '../../demo/organisation.ts';
import { envelope } from '../../demo/reply.ts';
import { readUser } from '../../electron/reading/read-user.ts';
import type { UserReply } from '../../electron/reading/user-reply.ts';

export const organisationOf = (people: number): Organisation =>
  createOrganisation({ people, seed: 7, origin: 'https://api.example.com' });

export function bodyOf(organisation: Organisation, index: number): string {
  return envelope(organisation.userOf(index), { status: 200 }, organisation.errorsOf(index));
}

/** Reads a body as the client does: parsed, read field by field, hashed. Null where the reply is no user at all. */
export function replyOf(id: string, text: string, receivedAt: number): UserReply | null {
  const outcome = readUser(JSON.parse(text), id as UserId);
  if (!outcome.ok) return null;
  const sha256 = createHash('sha256').update(text).digest('hex') as Sha256;
  return { user: outcome.value, text, sha256, url: `https://api.example.com/v1/ext/user/${id}`, receivedAt };
}
