/** The double's problems: some of every kind, narrowed by which and by text alone. How they are found is tested in the main process. */
import type { Handlers } from '../../contract/calls.ts';
import type { AppEvent } from '../../contract/events.ts';
import { failed, succeeded } from '../../contract/failures.ts';
import { informationKinds, problemKinds } from '../../contract/problem-kinds.ts';
import type { MeantProblems, ProblemKind, ProblemRow, ProblemSort, ProblemsOverview } from '../../contract/problems.ts';
import { subjectText } from '../../renderer/problems/problem-people.ts';

type ProblemHandlers = Pick<Handlers, Extract<keyof Handlers, `problems.${string}`>>;

export type ProblemNeeds = {
  readonly rows: readonly ProblemRow[];
  readonly say: (event: AppEvent) => void;
};

export function createDoubleProblems({ rows: made, say }: ProblemNeeds): ProblemHandlers {
  let rows = made;
  let before: readonly ProblemRow[] = made;
  let version = 1;

  const of = (kind: ProblemKind) => rows.filter((row) => row.problem.kind === kind);
  const overview = (): ProblemsOverview => {
    const kinds = problemKinds.map((kind) => {
      const open = of(kind).filter(({ aside }) => aside === null);
      const fresh = open.filter(({ isNew }) => isNew).length;
      return { kind, count: open.length, fresh, aside: of(kind).length - open.length, first: open.slice(0, 3) };
    });
    const fresh = kinds.filter(({ kind }) => !informationKinds.includes(kind)).reduce((sum, one) => sum + one.fresh, 0);
    return { version, kinds, fresh, rereading: null };
  };
  const meant = ({ kind, of: which }: MeantProblems): ProblemRow[] =>
    of(kind).filter((row) => {
      if ('subjects' in which) return which.subjects.includes(row.subject);
      const isIn = {
        open: row.aside === null,
        new: row.aside === null && row.isNew,
        aside: row.aside !== null,
      }[which.which];
      return isIn && subjectText(row.problem).toLowerCase().includes(which.text.toLowerCase());
    });
  const sorted = (some: readonly ProblemRow[], { by, descending }: ProblemSort): ProblemRow[] => {
    if (by === 'weight') return descending ? [...some] : some.toReversed();
    const key = (row: ProblemRow) => (by === 'since' ? String(row.since ?? '') : subjectText(row.problem));
    return some.toSorted((one, other) => key(one).localeCompare(key(other)) * (descending ? -1 : 1));
  };
  const change = (next: readonly ProblemRow[]) => {
    before = rows;
    rows = next;
    version += 1;
    say({ name: 'problems.changed', data: { version, fresh: overview().fresh } });
  };
  const put = (asked: MeantProblems, aside: ProblemRow['aside']) => {
    const those = new Set(meant(asked));
    change(rows.map((row) => (those.has(row) ? { ...row, aside, isNew: false } : row)));
    return succeeded({ count: those.size, change: those.size === 0 ? null : version });
  };

  return {
    'problems.overview': () => succeeded(overview()),
    'problems.leave': () => succeeded(null),
    'problems.fresh': () => succeeded({ version, fresh: overview().fresh }),
    'problems.rows': ({ kind, filter, sort, offset, limit }) => {
      const all = sorted(meant({ kind, of: filter }), sort);
      return succeeded({ version, offset, rows: all.slice(offset, offset + limit), total: all.length });
    },
    'problems.setAside': ({ note, ...asked }) => put(asked, { note, at: Date.now() }),
    'problems.takeBack': (asked) => put(asked, null),
    'problems.undo': ({ change: which }) => {
      if (which !== version) return failed({ kind: 'cancelled' });
      change(before);
      return succeeded({ count: 1 });
    },
    'problems.looked': ({ kinds }) => {
      change(rows.map((row) => (kinds.includes(row.problem.kind) ? { ...row, isNew: false } : row)));
      return succeeded(null);
    },
    'problems.copy': (asked) => succeeded({ copied: meant(asked).length }),
    'problems.save': (asked) => succeeded({ saved: meant(asked).length }),
  };
}
