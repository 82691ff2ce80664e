/**
 * All problems as they are: found at once, and kept until something was written. That takes seconds with a million people, so
 * they are found again only so often that others have their turn.
 */
import { createWriteMark } from '../sqlite/write-mark.ts';
import type { StoreFile } from '../storage/store-file.ts';
import type { FoundNow } from './find-problems.ts';
import { type Marked, markedNow } from './marked.ts';

export type ProblemsAt = FoundNow & { readonly marked: Marked; readonly version: number };

export type ProblemsNow = {
  readonly at: () => ProblemsAt;
  /** Others were set aside, or looked at. */
  readonly marksChanged: () => void;
  /** Whether something was written since they were found. */
  readonly isOutdated: () => boolean;
};

type Kept = FoundNow & { readonly mark: string; readonly foundAt: number; readonly tookMs: number };

/** Sooner than that they are found again only where it takes no time. */
const leastAgeMs = 1000;
const noTimeMs = 50;
/** Finding them takes at most one in so many moments. */
const mostOften = 4;

export function createProblemsNow(
  { database, tables, clock }: Pick<StoreFile, 'database' | 'tables' | 'clock'>,
  find: () => FoundNow,
): ProblemsNow {
  const writeMark = createWriteMark(database);
  let kept: Kept | null = null;
  let told: ProblemsAt | null = null;
  let areMarksOther = false;

  const isDue = ({ mark, foundAt, tookMs }: Kept): boolean =>
    mark !== writeMark() &&
    (tookMs < noTimeMs || clock.monotonic() - foundAt >= Math.max(leastAgeMs, (mostOften - 1) * tookMs));
  const foundNow = (): Kept => {
    if (kept !== null && !isDue(kept)) return kept;
    const begun = clock.monotonic();
    // Before the reading: what is written during it then counts as newer.
    const mark = writeMark();
    const found = find();
    const foundAt = clock.monotonic();
    kept = { ...found, mark, foundAt, tookMs: foundAt - begun };
    return kept;
  };

  return {
    at: () => {
      const before = kept;
      const { found, known, outdated } = foundNow();
      if (told !== null && kept === before && !areMarksOther) return told;
      areMarksOther = false;
      const marked = markedNow(found, tables.problemMarks);
      const isOther = marked.digest !== told?.marked.digest || outdated !== told.outdated;
      told = { found, known, outdated, marked, version: (told?.version ?? 0) + Number(isOther) };
      return told;
    },
    marksChanged: () => {
      areMarksOther = true;
    },
    isOutdated: () => kept?.mark !== writeMark(),
  };
}
