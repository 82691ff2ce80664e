/** What a person has said of problems: which are set aside, and which were there when they last looked. */
import type { DatabaseSync } from 'node:sqlite';
import { ProblemKind } from '../../contract/problems.ts';
import { bytes, number, prepareQuery, text } from '../sqlite/typed-query.ts';

/** A problem of a kind as it was at `at`, in milliseconds since 1970-01-01T00:00Z, when it was set aside. */
export type SetAside = {
  readonly subject: number;
  readonly evidence: number;
  readonly note: string;
  readonly at: number;
};
/** Of one subject; null: it was not set aside. */
export type AsideBefore = { readonly subject: number; readonly was: SetAside | null };

/** By subject, the evidence. */
export type Seen = ReadonlyMap<number, number>;

export type ProblemMarksTable = ReturnType<typeof createProblemMarksTable>;

export function createProblemMarksTable(database: DatabaseSync) {
  const columns = { subject: number, evidence: number, note: text, at: number };
  const aside = prepareQuery(
    database,
    'SELECT kind, subject, evidence, note, at FROM problems_aside ORDER BY kind, subject',
    { kind: text, ...columns },
  );
  const of = prepareQuery(
    database,
    'SELECT subject, evidence, note, at FROM problems_aside WHERE kind = ? AND subject = ?',
    columns,
  );
  const put = database.prepare(`
    INSERT INTO problems_aside (kind, subject, evidence, note, at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET (evidence, note, at) = (excluded.evidence, excluded.note, excluded.at)`);
  const remove = database.prepare('DELETE FROM problems_aside WHERE kind = ? AND subject = ?');
  const seen = prepareQuery(database, 'SELECT kind, seen FROM problems_seen', { kind: text, seen: bytes });
  const setSeen = database.prepare(`
    INSERT INTO problems_seen (kind, seen) VALUES (?, ?) ON CONFLICT DO UPDATE SET seen = excluded.seen`);

  const setAs = (kind: ProblemKind, subject: number, now: Omit<SetAside, 'subject'> | null) => {
    if (now === null) remove.run(kind, subject);
    else put.run(kind, subject, now.evidence, now.note, now.at);
  };

  return {
    /** By kind and subject. */
    aside: (): ReadonlyMap<ProblemKind, ReadonlyMap<number, SetAside>> => {
      const found = new Map<ProblemKind, Map<number, SetAside>>();
      for (const { kind: word, ...one } of aside.all()) {
        const kind = ProblemKind.parse(word);
        const ofKind = found.get(kind) ?? new Map<number, SetAside>();
        ofKind.set(one.subject, one);
        found.set(kind, ofKind);
      }
      return found;
    },
    /** Sets aside, or takes back where `now` is null; gives what there was before. Within a transaction. */
    setAside: (
      kind: ProblemKind,
      some: readonly { readonly subject: number; readonly now: Omit<SetAside, 'subject'> | null }[],
    ): AsideBefore[] =>
      some.map(({ subject, now }) => {
        const was = of.get(kind, subject) ?? null;
        setAs(kind, subject, now);
        return { subject, was };
      }),
    seen: (): ReadonlyMap<ProblemKind, Seen> =>
      new Map(seen.all().map(({ kind, seen: packed }) => [ProblemKind.parse(kind), unpackedSeen(packed)])),
    /** What was there of a kind, in place of what was there before. Within a transaction. */
    setSeen: (kind: ProblemKind, packed: Uint8Array): void => {
      setSeen.run(kind, packed);
    },
  };
}

/** Subject and evidence of each, one after the other: a million are 16 MB, and read in a few milliseconds. */
export function packedSeen({ subjects, evidence }: { subjects: readonly number[]; evidence: readonly number[] }) {
  const numbers = new Float64Array(subjects.length * 2);
  for (const [nth, subject] of subjects.entries()) {
    numbers[nth * 2] = subject;
    numbers[nth * 2 + 1] = evidence[nth] ?? 0;
  }
  return new Uint8Array(numbers.buffer);
}

export function unpackedSeen(packed: Uint8Array): Seen {
  // A copy begins where numbers may begin.
  const numbers = new Float64Array(packed.slice().buffer);
  const seen = new Map<number, number>();
  for (let nth = 0; nth + 1 < numbers.length; nth += 2) seen.set(numbers[nth] ?? 0, numbers[nth + 1] ?? 0);
  return seen;
}
