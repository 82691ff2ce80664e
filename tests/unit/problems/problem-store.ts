/** Problems over a store in this thread: what a test records is found at once. */
import type { MeantProblems, ProblemFilter, ProblemKind, ProblemRow, ProblemSort } from '../../../contract/problems.ts';
import type { User } from '../../../contract/user.ts';
import { createProblemsStore } from '../../../electron/problems/problems-store.ts';
import { emailOf, freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { StoreNeeds } from '../storage/whole-store.ts';
import { unwrap } from '../sync/synced.ts';

export const openProblems: ProblemFilter = { which: 'open', role: null, team: null, text: '', below: null };
export const heaviest: ProblemSort = { by: 'weight', descending: true };

export type AskedRows = {
  readonly filter?: Partial<ProblemFilter>;
  readonly sort?: ProblemSort;
  readonly offset?: number;
  readonly limit?: number;
};

export function openProblemStore({
  file = freshFile(),
  ...more
}: Partial<StoreNeeds> & { readonly file?: string } = {}) {
  const { store } = storeAt(file, more);
  const problems = createProblemsStore(store.storeFile);
  const window = (kind: ProblemKind, { filter, sort = heaviest, offset = 0, limit = 100 }: AskedRows = {}) =>
    unwrap(problems.problemRows({ kind, filter: { ...openProblems, ...filter }, sort, offset, limit }));
  const setAside = (meant: MeantProblems, note: string | null, at = noon) => {
    const packed = unwrap(problems.meantProblems(meant));
    const done = unwrap(store.setProblemsAside({ kind: meant.kind, packed, note, at }));
    unwrap(problems.problemsFresh(true));
    return done;
  };
  return {
    store,
    file,
    problems,
    /** Records people, each an id with what else is known. */
    say: (people: Readonly<Record<string, Partial<User>>>, at = noon) =>
      record(
        store,
        Object.entries(people).map(([id, user]) => userOf(id, user)),
        at,
      ),
    window,
    rows: (kind: ProblemKind, asked?: AskedRows): readonly ProblemRow[] => window(kind, asked).rows,
    overview: () => unwrap(problems.problemsOverview()),
    count: (kind: ProblemKind) => {
      const { count, fresh, aside } = unwrap(problems.problemsOverview()).kinds.find((one) => one.kind === kind) ?? {};
      return { count, fresh, aside };
    },
    /** `note` null: takes back. */
    setAside,
    look: (kinds: readonly ProblemKind[]) => {
      unwrap(store.setProblemsSeen(unwrap(problems.seenProblems(kinds))));
      unwrap(problems.problemsFresh(true));
    },
  };
}

export const reports = (...ids: readonly string[]) => ({ reports: ids.map(idOf) });
export const deleted = (at: number | null = noon) =>
  ({ status: 'deleted', isActive: false, isDeleted: true, deletedAt: at }) as const;
export const primaryOf = (address: string, more: Parameters<typeof emailOf>[1] = {}) =>
  emailOf(address, { isPrimary: true, ...more });

/** Who a row is about: the person, those of a circle or of what is shared. */
export function about({ problem }: ProblemRow): string {
  if ('people' in problem) return problem.people.map(({ id }) => id).join(' ');
  if ('id' in problem) return problem.id;
  return 'person' in problem ? problem.person.id : problem.kind;
}
