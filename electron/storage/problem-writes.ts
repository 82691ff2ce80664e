/** What the writer's thread does for problems: it keeps what a person says of them. Each piece is one transaction. */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { ProblemKind, ProblemsChanged } from '../../contract/problems.ts';
import type { Write } from './guarded-work.ts';
import { type AsideBefore, unpackedSeen } from './problem-marks-table.ts';
import type { Tables } from './tables.ts';

export type ProblemWritesNeeds = { readonly tables: Pick<Tables, 'problemMarks'>; readonly write: Write };

/** `note` null: they are taken back. `at`: in milliseconds since 1970-01-01T00:00Z. */
export type AsideAsked = {
  readonly kind: ProblemKind;
  /** Packed by `packedSeen`. */
  readonly packed: Uint8Array;
  readonly note: string | null;
  readonly at: number;
};

export function createProblemWrites({ tables: { problemMarks }, write }: ProblemWritesNeeds) {
  let last: { readonly change: number; readonly kind: ProblemKind; readonly before: readonly AsideBefore[] } | null =
    null;
  let changes = 0;

  return {
    /** Sets aside, or takes back. What was before is kept until the next change. */
    setProblemsAside: ({ kind, packed, note, at }: AsideAsked): Outcome<ProblemsChanged> => {
      const some = Array.from(unpackedSeen(packed), ([subject, evidence]) => ({
        subject,
        now: note === null ? null : { evidence, note, at },
      }));
      const done = write('problems.setAside', () => problemMarks.setAside(kind, some));
      if (!done.ok) return done;
      const before = note === null ? done.value.filter(({ was }) => was !== null) : done.value;
      if (before.length === 0) return succeeded({ count: 0, change: null });
      changes += 1;
      last = { change: changes, kind, before };
      return succeeded({ count: before.length, change: changes });
    },
    /** Null: another change was made since. */
    undoProblems: (change: number): Outcome<{ readonly count: number } | null> => {
      if (last?.change !== change) return succeeded(null);
      const { kind, before } = last;
      const done = write('problems.undo', () =>
        problemMarks.setAside(
          kind,
          before.map(({ subject, was }) => ({ subject, now: was })),
        ),
      );
      if (!done.ok) return done;
      last = null;
      return succeeded({ count: before.length });
    },
    /** These are all that there is of each kind, packed by `packedSeen`. */
    setProblemsSeen: (seen: readonly { readonly kind: ProblemKind; readonly packed: Uint8Array }[]): Outcome<null> =>
      write('problems.looked', () => {
        for (const { kind, packed } of seen) problemMarks.setSeen(kind, packed);
        return null;
      }),
  };
}
