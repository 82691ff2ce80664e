/**
 * The status checks of an open directory, in the main process: lists are read and held by their own thread, stored by the writer's,
 * and asked for of the server. What is not held any more is held again when it is asked for.
 */
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import type { CheckId, CheckPerson, CheckRows, CheckRowsAsked } from '../../contract/check.ts';
import type { CheckOverview, CheckRuns, CheckSource, KeptChecks } from '../../contract/check-overview.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PeopleFilter } from '../../contract/table.ts';
import type { Announce } from '../announce.ts';
import type { ServerAccess } from '../api/api-client.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { DiskSpace } from '../disk/space.ts';
import type { News } from '../storage/news.ts';
import type { AskWriter } from '../storage/write-store.ts';
import type { PassingThread } from '../thread/passing-thread.ts';
import type { CheckStore, Chosen } from './check-store.ts';
import { createFollowing } from './following-news.ts';
import { createHolding, notKnown } from './holding.ts';
import { createListKeeping, type RefusalOf } from './list-keeping.ts';
import type { ListGiven } from './list-reading.ts';
import { createRuns } from './runs.ts';
import { createServerAsked } from './server-asked.ts';
import type { HeldOverview } from './tell-overview.ts';
import type { WriteAsked, WritingBegun, WrittenPart } from './writings.ts';

export type ChecksNeeds = {
  readonly thread: PassingThread<CheckStore>;
  readonly ask: AskWriter;
  readonly server: Pick<ServerAccess, 'api' | 'canFetch'>;
  readonly disk: DiskSpace;
  readonly clock: Clock;
  readonly news: News;
  readonly announce: Announce;
  readonly inBackground: InBackground;
};

type Answer = Promise<Outcome<CheckOverview>>;

export type Checks = {
  /** Fails as `check.begin` does. `transfer`: buffers that are handed over. */
  readonly begin: (given: ListGiven, source: CheckSource, refusalOf: RefusalOf) => Answer;
  readonly giveUp: () => void;
  readonly kept: () => Promise<Outcome<KeptChecks>>;
  readonly open: (id: CheckId) => Answer;
  readonly leave: () => void;
  readonly column: (id: CheckId, column: number) => Answer;
  readonly compare: (id: CheckId, part: PeopleFilter | null) => Answer;
  readonly rows: (asked: CheckRowsAsked) => Promise<Outcome<CheckRows>>;
  readonly typed: (asked: ParsedInput<'check.typed'>) => Promise<Outcome<CallOutput<'check.typed'>>>;
  readonly candidates: (id: CheckId, place: number) => Promise<Outcome<{ count: number; first: CheckPerson[] }>>;
  readonly choose: (id: CheckId, place: number, person: UserId | null) => Answer;
  readonly acceptNames: (id: CheckId) => Answer;
  readonly countToAsk: (id: CheckId, olderThan: number) => Promise<Outcome<{ requests: number }>>;
  readonly askServer: (id: CheckId, olderThan: number) => Answer;
  readonly pause: (id: CheckId) => Answer;
  readonly goOn: (id: CheckId) => Answer;
  readonly stop: (id: CheckId) => Answer;
  readonly retry: (id: CheckId) => Answer;
  readonly run: (id: CheckId) => Answer;
  readonly runs: (id: CheckId) => Promise<Outcome<CheckRuns>>;
  readonly removeRun: (id: CheckId, nth: number) => Promise<Outcome<CheckRuns>>;
  readonly name: (id: CheckId, name: string) => Answer;
  readonly remove: (id: CheckId) => Promise<Outcome<KeptChecks>>;
  readonly beginWriting: (asked: WriteAsked) => Promise<Outcome<WritingBegun>>;
  readonly writePart: (writing: number) => Promise<Outcome<WrittenPart | null>>;
  readonly endWriting: (writing: number) => Promise<unknown>;
  /** Goes on asking the server for kept checks; also when a token has come. */
  readonly resume: () => void;
  /** Resolves once what was fetched is stored. */
  readonly close: () => Promise<void>;
};

export function createChecks(needs: ChecksNeeds): Checks {
  const { thread, ask, clock, announce, inBackground, server, disk, news } = needs;
  /** The one that a page shows: what changes of it is told. */
  let shown: CheckId | null = null;
  const { hold, held } = createHolding(thread);
  const runs = createRuns({ thread, ask, clock });
  const following = createFollowing({ ...needs, shown: () => shown, overview: toldNow });
  const fetching = { server, disk, news };
  const { went } = following;
  const asked = createServerAsked({ thread, ask, clock, inBackground, held, runs, fetching, went });
  const { first: firstRun } = runs;
  const list = createListKeeping({ thread, ask, clock, announce, hold, firstRun, replaced: asked.giveUp });

  // Whatever is begun is asked of the writer behind it.
  inBackground('remove lists that were never answered', () => ask('removeUnansweredChecks', []));

  const told = ({ asked: _, ...overview }: HeldOverview): CheckOverview => ({
    ...overview,
    asking: asked.of(overview.id),
  });
  const tell = async (answer: Promise<Outcome<HeldOverview>>): Answer => {
    const overview = await answer;
    return overview.ok ? succeeded(told(overview.value)) : overview;
  };
  function toldNow(id: CheckId): Answer {
    return tell(held(id, () => thread.ask('overview', [id])));
  }
  const choose = async (id: CheckId, find: () => Promise<Outcome<Chosen[] | null>>): Answer => {
    const found = await held(id, find);
    if (!found.ok) return found;
    const back = found.value.filter(({ choice }) => choice === null);
    for (const { place } of back) {
      const taken = await ask('takeBackChoice', [id, place]);
      if (!taken.ok) return taken;
    }
    const stored = await ask('setChoices', [id, found.value.flatMap(({ choice }) => choice ?? [])]);
    if (!stored.ok) return stored;
    const overview = await tell(held(id, () => thread.ask('chosen', [id, found.value])));
    await runs.keep(id);
    return overview;
  };
  const show = (id: CheckId) => {
    shown = id;
    thread.enter();
  };

  return {
    begin: async (given, source, refusalOf) => {
      thread.enter();
      const begun = await list.begin(given, source, refusalOf);
      if (!begun.ok) return begun;
      show(begun.value);
      return toldNow(begun.value);
    },
    giveUp: list.giveUp,
    kept: () => ask('keptChecks', []),
    open: async (id) => {
      thread.enter();
      const holding = await hold(id, 'again');
      if (!holding.ok) return holding;
      // A page that was loaded again shows what it has shown.
      if (shown !== id && asked.of(id) === null) runs.opened(id);
      show(id);
      const overview = await held(id, () => thread.ask('overview', [id]));
      if (!overview.ok) return overview;
      await asked.remember(overview.value);
      return succeeded(told(overview.value));
    },
    leave: () => {
      shown = null;
      thread.leave();
    },
    column: async (id, column) => {
      const shape = await held(id, () => thread.ask('shapeOf', [id]));
      if (!shape.ok) return shape;
      const { table } = shape.value;
      if (table === null || column >= table.columns.length) return notKnown;
      await asked.giveUp(id);
      const stored = await ask('setCheckColumn', [id, { ...shape.value, table: { ...table, key: column } }]);
      if (!stored.ok) return stored;
      const holding = await hold(id, 'new');
      if (!holding.ok) return holding;
      const run = await runs.next(id);
      return run.ok ? toldNow(id) : run;
    },
    compare: async (id, part) => {
      const shape = await held(id, () => thread.ask('shapeOf', [id]));
      if (!shape.ok) return shape;
      const stored = await ask('setCheckShape', [id, { ...shape.value, comparedWith: part ?? undefined }]);
      return stored.ok ? tell(held(id, () => thread.ask('comparedWith', [id, part]))) : stored;
    },
    rows: (wanted) => held(wanted.id, () => thread.ask('rows', [wanted])),
    typed: ({ id, filter, typed, from }) => held(id, () => thread.ask('typed', [id, filter, typed, from])),
    candidates: (id, place) => held(id, () => thread.ask('candidates', [id, place])),
    choose: async (id, place, person) => {
      const found = await held(id, () => thread.ask('choiceOf', [id, place, person]));
      if (found.ok && found.value.length === 0) return notKnown;
      return choose(id, async () => found);
    },
    acceptNames: (id) => choose(id, () => thread.ask('uniqueNames', [id])),
    countToAsk: asked.count,
    askServer: (id, olderThan) => tell(asked.begin(id, olderThan)),
    pause: (id) => tell(asked.pause(id)),
    goOn: (id) => tell(asked.goOn(id)),
    stop: (id) => tell(asked.stop(id)),
    retry: (id) => tell(asked.retry(id)),
    run: async (id) => {
      const overview = await toldNow(id);
      if (!overview.ok) return overview;
      const nth = await runs.next(id);
      return nth.ok ? tell(held(id, () => thread.ask('compareBefore', [id, nth.value]))) : nth;
    },
    runs: (id) => ask('checkRuns', [id]),
    removeRun: (id, nth) => ask('removeCheckRun', [id, nth]),
    name: async (id, name) => {
      const stored = await ask('nameCheck', [id, name]);
      return stored.ok ? tell(held(id, () => thread.ask('named', [id, name]))) : stored;
    },
    remove: async (id) => {
      await asked.giveUp(id);
      if (shown === id) shown = null;
      return ask('removeCheck', [id]);
    },
    beginWriting: (wanted) => held(wanted.id, () => thread.ask('beginWriting', [wanted])),
    writePart: (writing) => thread.ask('writePart', [writing]),
    endWriting: (writing) => thread.ask('endWriting', [writing]),
    resume: () =>
      inBackground('go on asking for checks', async () => {
        await asked.resume();
        if (shown === null) thread.leave();
      }),
    close: async () => {
      list.giveUp();
      await asked.close();
    },
  };
}
