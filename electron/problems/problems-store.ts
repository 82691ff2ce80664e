/** What the overview's thread does for problems: it tells them, and what is written of them. It writes nothing itself. */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import { problemKinds } from '../../contract/problem-kinds.ts';
import type {
  MeantProblems,
  ProblemKind,
  ProblemRows,
  ProblemRowsAsked,
  ProblemSort,
  ProblemsOverview,
} from '../../contract/problems.ts';
import { createPeopleBelow } from '../people/below.ts';
import { createFindKeys } from '../people/find-keys.ts';
import { createClaimsWatched } from '../storage/claims-upward.ts';
import { packedSeen } from '../storage/problem-marks-table.ts';
import type { StoreFile } from '../storage/store-file.ts';
import { createStoredUser } from '../storage/stored-user.ts';
import { createWhoseIds } from '../storage/whose-ids.ts';
import { createFindProblems } from './find-problems.ts';
import { createSinces } from './gone-since.ts';
import { isAside, type Marked } from './marked.ts';
import { createProblemOrder, type OrderAsked } from './problem-order.ts';
import { createProblemWritings, type ProblemsPart, type ProblemWriteAsked } from './problem-writings.ts';
import { createProblemsNow, type ProblemsAt } from './problems-now.ts';
import { createTellProblems } from './tell-problems.ts';

/** How many are new. `isOutdated`: something was written since they were found. */
export type FreshNow = { readonly version: number; readonly fresh: number; readonly isOutdated: boolean };

/** What there is of a kind, packed by `packedSeen`. */
export type SeenNow = { readonly kind: ProblemKind; readonly packed: Uint8Array<ArrayBuffer> };

const firstShown = 3;
/** Of several people in one line of a file. */
const mostInFile = 500;
const heaviestFirst: ProblemSort = { by: 'weight', descending: true };

export type ProblemsStore = ReturnType<typeof createProblemsStore>;

export function createProblemsStore(file: StoreFile) {
  const { database, tables, reader, look } = file;
  const upward = createClaimsWatched(database, tables.claims);
  const sinces = createSinces(database, upward);
  const below = createPeopleBelow({ database, ids: tables.ids, upward, claims: tables.claims });
  const findKeys = createFindKeys({ database, tables, whose: createWhoseIds(file) });
  const order = createProblemOrder({ database, ids: tables.ids, findKeys, below, sinces });
  const telling = { tables, upward, userOf: createStoredUser(tables, reader), sinces };
  const tell = createTellProblems(telling);
  const tellForFile = createTellProblems({ ...telling, most: mostInFile });
  const writings = createProblemWritings();
  const find = createFindProblems({ database, tables, upward, readerVersion: reader.version });
  const now = createProblemsNow(file, find);
  let ordered: { readonly as: Marked; readonly asked: string; readonly places: Int32Array } | null = null;

  const placesOf = ({ found, marked }: ProblemsAt, asked: OrderAsked): Int32Array => {
    const said = JSON.stringify(asked);
    if (ordered?.as !== marked || ordered.asked !== said) {
      ordered = { as: marked, asked: said, places: order.of(found[asked.kind], marked.of[asked.kind], asked) };
    }
    return ordered.places;
  };
  const meant = (at: ProblemsAt, { kind, of }: MeantProblems, sort: ProblemSort): Int32Array =>
    'subjects' in of
      ? order.ofSome(at.found[kind], new Set(of.subjects), { kind, sort })
      : placesOf(at, { kind, filter: of, sort });

  return {
    problemsOverview: (): Outcome<ProblemsOverview> =>
      look('problems.overview', () => {
        const { found, marked, version, known, outdated } = now.at();
        return {
          version,
          kinds: problemKinds.map((kind) => {
            const { marks, fresh, aside } = marked.of[kind];
            const { weights, subjects } = found[kind];
            const first = tell(kind, found[kind], marked.of[kind], heaviestOpen(weights, marks));
            return { kind, count: subjects.length - aside, fresh, aside, first };
          }),
          fresh: marked.fresh,
          rereading: outdated === 0 ? null : { done: known - outdated, total: known },
        };
      }),
    /** `areMarksOther`: problems were set aside, taken back or looked at since. */
    problemsFresh: (areMarksOther: boolean): Outcome<FreshNow> =>
      look('problems.fresh', () => {
        if (areMarksOther) now.marksChanged();
        const { version, marked } = now.at();
        return { version, fresh: marked.fresh, isOutdated: now.isOutdated() };
      }),
    problemRows: ({ offset, limit, ...asked }: ProblemRowsAsked): Outcome<ProblemRows> =>
      look('problems.rows', () => {
        const at = now.at();
        const { kind } = asked;
        const places = placesOf(at, asked);
        const rows = tell(kind, at.found[kind], at.marked.of[kind], places.subarray(offset, offset + limit));
        return { version: at.version, offset, rows, total: places.length };
      }),
    /** Those that are meant as they are now, packed by `packedSeen`. */
    meantProblems: (asked: MeantProblems): Outcome<Uint8Array<ArrayBuffer>> =>
      look('problems.meant', () => {
        const at = now.at();
        const places = Array.from(meant(at, asked, heaviestFirst));
        const { subjects, evidence } = at.found[asked.kind];
        return packedSeen({
          subjects: places.map((place) => subjects[place] ?? 0),
          evidence: places.map((place) => evidence[place] ?? 0),
        });
      }),
    /** Begins to write some, in place of others; `writeProblemPart` gives the part after the last one, null where others are written since. */
    beginProblemWriting: (asked: ProblemWriteAsked): Outcome<{ readonly writing: number; readonly total: number }> =>
      look('problems.beginWriting', () => {
        const at = now.at();
        const { kind, sort } = asked;
        const places = meant(at, asked, sort);
        const rows = (from: number, limit: number) =>
          tellForFile(kind, at.found[kind], at.marked.of[kind], places.subarray(from, from + limit));
        return { writing: writings.begin(asked, { total: places.length, rows }), total: places.length };
      }),
    writeProblemPart: (writing: number): Outcome<ProblemsPart | null> =>
      look('problems.writePart', () => writings.part(writing)),
    endProblemWriting: (writing: number): Outcome<null> => {
      writings.end(writing);
      return succeeded(null);
    },
    seenProblems: (kinds: readonly ProblemKind[]): Outcome<SeenNow[]> =>
      look('problems.seen', () => {
        const { found } = now.at();
        return [...new Set(kinds)].map((kind) => ({ kind, packed: packedSeen(found[kind]) }));
      }),
  };
}

/** Places of those that are not set aside: of all only these few are put in order. */
function heaviestOpen(weights: readonly number[], marks: Uint8Array): number[] {
  const best: number[] = [];
  for (const [place, mark] of marks.entries()) {
    const weight = weights[place] ?? 0;
    if (mark === isAside || (best.length === firstShown && weight <= (weights[best.at(-1) ?? 0] ?? 0))) continue;
    const behind = best.findIndex((other) => (weights[other] ?? 0) < weight);
    best.splice(behind === -1 ? best.length : behind, 0, place);
    best.length = Math.min(best.length, firstShown);
  }
  return best;
}
