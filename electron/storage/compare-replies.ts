/** What a person's reply is beside the newest one that is stored. */
import { isDeepStrictEqual } from 'node:util';
import { userPath } from '../api/request.ts';
import type { JsonRecord } from '../reading/read-notes.ts';
import { type Carried, keptOf, leftOut, pathKey, withCarried } from './carried.ts';
import type { NewestReply } from './observations-table.ts';
import type { Reader } from './reader.ts';
import type { Recordable } from './recorded.ts';
import { contentOf, replyWith } from './reply-content.ts';
import { likenessOf, saysNothing } from './substance.ts';

/**
 * `confirmed`: an entry of a list that says nothing new, and less than what is stored. `older`: one that leaves fields out,
 * and differs in what it does say. `same`: nothing of substance is new. `shorter`: neither, but it leaves out what the
 * stored one had. What is carried over goes with the reply.
 */
export type Verdict =
  | { readonly kind: 'confirmed'; readonly speaksOfReports: boolean }
  | { readonly kind: 'older' }
  | { readonly kind: 'same'; readonly isIdentical: boolean; readonly carried: readonly Carried[] }
  | { readonly kind: 'shorter' | 'changed'; readonly carried: readonly Carried[] };

export function compareReplies(kept: NewestReply, reply: Recordable, reader: Reader): Verdict {
  const before = contentOf(kept.raw.text);
  const now = contentOf(reply.text);
  if (before.data === null || now.data === null) return { kind: 'changed', carried: [] };
  const { carried: carriedBefore, raw } = kept;
  const known = {
    data: withCarried(before.data, carriedBefore),
    carried: carriedBefore,
    at: raw.lastSeenAt,
    isListed: isOfList(raw.url),
  };
  const isEntry = reply.isWhole !== undefined;
  const allLeftOut = leftOut(known, now.data, isEntry);
  const carried = keptOf(allLeftOut);
  const confirmed: Verdict = { kind: 'confirmed', speaksOfReports: !leavesOutReports(carried) };
  if (reply.isWhole === false)
    return agreeInPart(known.data, now.data, (data) =>
      reader.read(replyWith({ data, errors: null }, data), reply.user.id),
    )
      ? confirmed
      : { kind: 'older' };

  const likeness = isDeepStrictEqual(before.errors, now.errors)
    ? likenessOf(known.data, withCarried(now.data, allLeftOut))
    : 'different';
  if (likeness === 'different') return { kind: 'changed', carried };
  const isIdentical = likeness === 'identical';
  if (isEntry && isIdentical) return confirmed;
  const wasCarried = new Set(carriedBefore.map(({ path }) => pathKey(path)));
  const isShorter = carried.some(
    ({ path, value }) => path.at(-1) !== 'updatedAt' && !saysNothing(value) && !wasCarried.has(pathKey(path)),
  );
  if (!isShorter) return { kind: 'same', isIdentical, carried };
  return isEntry ? confirmed : { kind: 'shorter', carried };
}

/** Whether an address that a reply was had from is not a single user's. */
export function isOfList(url: string): boolean {
  return !url.includes(userPath);
}

/** When a reply that leaves out direct reports had one before it that spoke of them; null: it speaks of them itself. */
export function reportsAtOf(carried: readonly Carried[]): number | null {
  return carried.find(({ path: [field] }) => field === 'reportees')?.at ?? null;
}

function leavesOutReports(carried: readonly Carried[]): boolean {
  return reportsAtOf(carried) !== null;
}

/**
 * Of an entry that leaves fields out, only those are compared that both have, and however they are written: a list may
 * write the same otherwise. That it was stored again counts here: what changed may be among what the entry leaves out.
 */
function agreeInPart(
  known: JsonRecord,
  told: JsonRecord,
  read: (data: JsonRecord) => ReturnType<Reader['read']>,
): boolean {
  const fields = Object.keys(told).filter((field) => Object.hasOwn(known, field));
  const part = (of: JsonRecord): JsonRecord => Object.fromEntries(fields.map((field) => [field, of[field]]));
  const [was, is] = [part(known), part(told)];
  if (likenessOf(was, is) === 'identical') return true;
  const [one, other] = [read(was), read(is)];
  return one.ok && other.ok && isDeepStrictEqual(one.value, other.value);
}
