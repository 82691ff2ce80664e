/**
 * The problems of an open directory, in the main process: the overview's thread finds them, the writer's keeps what is said of them, and
 * how many are new is told as it changes. Nothing is found here.
 */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type {
  MeantProblems,
  ProblemKind,
  ProblemRows,
  ProblemRowsAsked,
  ProblemsChanged,
  ProblemsFresh,
  ProblemsOverview,
} from '../../contract/problems.ts';
import type { Announce } from '../announce.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { News } from '../storage/news.ts';
import type { AskWriter } from '../storage/write-store.ts';
import type { Answer, Ask } from '../thread/thread-messages.ts';
import type { ProblemsPart, ProblemWriteAsked } from './problem-writings.ts';
import type { ProblemsStore } from './problems-store.ts';

export type WorkbenchNeeds = {
  readonly askOverview: Ask<ProblemsStore>;
  readonly askWriter: AskWriter;
  readonly clock: Clock;
  readonly news: Pick<News, 'on'>;
  readonly announce: Announce;
  readonly inBackground: InBackground;
  /** Aborts when the directory is closed. */
  readonly signal: AbortSignal;
};

export type Workbench = {
  /** The page shows them from now on. */
  readonly overview: () => Promise<Outcome<ProblemsOverview>>;
  readonly leave: () => void;
  readonly fresh: () => ProblemsFresh | null;
  readonly rows: (asked: ProblemRowsAsked) => Promise<Outcome<ProblemRows>>;
  /** `note` null: takes them back. */
  readonly setAside: (asked: MeantProblems, note: string | null) => Promise<Outcome<ProblemsChanged>>;
  readonly undo: (change: number) => Promise<Outcome<{ count: number }>>;
  readonly looked: (kinds: readonly ProblemKind[]) => Promise<Outcome<null>>;
  readonly beginWriting: (asked: ProblemWriteAsked) => Promise<Answer<ProblemsStore, 'beginProblemWriting'>>;
  readonly writePart: (writing: number) => Promise<Outcome<ProblemsPart | null>>;
  readonly endWriting: (writing: number) => Promise<unknown>;
};

/** How soon problems are found again after something was stored: while they are shown, and once writing has calmed down. */
const shownMs = 1000;
const calmMs = 5000;

export function createWorkbench(needs: WorkbenchNeeds): Workbench {
  const { askOverview, askWriter, clock, news, announce, inBackground, signal } = needs;
  let isShown = false;
  let told: ProblemsFresh | null = null;
  /** When they are found again; null: nothing was stored since. */
  let dueAt: number | null = null;
  let isWaiting = false;

  const tell = ({ version, fresh }: ProblemsFresh) => {
    if (told?.version === version && told.fresh === fresh) return;
    told = { version, fresh };
    announce('problems.changed', told);
  };
  /** `areMarksOther`: problems were set aside, taken back or looked at. */
  const findAgain = async (areMarksOther: boolean): Promise<void> => {
    const now = await askOverview('problemsFresh', [areMarksOther]);
    if (!now.ok || signal.aborted) return;
    tell(now.value);
    // They are found only so often; what was stored in between is found later.
    if (now.value.isOutdated && isShown) dueAt ??= clock.monotonic() + shownMs;
  };
  const wait = async (): Promise<void> => {
    if (isWaiting) return;
    isWaiting = true;
    try {
      while (dueAt !== null && !signal.aborted) {
        const left = dueAt - clock.monotonic();
        if (left > 0) {
          // No longer than that, since it may be due sooner by then.
          await clock.sleep(Math.min(left, shownMs), signal).catch(() => undefined);
          continue;
        }
        dueAt = null;
        await findAgain(false);
      }
    } finally {
      isWaiting = false;
    }
  };
  const changed = () => {
    const now = clock.monotonic();
    dueAt = isShown ? Math.min(dueAt ?? Number.POSITIVE_INFINITY, now + shownMs) : now + calmMs;
    inBackground('find problems again', wait);
  };
  news.on('stored', changed);
  news.on('completed', changed);
  news.on('handlesFilled', changed);
  // Also after a start: what an earlier run left is counted once the first page is there.
  changed();

  return {
    overview: async () => {
      isShown = true;
      const now = await askOverview('problemsOverview', []);
      if (now.ok) tell(now.value);
      return now;
    },
    leave: () => {
      isShown = false;
    },
    fresh: () => told,
    rows: (asked) => askOverview('problemRows', [asked]),
    setAside: async (asked, note) => {
      const meant = await askOverview('meantProblems', [asked]);
      if (!meant.ok) return meant;
      const aside = { kind: asked.kind, packed: meant.value, note, at: clock.now() };
      const done = await askWriter('setProblemsAside', [aside]);
      if (done.ok) await findAgain(true);
      return done;
    },
    undo: async (change) => {
      const undone = await askWriter('undoProblems', [change]);
      if (!undone.ok) return undone;
      if (undone.value === null) return failed({ kind: 'cancelled' });
      await findAgain(true);
      return succeeded(undone.value);
    },
    looked: async (kinds) => {
      const seen = await askOverview('seenProblems', [kinds]);
      if (!seen.ok) return seen;
      const done = await askWriter('setProblemsSeen', [seen.value]);
      if (done.ok) await findAgain(true);
      return done;
    },
    beginWriting: (asked) => askOverview('beginProblemWriting', [asked]),
    writePart: (writing) => askOverview('writeProblemPart', [writing]),
    endWriting: (writing) => askOverview('endProblemWriting', [writing]),
  };
}
