/** Which of the problems are new, which are set aside, and whether anything of that is another than it was. */
import { informationKinds, problemKinds } from '../../contract/problem-kinds.ts';
import type { ProblemKind } from '../../contract/problems.ts';
import type { ProblemMarksTable, Seen, SetAside } from '../storage/problem-marks-table.ts';
import { type Found, type FoundOfKind, mixed } from './found.ts';

export const [isKnown, isNew, isAside] = [0, 1, 2];

export type MarkedKind = {
  /** Of each problem, by its place. */
  readonly marks: Uint8Array;
  readonly fresh: number;
  readonly aside: number;
  /** By subject; what was set aside as it was before does not count. */
  readonly notes: ReadonlyMap<number, SetAside>;
};

export type Marked = {
  readonly of: { readonly [K in ProblemKind]: MarkedKind };
  /** Of all kinds but those that are information. */
  readonly fresh: number;
  /** The same while nothing is another. */
  readonly digest: number;
};

const noSeen: Seen = new Map();
const noNotes: ReadonlyMap<number, SetAside> = new Map();

export function markedNow(found: Found, table: Pick<ProblemMarksTable, 'aside' | 'seen'>): Marked {
  const aside = table.aside();
  const seen = table.seen();
  const of = Object.fromEntries(
    problemKinds.map((kind) => [kind, marked(found[kind], seen.get(kind) ?? noSeen, aside.get(kind) ?? noNotes)]),
  ) as Marked['of'];
  const told = problemKinds.filter((kind) => !informationKinds.includes(kind));
  return {
    of,
    fresh: told.reduce((sum, kind) => sum + of[kind].fresh, 0),
    digest: mixed(problemKinds.map((kind) => digestOf(found[kind], of[kind]))),
  };
}

function marked({ subjects, evidence }: FoundOfKind, seen: Seen, notes: ReadonlyMap<number, SetAside>): MarkedKind {
  const marks = new Uint8Array(subjects.length);
  let fresh = 0;
  let aside = 0;
  for (let nth = 0; nth < subjects.length; nth += 1) {
    const subject = subjects[nth] ?? 0;
    const shows = evidence[nth];
    if (notes.size > 0 && notes.get(subject)?.evidence === shows) {
      marks[nth] = isAside;
      aside += 1;
    } else if (seen.get(subject) !== shows) {
      marks[nth] = isNew;
      fresh += 1;
    }
  }
  return { marks, fresh, aside, notes };
}

function digestOf({ subjects, evidence, weights }: FoundOfKind, { marks, notes }: MarkedKind): number {
  let low = 0x811c9dc5;
  for (let nth = 0; nth < subjects.length; nth += 1) {
    const shows = evidence[nth] ?? 0;
    low = Math.imul(low ^ ((subjects[nth] ?? 0) >>> 0), 0x01000193);
    low = Math.imul(low ^ (shows >>> 0) ^ ((shows / 0x1_0000_0000) >>> 0), 0x01000193);
    low = Math.imul(low ^ ((weights[nth] ?? 0) * 4 + (marks[nth] ?? 0)), 0x01000193);
  }
  for (const { at } of notes.values()) low = Math.imul(low ^ (at >>> 0), 0x01000193);
  return low >>> 0;
}
