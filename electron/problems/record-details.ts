/** What a row shows of a problem that is in one record: read from the stored reply. */
import { mostNamed } from '../../contract/bounds.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem, ProblemKind } from '../../contract/problems.ts';
import type { User } from '../../contract/user.ts';
import { isOfAnother } from '../reading/contradictions.ts';

/** Null where the record has no such problem any more. `read`: null where it cannot be read. */
export function ofRecord(kind: ProblemKind, person: PersonCard, read: () => User | null): Problem | null {
  switch (kind) {
    case 'still-available':
    case 'deleted-active':
    case 'self-report':
    case 'deleted-without-date':
    case 'date-without-deletion':
      return { kind, person };
    case 'unverified-primary':
    case 'unlisted-primary': {
      const primary = read()?.emails.find(({ isPrimary }) => isPrimary);
      return primary === undefined ? null : { kind, person, address: primary.address };
    }
    case 'owned-by-another': {
      const [first, ...others] = (read()?.emails ?? []).filter((email) => isOfAnother(email, person.id));
      const owner = first?.owner ?? null;
      return first === undefined || owner === null
        ? null
        : { kind, person, address: first.address, owner, more: others.length };
    }
    case 'unreadable':
      return { kind, person, ...firstOf('fields', read()?.unread.map(({ field }) => field) ?? []) };
    case 'not-an-id':
      return { kind, person, ...firstOf('texts', read()?.notIds ?? []) };
    case 'duplicate-report':
      return { kind, person, ...firstOf('ids', read()?.duplicateReports ?? []) };
    default:
      return null;
  }
}

function firstOf<K extends string, T>(name: K, all: readonly T[]) {
  const some = all.slice(0, mostNamed);
  return { [name]: some, more: all.length - some.length } as { readonly [N in K]: T[] } & { readonly more: number };
}
