/** What the server is asked for a check: begun, paused, stopped and tried again, and kept with each step. */
import pLimit from 'p-limit';
import type { CheckId } from '../../contract/check.ts';
import type { CheckAsking } from '../../contract/check-overview.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { CheckAsked } from '../storage/checks-table.ts';
import type { AskWriter } from '../storage/write-store.ts';
import type { PassingThread } from '../thread/passing-thread.ts';
import { type AskingNeeds, createAsking } from './asking.ts';
import type { CheckStore } from './check-store.ts';
import type { Holding } from './holding.ts';
import type { Runs } from './runs.ts';
import type { HeldOverview } from './tell-overview.ts';

export type ServerAskedNeeds = {
  readonly thread: Pick<PassingThread<CheckStore>, 'ask'>;
  readonly ask: AskWriter;
  readonly clock: Clock;
  readonly inBackground: InBackground;
  readonly held: Holding['held'];
  readonly runs: Pick<Runs, 'keep'>;
  /** What is asked of the server, and by what is heard of others who do. */
  readonly fetching: Pick<AskingNeeds, 'server' | 'disk' | 'news'>;
  /** As `AskingNeeds`. */
  readonly went: AskingNeeds['went'];
};

type Answer = Promise<Outcome<HeldOverview>>;

export type ServerAsked = {
  readonly of: (id: CheckId) => CheckAsking | null;
  readonly count: (id: CheckId, olderThan: number) => Promise<Outcome<{ requests: number }>>;
  readonly begin: (id: CheckId, olderThan: number) => Answer;
  readonly pause: (id: CheckId) => Answer;
  readonly goOn: (id: CheckId) => Answer;
  readonly stop: (id: CheckId) => Answer;
  readonly retry: (id: CheckId) => Answer;
  /** What an earlier run of the app left of it goes on, or stays paused. */
  readonly remember: (overview: HeldOverview) => Promise<void>;
  readonly giveUp: (id: CheckId) => Promise<void>;
  /** Goes on with all that was asked for, but for what is paused. */
  readonly resume: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export function createServerAsked(needs: ServerAskedNeeds): ServerAsked {
  const { thread, ask, clock, inBackground, held, runs, went } = needs;
  const asking = createAsking({
    ...{ ...needs.fetching, ask, clock, inBackground, went },
    done: (id) => ended(id),
  });

  /** One step after the other: what a page asks, and what goes on by itself, must not both begin. */
  const turn = pLimit(1);

  const overviewOf = (id: CheckId): Answer => held(id, () => thread.ask('overview', [id]));
  const setAsked = async (id: CheckId, asked: CheckAsked): Answer => {
    const stored = await ask('setCheckAsked', [id, asked]);
    return stored.ok ? held(id, () => thread.ask('setAsked', [id, asked])) : stored;
  };
  const toAsk = (id: CheckId, asked: Pick<CheckAsked, 'at' | 'olderThan'>) =>
    held(id, () => thread.ask('toAsk', [id, asked]));
  /** Asks for the people who are left. */
  const askOn = async (id: CheckId, asked: Pick<CheckAsked, 'at' | 'olderThan'>): Answer => {
    const people = await toAsk(id, asked);
    if (!people.ok) return people;
    const isAny = people.value.length > 0;
    const kept = await setAsked(id, { at: asked.at, olderThan: asked.olderThan, status: isAny ? 'running' : null });
    if (kept.ok && isAny) asking.start(id, people.value);
    return kept;
  };
  /** Where the server was asked for it. */
  const whereAsked = async (id: CheckId, work: (asked: CheckAsked) => Answer): Answer => {
    const overview = await overviewOf(id);
    return overview.ok && overview.value.asked !== null ? work(overview.value.asked) : overview;
  };
  async function ended(id: CheckId): Promise<void> {
    await whereAsked(id, (asked) => setAsked(id, { ...asked, status: null }));
    await runs.keep(id);
  }

  return {
    of: asking.of,
    count: async (id, olderThan) => {
      const people = await toAsk(id, { at: clock.now(), olderThan });
      return people.ok ? succeeded({ requests: people.value.length }) : people;
    },
    begin: (id, olderThan) => turn(() => askOn(id, { at: clock.now(), olderThan })),
    pause: (id) =>
      turn(whereAsked, id, async (asked) => {
        await asking.end(id, null);
        const left = await toAsk(id, asked);
        if (!left.ok) return left;
        const isAny = left.value.length > 0;
        if (isAny) await asking.end(id, left.value.length);
        return setAsked(id, { ...asked, status: isAny ? 'paused' : null });
      }),
    goOn: (id) => turn(whereAsked, id, (asked) => askOn(id, asked)),
    stop: (id) =>
      turn(whereAsked, id, async (asked) => {
        await asking.end(id, null);
        const overview = await setAsked(id, { ...asked, status: null });
        await runs.keep(id);
        return overview;
      }),
    retry: (id) =>
      turn(async () => {
        const people = await held(id, () => thread.ask('failedIn', [id]));
        if (!people.ok) return people;
        const forgiven = await ask('forgiveFailuresOf', [people.value]);
        if (!forgiven.ok) return forgiven;
        const overview = await overviewOf(id);
        if (!overview.ok) return overview;
        // Where it was never asked for, so old that only people without a record are asked for.
        return askOn(id, overview.value.asked ?? { at: clock.now(), olderThan: clock.now() });
      }),
    remember: ({ id, asked }) =>
      turn(async () => {
        if (asked === null || asked.status === null || asking.of(id) !== null) return;
        const left = await toAsk(id, asked);
        if (!left.ok) return;
        if (asked.status === 'paused') await asking.end(id, left.value.length);
        else asking.start(id, left.value);
      }),
    giveUp: (id) => asking.end(id, null),
    resume: () =>
      turn(async () => {
        const wanted = await ask('checksToAsk', []);
        for (const id of wanted.ok ? wanted.value : []) {
          if (asking.of(id) === null || asking.isHeld(id)) await whereAsked(id, (asked) => askOn(id, asked));
        }
      }),
    close: asking.close,
  };
}
