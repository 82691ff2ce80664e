/** What the page knows of problems: how many are new, the page of all, the list of one kind, what was looked at and set aside. */
import { describe, expect, test } from 'vitest';
import { mostProblemRows, mostSubjects } from '../../../contract/bounds.ts';
import type { Call, CallInput, CallName } from '../../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import { problemKinds } from '../../../contract/problem-kinds.ts';
import { problemWords } from '../../../contract/problem-words.ts';
import type { ProblemRow, ProblemRows, ProblemsOverview } from '../../../contract/problems.ts';
import type { ProblemList } from '../../../contract/shown-page.ts';
import { createChangesStore } from '../../../renderer/problems/changes-store.ts';
import { createLooked } from '../../../renderer/problems/looked.ts';
import { createOverviewStore } from '../../../renderer/problems/overview-store.ts';
import { addressOf, nameOf, opensOf, peopleOf, subjectText } from '../../../renderer/problems/problem-people.ts';
import { createRowsStore } from '../../../renderer/problems/rows-store.ts';
import { applyEvent } from '../../../renderer/store/apply-event.ts';
import { currentVisit } from '../../../renderer/store/history.ts';
import { usualProblems } from '../../../renderer/store/problems.ts';
import { rowAt } from '../../../renderer/store/row-windows.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { freshWords } from '../../../renderer/words/fresh-words.ts';
import { kindWords, nothingWords, problemsWords } from '../../../renderer/words/problem-sentences.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { lucia } from '../../renderer-double/people.ts';
import { problemRows as doubleRows } from '../../renderer-double/problem-rows.ts';

/** When everything that can be done without a further answer is done. */
const settled = async () => {
  for (let turns = 0; turns < 20; turns += 1) await new Promise((later) => setTimeout(later, 0));
};

/** Questions of one call wait until the test answers them; others are answered with null. */
function held<N extends CallName>(name: N) {
  const asked: { readonly input: CallInput<N>; readonly answer: (outcome: Outcome<unknown>) => Promise<void> }[] = [];
  const others: { readonly name: CallName; readonly input: unknown }[] = [];
  const call = ((called: CallName, input: CallInput<N>) => {
    if (called !== name) {
      others.push({ name: called, input });
      return Promise.resolve(succeeded(null));
    }
    return new Promise<Outcome<unknown>>((resolve) =>
      asked.push({
        input,
        answer: async (outcome) => {
          resolve(outcome);
          await settled();
        },
      }),
    );
  }) as unknown as Call;
  return { call, asked, others };
}

const rowOf = (subject: number): ProblemRow => ({
  subject,
  problem: { kind: 'bad-entry', entry: subject, why: 'no-id', text: '1' },
  since: null,
  evidence: null,
  isNew: false,
  aside: null,
});

describe('in the store', () => {
  test('how many are new is asked for the directory that is opened, told as it changes, and forgotten with it', async () => {
    const { bridge } = createDouble({ open: true });
    const store = createDirectoryStore(bridge.call);
    await store.getState().start();
    await settled();
    expect(store.getState().freshProblems).toBe(8);
    applyEvent(store.getState(), { name: 'problems.changed', data: { version: 7, fresh: 3 } });
    expect(store.getState()).toMatchObject({ freshProblems: 3, problemsVersion: 7 });
    store.getState().forgetSync();
    expect(store.getState().freshProblems).toBeNull();
  });

  test('a list is a page of its own, and narrowing it is no step', async () => {
    const { bridge } = createDouble({ open: true });
    const store = createDirectoryStore(bridge.call);
    await store.getState().start();
    store.getState().openPage({ view: 'problems' });
    store.getState().openProblems('left-behind');
    store.getState().keepPlace(currentVisit(store.getState().history).key, { scrollTop: 900 });
    store.getState().showProblems({ filter: { text: 'an' } });
    store.getState().showProblems({ sort: { by: 'name', descending: false } });
    const { page, scrollTop } = currentVisit(store.getState().history);
    expect(page).toMatchObject({ list: { kind: 'left-behind', filter: { text: 'an' }, sort: { by: 'name' } } });
    expect(scrollTop).toBe(0);
    store.getState().openProblems('cycle');
    store.getState().openPage({ view: 'problems' });
    for (const list of [{ kind: 'cycle' }, { kind: 'left-behind', filter: { text: 'an' } }]) {
      store.getState().goBack();
      expect(currentVisit(store.getState().history).page).toMatchObject({ view: 'problems', list });
    }
    store.getState().goBack();
    expect(currentVisit(store.getState().history).page).toEqual({ view: 'problems' });
  });

  test('people in them with other names, and a page that could not be drawn, have them read again', async () => {
    const { bridge } = createDouble({ open: true });
    const store = createDirectoryStore(bridge.call);
    await store.getState().start();
    const { problemsNamed, problemsEra } = store.getState();
    store.getState().labelsChanged();
    expect(store.getState().problemsNamed).toBe(problemsNamed + 1);
    store.getState().redrawPage();
    expect(store.getState().problemsEra).toBe(problemsEra + 1);
  });
});

describe('the page of all', () => {
  /** So many rows of the kinds named. */
  const overview = (version: number, first: Partial<Record<string, number>>, counts = first): ProblemsOverview => ({
    version,
    kinds: problemKinds.map((kind) => ({
      kind,
      count: counts[kind] ?? 0,
      fresh: 0,
      aside: 0,
      first: Array.from({ length: first[kind] ?? 0 }, (_, nth) => rowOf(nth)),
    })),
    fresh: 0,
    rereading: null,
  });

  test('takes other numbers and rows into their places, and other kinds only when it is asked to', async () => {
    const { call, asked } = held('problems.overview');
    const store = createOverviewStore(call);
    store.getState().enter(0);
    expect(store.getState().drawn).toBeNull();
    await asked[0]?.answer(succeeded(overview(1, { cycle: 3 }, { cycle: 9 })));
    store.getState().follow(2);
    const grown = overview(2, { cycle: 3 }, { cycle: 12 });
    await asked[1]?.answer(succeeded(grown));
    expect(store.getState().drawn).toBe(grown);
    store.getState().follow(3);
    const other = overview(3, { cycle: 3, failed: 1 });
    await asked[2]?.answer(succeeded(other));
    expect(store.getState()).toMatchObject({ drawn: grown, newest: other });
    store.getState().drawNewest();
    expect(store.getState().drawn).toBe(other);
  });

  test('is asked for once at a time, and once more for what was told meantime', async () => {
    const { call, asked } = held('problems.overview');
    const store = createOverviewStore(call);
    store.getState().enter(0);
    for (const version of [2, 3, 4]) store.getState().follow(version);
    expect(asked).toHaveLength(1);
    await asked[0]?.answer(succeeded(overview(1, {})));
    expect(asked).toHaveLength(2);
    await asked[1]?.answer(succeeded(overview(4, {})));
    store.getState().follow(4);
    expect(asked).toHaveLength(2);
  });

  test('is there at once where it is come back to and nothing changed, and is told when it is left', async () => {
    const { call, asked, others } = held('problems.overview');
    const store = createOverviewStore(call);
    store.getState().enter(0);
    await asked[0]?.answer(succeeded(overview(5, { cycle: 1 })));
    store.getState().leave();
    expect(others.map(({ name }) => name)).toEqual(['problems.leave']);
    store.getState().follow(6);
    expect(asked).toHaveLength(1);
    store.getState().enter(5);
    expect(store.getState().drawn?.version).toBe(5);
    store.getState().leave();
    store.getState().enter(6);
    expect(store.getState().drawn).toBeNull();
  });

  test('keeps what is there where it cannot be read, and forgets the directory that was open before', async () => {
    const { call, asked } = held('problems.overview');
    const store = createOverviewStore(call);
    store.getState().enter(0);
    await asked[0]?.answer(succeeded(overview(1, { cycle: 1 })));
    store.getState().follow(2);
    await asked[1]?.answer(failed({ kind: 'database', trouble: 'full' }));
    expect(store.getState()).toMatchObject({ drawn: { version: 1 }, failure: { kind: 'database' } });
    store.getState().readAgain();
    store.getState().forget();
    await asked[2]?.answer(succeeded(overview(2, { cycle: 3 })));
    expect(store.getState().drawn).toBeNull();
    await asked[3]?.answer(succeeded(overview(1, { failed: 1 })));
    expect(store.getState()).toMatchObject({ drawn: { version: 1 }, failure: null });
  });
});

describe('the list of one kind', () => {
  const list: ProblemList = { kind: 'bad-entry', ...usualProblems };
  const rowsTo = (input: CallInput<'problems.rows'>, subjects: readonly number[], version: number) => {
    const rows = subjects.slice(input.offset, input.offset + input.limit).map(rowOf);
    const value: ProblemRows = { version, offset: input.offset, rows, total: subjects.length };
    return succeeded(value);
  };
  const upTo = (total: number) => Array.from({ length: total }, (_, nth) => nth);
  /** Answers all questions as they come. */
  async function answered(subjects: () => readonly number[], version: () => number) {
    const inputs: CallInput<'problems.rows'>[] = [];
    const call = (async (_: CallName, input: CallInput<'problems.rows'>) => {
      inputs.push(input);
      return rowsTo(input, subjects(), version());
    }) as unknown as Call;
    const store = createRowsStore(call);
    store.getState().showRows(list);
    store.getState().lookAt({ first: 0, last: 20 });
    await settled();
    return { store, inputs };
  }
  const picked = (store: ReturnType<typeof createRowsStore>) => {
    const { selected } = store.getState();
    return selected === 'all' ? 'all' : [...selected];
  };

  test('is asked for as far as it is in view, no more than one answer holds', async () => {
    const { store, inputs } = await answered(
      () => upTo(1000),
      () => 1,
    );
    store.getState().lookAt({ first: 680, last: 720 });
    await settled();
    expect(rowAt(store.getState().windows, 720)?.subject).toBe(720);
    expect(inputs.every(({ limit }) => limit <= mostProblemRows)).toBe(true);
  });

  test('of a list that is no longer looked at is dropped', async () => {
    const { call, asked } = held('problems.rows');
    const store = createRowsStore(call);
    const other = { ...list, filter: { ...list.filter, text: 'x' } };
    store.getState().showRows(list);
    store.getState().showRows(other);
    const [first] = asked;
    await first?.answer(first === undefined ? succeeded(null) : rowsTo(first.input, [1, 2], 1));
    expect(store.getState().shown).toBeNull();
    await asked[1]?.answer(rowsTo({ ...other, offset: 0, limit: 100 }, [5], 1));
    expect(store.getState()).toMatchObject({ shownList: other, shown: { total: 1 } });
  });

  test('the row that the keys act on is followed as others come and go', async () => {
    let subjects = upTo(30);
    let version = 1;
    const { store } = await answered(
      () => subjects,
      () => version,
    );
    store.getState().activate(12);
    subjects = [99, 98, ...subjects];
    version = 2;
    store.getState().follow(2);
    await settled();
    expect(store.getState().active).toBe(14);
    subjects = subjects.filter((one) => one !== 12);
    version = 3;
    store.getState().follow(3);
    await settled();
    // Where it was: the one that came in its place.
    expect(rowAt(store.getState().windows, store.getState().active ?? -1)?.subject).toBe(13);
  });

  test('a range grows and shrinks around what was selected before, and one row more is added', async () => {
    const { store } = await answered(
      () => upTo(60),
      () => 1,
    );
    store.getState().activate(3);
    await store.getState().toggle(3);
    store.getState().activate(10);
    for (const to of [12, 14, 11]) expect(await store.getState().extendTo(to)).toBe(true);
    expect(picked(store)).toEqual([3, 10, 11]);
    await store.getState().toggle(20);
    await store.getState().toggle(3);
    expect(picked(store)).toEqual([10, 11, 20]);
    expect(store.getState().meant()).toEqual({ kind: 'bad-entry', of: { subjects: [10, 11, 20] } });
    store.getState().selectNone();
    expect(store.getState().meant()).toEqual({ kind: 'bad-entry', of: { subjects: [3] } });
  });

  test('a range reaches rows that were never in view, and no further than one call can name', async () => {
    const { store } = await answered(
      () => upTo(2000),
      () => 1,
    );
    store.getState().activate(0);
    expect(await store.getState().extendTo(1999)).toBe(false);
    expect(picked(store)).toEqual(upTo(mostSubjects));
    expect(await store.getState().toggle(0)).toBe(true);
    expect(await store.getState().extendTo(299)).toBe(true);
  });

  test('all are selected by the filter, but for one only where the others can be named', async () => {
    let subjects = upTo(40);
    const { store } = await answered(
      () => subjects,
      () => 1,
    );
    store.getState().selectAll();
    expect(store.getState().meant()).toEqual({ kind: 'bad-entry', of: list.filter });
    expect(await store.getState().toggle(5)).toBe(true);
    expect(picked(store)).toEqual(upTo(40).filter((one) => one !== 5));
    subjects = upTo(mostSubjects + 1);
    store.getState().readAgain();
    await settled();
    store.getState().selectAll();
    expect(await store.getState().toggle(5)).toBe(false);
    expect(picked(store)).toBe('all');
  });

  test('comes back as it was left, by the list that is come back to', async () => {
    const { store } = await answered(
      () => upTo(60),
      () => 1,
    );
    store.getState().activate(7);
    await store.getState().extendTo(8);
    store.getState().leaveRows();
    expect(store.getState().shown).toBeNull();
    store.getState().showRows({ ...list });
    await settled();
    expect(store.getState()).toMatchObject({ active: null });
    store.getState().showRows(list);
    await settled();
    expect(store.getState().active).toBe(8);
    expect(picked(store)).toEqual([7, 8]);
  });
});

describe('what was looked at', () => {
  const told = () => {
    const { call, asked } = held('problems.looked');
    const looked = createLooked(call);
    return { looked, kinds: () => asked.map(({ input }) => input.kinds) };
  };
  const listOf = (kind: 'cycle' | 'failed') => ({ view: 'problems', list: { kind, ...usualProblems } }) as const;

  test('is told of a list when somebody goes on to something else, and not on the way to a person and back', () => {
    const { looked, kinds } = told();
    looked.look({ list: 'cycle' });
    looked.wentTo({ view: 'person', id: lucia.id, tab: 'overview' });
    looked.wentTo(listOf('cycle'));
    looked.wentTo({ view: 'organisation', id: lucia.id, form: 'chart' });
    expect(kinds()).toEqual([]);
    looked.wentTo(listOf('failed'));
    expect(kinds()).toEqual([['cycle']]);
    looked.wentTo({ view: 'problems' });
    expect(kinds()).toEqual([['cycle']]);
  });

  test('is told of kinds that were seen whole on the page of all when the problems are left', () => {
    const { looked, kinds } = told();
    looked.look({ inShort: ['cycle', 'failed'] });
    looked.wentTo(listOf('cycle'));
    looked.wentTo({ view: 'problems' });
    expect(kinds()).toEqual([]);
    looked.wentTo({ view: 'check', id: null, filter: { show: null, answer: null, text: '' } });
    expect(kinds()).toEqual([['cycle', 'failed']]);
  });

  test('is not told of a directory that is closed', () => {
    const { looked, kinds } = told();
    looked.look({ list: 'cycle' });
    looked.look({ inShort: ['failed'] });
    looked.forget();
    looked.wentTo({ view: 'check', id: null, filter: { show: null, answer: null, text: '' } });
    expect(kinds()).toEqual([]);
  });
});

describe('setting aside', () => {
  const meant = { kind: 'cycle', of: { subjects: [1] } } as const;

  test('can be undone once, and has what is shown read again', async () => {
    const made: unknown[] = [];
    let changed = 0;
    const call = (async (name: CallName, input: unknown) => {
      made.push([name, input]);
      return name === 'problems.undo' ? succeeded({ count: 1 }) : succeeded({ count: 1, change: 4 });
    }) as unknown as Call;
    const store = createChangesStore(call, () => {
      changed += 1;
    });
    expect(await store.getState().setAside({ ...meant, of: { subjects: [1] } }, 'known')).toBeNull();
    expect(store.getState().last).toEqual({ what: 'aside', count: 1, number: 4 });
    await store.getState().undo();
    await store.getState().undo();
    expect(made).toEqual([
      ['problems.setAside', { kind: 'cycle', of: { subjects: [1] }, note: 'known' }],
      ['problems.undo', { change: 4 }],
    ]);
    expect([store.getState().last, changed]).toEqual([null, 2]);
  });

  test('says why it could not be done, but not that it was undone already', async () => {
    const answers: Outcome<unknown>[] = [
      failed({ kind: 'database', trouble: 'full' }),
      succeeded({ count: 1, change: 4 }),
      failed({ kind: 'cancelled' }),
    ];
    const call = (async () => answers.shift()) as unknown as Call;
    const store = createChangesStore(call, () => undefined);
    expect(await store.getState().takeBack({ kind: 'cycle', of: { subjects: [1] } })).toMatchObject({
      kind: 'database',
    });
    expect(store.getState().last).toBeNull();
    expect(await store.getState().takeBack({ kind: 'cycle', of: { subjects: [1] } })).toBeNull();
    expect(await store.getState().undo()).toBeNull();
  });
});

describe('in words', () => {
  test('every kind has a short name, a reason that ends in what to do, and a plural of its own', () => {
    for (const kind of problemKinds) {
      expect(problemWords[kind]).toMatch(/^[A-Z][^.]*$/);
      expect(kindWords[kind].why).toMatch(/^[A-Z].*\.$/);
      expect(kindWords[kind].why.length).toBeLessThan(160);
      expect(nothingWords([kind])).toBe(`Nothing found: ${kindWords[kind].several}.`);
    }
    expect(new Set(problemKinds.map((kind) => kindWords[kind].several)).size).toBe(problemKinds.length);
    expect([problemsWords(1, 0), problemsWords(1200, 2)]).toEqual([
      '1 problem',
      '1,200 problems, 2 new since you last looked',
    ]);
    expect([freshWords(1), freshWords(1200)]).toEqual([
      '1 new problem since you last looked',
      '1,200 new problems since you last looked',
    ]);
  });

  test('each problem says what it is about, and opens who that is', () => {
    expect(new Set(doubleRows.map(({ problem }) => problem.kind))).toEqual(new Set(problemKinds));
    for (const { problem } of doubleRows) {
      expect(subjectText(problem)).not.toBe('');
      const [first] = peopleOf(problem);
      expect(nameOf(problem)).toBe(first?.name ?? null);
      expect(addressOf(problem)).toBe(first?.email ?? null);
      if (problem.kind === 'bad-entry' || problem.kind === 'list-part') expect(opensOf(problem)).toBeNull();
      else expect(opensOf(problem)).toBe(first?.id ?? ('id' in problem ? problem.id : 'nobody'));
    }
  });
});
