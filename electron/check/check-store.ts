/**
 * What the thread of the status check does: it reads lists, holds the one that is shown with its answers, and tells rows and counts
 * of it. It writes nothing: what it reads is stored by the writer's thread, a part at a time.
 *
 * What is asked of a check answers null where that one is not held: a thread that was begun again holds none.
 */
import { mostCandidates } from '../../contract/bounds.ts';
import type { CheckFilter, CheckId, CheckPerson, CheckRows, CheckRowsAsked } from '../../contract/check.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PeopleFilter } from '../../contract/table.ts';
import { createPartOfDirectory } from '../people/part-of-directory.ts';
import { keyIn } from '../people/rows.ts';
import { beginsWith, createBegunKeys, firstRow } from '../people/typed-names.ts';
import type { CheckAsked, Choice } from '../storage/checks-table.ts';
import type { StoreFile } from '../storage/store-file.ts';
import { createWhoseIds } from '../storage/whose-ids.ts';
import { createComparison } from './comparison.ts';
import { createEvidenceOf } from './evidence-of.ts';
import { createFiltered, partOf } from './filtered.ts';
import { createFindAnswer } from './find-answer.ts';
import { createHeldAnswers } from './held-answers.ts';
import { createHeldList, isBlank } from './held-list.ts';
import { createListReading, type ListGiven } from './list-reading.ts';
import { createPersonLookups, idLookup } from './lookups.ts';
import { createMeantPeople } from './meant-people.ts';
import { createNearestNames } from './nearest-names.ts';
import { createRowReader, nameIn } from './row-text.ts';
import { createTellOverview, type Held, type HeldOverview, withSamples } from './tell-overview.ts';
import { createTellRows, isNameOfNobody } from './tell-rows.ts';
import { createWritings } from './writings.ts';
import { createCheckedRows } from './written-rows.ts';

export type CheckStore = ReturnType<typeof createCheckStore>;

/** `choice` null: nobody is chosen for the row any more. */
export type Chosen = { readonly place: number; readonly choice: Choice | null };

export function createCheckStore(file: StoreFile) {
  const { database, tables, look } = file;
  const { ids, people, checks } = tables;
  const whose = createWhoseIds(file);
  const answering = createFindAnswer(database, tables);
  const filtered = createFiltered(database);
  const tell = createTellRows(database, tables, answering);
  const overviewOf = createTellOverview(tables);
  const checkedRows = createCheckedRows(checks, tell);
  const meant = createMeantPeople(tables, answering);
  const lookupsOf = createPersonLookups(database, tables);
  const reading = createListReading({ tables, whose });
  const directory = createPartOfDirectory({ database, tables, whose, now: file.clock.now });
  const begunKeys = createBegunKeys(database);
  const nearest = createNearestNames({ database, tables, clock: file.clock });
  let held: (Held & { readonly nextPart: number }) | null = null;

  /** Null: that check is not held, or not whole yet. */
  const whole = (id: CheckId): NonNullable<typeof held> | null =>
    held?.check.id === id && held.answers.list.added() === held.answers.list.size ? held : null;
  const of =
    <A extends unknown[], T>(event: string, work: (now: NonNullable<typeof held>, ...asked: A) => T) =>
    (id: CheckId, ...asked: A): Outcome<T | null> =>
      look(`check.${event}`, () => {
        const now = whole(id);
        return now === null ? null : work(now, ...asked);
      });

  return {
    /** Fails with `list-too-large` and `bad-input`. What was being read before is given up. */
    beginReading: (given: ListGiven) => reading.begin(given),
    readMore: () => reading.more(),
    giveUpReading: (): Outcome<null> => {
      reading.giveUp();
      return succeeded(null);
    },

    /**
     * Begins to hold a check that is stored, in place of another; `holdMore` takes its parts. False: it is not kept. It is compared
     * with its last run, or, where it is `new`, with nothing.
     */
    hold: (id: CheckId, how: 'again' | 'unless it is' | 'new'): Outcome<boolean> =>
      look('check.hold', () => {
        if (how === 'unless it is' && whole(id) !== null) return true;
        // Also after a thread that was lost: what is told later has a later version.
        const version = Math.max(file.clock.now(), (held?.answers.version() ?? 0) + 1);
        held = null;
        const check = checks.of(id);
        if (check === null) return false;
        const { rows, table, comparedWith } = check.shape;
        const list = createHeldList(rows, table?.key ?? null, createRowReader(whose()));
        const begun = { choices: checks.choices(id), asked: check.asked, version };
        const baseline = how === 'new' ? null : checks.runBefore(id, Number.MAX_SAFE_INTEGER);
        const answers = createHeldAnswers(list, answering, begun);
        const comparison = comparedWith === undefined ? null : createComparison(answers, comparedWith, directory);
        held = { check, answers, baseline, comparison, samples: [], nextPart: 0 };
        return true;
      }),
    /** Takes the next part and answers its rows. Null: another check is held since. */
    holdMore: (id: CheckId): Outcome<{ readonly done: number; readonly total: number } | null> =>
      look('check.holdMore', () => {
        if (held?.check.id !== id) return null;
        const { list, answerTo } = held.answers;
        if (list.added() === list.size) return { done: list.size, total: list.size };
        const rows = checks.part(id, held.nextPart) ?? [];
        list.add(rows);
        answerTo(list.added());
        const samples = held.nextPart === 0 ? withSamples([], rows) : held.samples;
        held = { ...held, samples, nextPart: held.nextPart + 1 };
        return { done: list.added(), total: list.size };
      }),
    overview: of('overview', (now) => {
      now.comparison?.follow();
      return overviewOf(now);
    }),
    /** What is kept of it as a run. */
    answersNow: of('answersNow', ({ answers }) => ({ counts: answers.counts(), answers: answers.packed() })),
    /** From here on it is compared with the newest run before that one. */
    compareBefore: of('compareBefore', (now, nth: number): HeldOverview => {
      held = { ...now, baseline: checks.runBefore(now.check.id, nth) };
      return overviewOf(held);
    }),
    named: of('named', (now, name: string): HeldOverview => {
      held = { ...now, check: { ...now.check, name } };
      return overviewOf(held);
    }),
    shapeOf: of('shapeOf', ({ check }) => check.shape),
    /** From here on a part of the directory stands beside it; null: none. The same is stored. */
    comparedWith: of('comparedWith', (now, part: PeopleFilter | null): HeldOverview => {
      const { answers, check } = now;
      const comparison = part === null ? null : createComparison(answers, part, directory);
      const shape = { ...check.shape, comparedWith: part ?? undefined };
      held = { ...now, check: { ...check, shape }, comparison };
      answers.otherwise();
      return overviewOf(held);
    }),

    rows: (asked: CheckRowsAsked): Outcome<CheckRows | null> =>
      look('check.rows', () => {
        const now = whole(asked.id);
        if (now === null) return null;
        const { offset, limit, filter } = asked;
        const left = filtered(now, filter);
        const names = nearest.inTurn();
        const rows = tell.rows(now.answers, partOf(left, offset, offset + limit), names.of);
        return {
          ...{ version: now.answers.version(), offset, rows, total: left.of.length },
          isLacking: names.isLacking(),
        };
      }),
    /** As `check.typed`. */
    typed: (id: CheckId, filter: CheckFilter, text: string, from: number): Outcome<{ at: number | null } | null> =>
      look('check.typed', () => {
        const now = whole(id);
        if (now === null) return null;
        const { kind, of: some } = filtered(now, filter);
        const keys = begunKeys(text) ?? new Set();
        const isBegun = beginsWith(text);
        const { list, at } = now.answers;
        return {
          at: firstRow({ count: some.length, from }, (row) => {
            const one = some[row] ?? 0;
            if (kind === 'people') return keys.has(keyIn(one));
            // Of an id that nobody known has, what was given is all there is to read.
            const found = at(one);
            const isNamed = found !== null && found.key !== null && found.id === null;
            return isNamed ? keys.has(found.key ?? 0) : isBegun(list.given[one] ?? '');
          }),
        };
      }),
    /** Who may be meant by a row. */
    candidates: of('candidates', ({ answers }, place: number): { count: number; first: CheckPerson[] } => {
      const one = place < answers.list.size ? answers.at(place) : null;
      if (one === null) return { count: 0, first: [] };
      const name = isNameOfNobody(one) ? nameIn(answers.list.textAt(answers.list.first[place] ?? place)) : null;
      const several = one.several ?? { keys: name === null ? [] : nearest.of(name), ids: [] };
      return { count: several.keys.length + several.ids.length, first: tell.candidates(several, mostCandidates) };
    }),
    /** What choosing somebody for a row comes to; none: there is no such row, or nobody is stored by that id. */
    choiceOf: of('choiceOf', ({ answers: { list } }, place: number, person: UserId | null): Chosen[] => {
      const first = place < list.size ? (list.first[place] ?? isBlank) : isBlank;
      if (first === isBlank) return [];
      if (person === null) return [{ place: first, choice: null }];
      const key = ids.find(person);
      if (key === null || people.statusOf(key) === null) return [];
      return [{ place: first, choice: { place: first, key, isByName: false } }];
    }),
    uniqueNames: of('uniqueNames', ({ answers }) =>
      answers.uniqueNames().map((choice): Chosen => ({ place: choice.place, choice })),
    ),
    /** The same is stored. */
    chosen: of('chosen', (now, some: readonly Chosen[]): HeldOverview => {
      for (const { place, choice } of some) {
        if (choice === null) now.answers.choices.delete(place);
        else now.answers.choices.set(place, choice);
      }
      now.answers.again(some.map(({ place }) => place));
      return overviewOf(now);
    }),

    toAsk: of('toAsk', ({ answers }, asked: Pick<CheckAsked, 'at' | 'olderThan'>) => meant.toAsk(answers, asked)),
    failedIn: of('failedIn', ({ answers }) => meant.failed(answers)),
    /** The server is asked, or not any more: which failures count depends on when. */
    setAsked: of('setAsked', (now, asked: CheckAsked): HeldOverview => {
      now.answers.setAsked(asked);
      now.answers.again(now.answers.list.first.keys());
      return overviewOf(now);
    }),
    /** Something was stored of these people: their rows are answered again. Whether there is anything else to tell. */
    changed: of('changed', ({ answers, comparison }, some: readonly UserId[]): boolean => {
      const keys = some.flatMap((id) => ids.findAll(id));
      const lookups = [...some.map(idLookup), ...keys.flatMap(lookupsOf)];
      const isAny = answers.again(new Set([...answers.placesOfKeys(keys), ...answers.list.placesOf(lookups)]));
      comparison?.outdate();
      return isAny || comparison !== null;
    }),
    /** What every row means may be another by now. */
    answerAgain: of('answerAgain', ({ answers }) => answers.again(answers.list.first.keys())),

    ...createWritings({ look, whole, filtered, rows: checkedRows, evidence: createEvidenceOf(file, checkedRows) }),
  };
}
