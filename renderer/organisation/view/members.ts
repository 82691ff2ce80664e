/**
 * What is known of the people of a drawing, by key. Those in view are asked for, as many at a time as one answer holds and one
 * question at a time; the last 5,000 are kept.
 */
import { mostMembers } from '../../../contract/bounds.ts';
import type { Outcome } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Member } from '../../../contract/organisation.ts';

export type Members = {
  readonly of: (key: number) => Member | undefined;
  /** 0: not known. */
  readonly keyOf: (id: UserId) => number;
  /** Those in view. Those who are not known yet are asked for; what was wanted before is dropped. */
  readonly want: (keys: readonly number[]) => void;
  /** The one of a key, asked for where it is not known; null: there is nobody, or it could not be had. */
  readonly get: (key: number) => Promise<Member | null>;
  readonly keep: (members: readonly Member[]) => void;
  /** All may have changed: those that are wanted next are asked for once more, and shown as they were until then. */
  readonly age: () => void;
};

export type MembersNeeds = {
  readonly ask: (keys: readonly number[]) => Promise<Outcome<{ readonly members: readonly Member[] }>>;
  /** Others are known now. */
  readonly onChange: () => void;
};

const mostKept = 5000;

export function createMembers({ ask, onChange }: MembersNeeds): Members {
  /** The last wanted last. */
  const known = new Map<number, Member>();
  const keys = new Map<UserId, number>();
  /** Asked for since all may have changed; those without an answer among them. */
  let fresh = new Set<number>();
  let wanted: readonly number[] = [];
  let isAsking = false;

  const keep = (members: readonly Member[]): void => {
    for (const member of members) {
      known.delete(member.key);
      known.set(member.key, member);
      keys.set(member.id, member.key);
    }
    for (const [key, { id }] of known) {
      if (known.size <= mostKept) break;
      known.delete(key);
      keys.delete(id);
      fresh.delete(key);
    }
  };

  const askNext = async (): Promise<void> => {
    const missing = wanted.filter((key) => !fresh.has(key)).slice(0, mostMembers);
    if (isAsking || missing.length === 0) return;
    isAsking = true;
    const asked = fresh;
    const answer = await ask(missing);
    isAsking = false;
    // What could not be had is asked for again with the next movement, not at once: the reason may last.
    if (!answer.ok) return;
    for (const key of missing) asked.add(key);
    keep(answer.value.members);
    onChange();
    void askNext();
  };

  return {
    of: (key) => known.get(key),
    keyOf: (id) => keys.get(id) ?? 0,
    want: (some) => {
      wanted = some;
      for (const key of some) {
        const member = known.get(key);
        if (member === undefined || known.size < mostKept) continue;
        known.delete(key);
        known.set(key, member);
      }
      void askNext();
    },
    get: async (key) => {
      const member = known.get(key);
      if (member !== undefined) return member;
      const answer = await ask([key]);
      if (!answer.ok) return null;
      keep(answer.value.members);
      return answer.value.members[0] ?? null;
    },
    keep: (members) => {
      keep(members);
      for (const { key } of members) fresh.add(key);
      onChange();
    },
    age: () => {
      fresh = new Set();
    },
  };
}
