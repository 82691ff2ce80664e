/** What of the problems is being saved or copied: one at a time, a part at a time, as they were when it was asked for. */
import { problemWords } from '../../contract/problem-words.ts';
import type { MeantProblems, ProblemRow, ProblemSort } from '../../contract/problems.ts';
import {
  type ProblemTextFormat,
  problemCells,
  problemHead,
  problemHeadCells,
  problemLine,
} from '../export/problem-lines.ts';
import { workbookCell } from '../export/workbook-cells.ts';
import { createWorkbookWriter } from '../workbook/write-workbook.ts';

export type ProblemWriteAsked = MeantProblems & {
  readonly sort: ProblemSort;
  readonly format: ProblemTextFormat | 'xlsx';
};

/** `done`: rows that were written with this part. `isLast`: nothing comes after it. */
export type ProblemsPart = { readonly text: string | Uint8Array; readonly done: number; readonly isLast: boolean };

/** What is written: `rows` gives those from a place on, at most so many. */
export type ProblemsWritten = {
  readonly total: number;
  readonly rows: (from: number, limit: number) => readonly ProblemRow[];
};

/** About as long as a frame takes. */
const rowsAtOnce = 200;

export function createProblemWritings() {
  let writing: { readonly number: number; readonly next: () => ProblemsPart } | null = null;
  let last = 0;

  return {
    /** In place of others. */
    begin: ({ kind, format }: Pick<ProblemWriteAsked, 'kind' | 'format'>, { total, rows }: ProblemsWritten): number => {
      const workbook = format === 'xlsx' ? createWorkbookWriter(problemWords[kind], { hasHeadings: true }) : null;
      const textOf = (part: readonly ProblemRow[], isFirst: boolean, isLast: boolean): string | Uint8Array => {
        if (format !== 'xlsx' || workbook === null) {
          const as = format === 'xlsx' ? 'text' : format;
          return (isFirst ? problemHead(as) : '') + part.map((row) => problemLine(row, as)).join('');
        }
        const cells = [...(isFirst ? [problemHeadCells] : []), ...part.map(problemCells)];
        const written = workbook.rows(cells.map((line) => line.map(workbookCell)));
        return isLast ? Buffer.concat([written, workbook.end()]) : written;
      };
      let from = 0;
      last += 1;
      writing = {
        number: last,
        next: () => {
          const isFirst = from === 0;
          const part = rows(from, rowsAtOnce);
          from = Math.min(from + rowsAtOnce, total);
          const isLast = from >= total;
          return { text: textOf(part, isFirst, isLast), done: from, isLast };
        },
      };
      return last;
    },
    /** The part after the last one. Null: others are written since. */
    part: (nth: number): ProblemsPart | null => (writing?.number === nth ? writing.next() : null),
    end: (nth: number): void => {
      if (writing?.number === nth) writing = null;
    },
  };
}
