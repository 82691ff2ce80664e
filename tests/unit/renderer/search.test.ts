import { describe, expect, test } from 'vitest';
import type { Call, CallName, ParsedInput } from '../../../contract/calls.ts';
import { usualView } from '../../../contract/people-view.ts';
import type { Status } from '../../../contract/user.ts';
import { reportCounts } from '../../../renderer/person/report-counts.ts';
import { markedParts } from '../../../renderer/search/marked-parts.ts';
import { nextStatus } from '../../../renderer/search/match-counts.ts';
import {
  foundCounts,
  foundOptions,
  foundWords,
  movedTo,
  recentOptions,
} from '../../../renderer/search/search-option.ts';
import { currentVisit } from '../../../renderer/store/history.ts';
import type { Found } from '../../../renderer/store/search.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { cardOf } from '../../renderer-double/people.ts';

const nobody = { active: 0, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 };

describe('marks in a name', () => {
  const shown = (text: string, marks: [number, number][]) =>
    markedParts(text, marks)
      .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
      .join('');

  test.each([
    ['Lucía', [[0, 3]], '[Luc]ía'],
    ['Marie Lucas', [[6, 9]], 'Marie [Luc]as'],
    [
      'Ana Ana',
      [
        [4, 7],
        [0, 3],
      ],
      '[Ana] [Ana]',
    ],
    [
      'overlap',
      [
        [0, 4],
        [2, 6],
      ],
      '[over][la]p',
    ],
    ['short', [[3, 99]], 'sho[rt]'],
    ['none', [], 'none'],
    ['', [[0, 1]], ''],
  ] as [string, [number, number][], string][])('in %j', (text, marks, expected) => {
    expect(shown(text, marks)).toBe(expected);
  });
});

describe('keys in the list of results', () => {
  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, 0],
    ['ArrowUp', 0, 9],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['PageDown', 5, 9],
    ['PageUp', 9, 1],
  ])('%s moves from %i to %i of ten', (key, from, to) => {
    expect(movedTo(key, from, 10)).toBe(to);
  });

  test('other keys and an empty list move nothing', () => {
    expect(movedTo('a', 0, 10)).toBeNull();
    expect(movedTo('ArrowDown', 0, 0)).toBeNull();
  });
});

describe('counts of reports', () => {
  test('say what is known and what is not', () => {
    const summary = { direct: 8, total: 1042, notFetched: 0, failed: 0, notFound: 0, layers: 3 };
    const told = (more: Partial<typeof summary>, failed = 0) => reportCounts({ ...summary, ...more }, failed);
    expect(told({})).toBe('8 direct · 1,042 in all');
    expect(told({ notFetched: 5 })).toBe('8 direct · ≥ 1,042 in all, 5 not fetched yet');
    // Who does not exist has nobody below: there is no more to come.
    expect(told({ notFound: 2 })).toBe('8 direct · 1,042 in all, 2 not found');
    expect(told({ notFetched: 5, failed: 0, notFound: 2 })).toBe(
      '8 direct · ≥ 1,042 in all, 5 not fetched yet, 2 not found',
    );
    // Nobody counts twice.
    expect(told({ notFetched: 5 }, 2)).toBe('8 direct · ≥ 1,042 in all, 3 not fetched yet, 2 could not be fetched');
    expect(told({ notFetched: 5, failed: 2 }, 1)).toBe(
      '8 direct · ≥ 1,042 in all, 3 not fetched yet, 2 could not be fetched',
    );
    expect(told({ notFetched: 2 }, 2)).toBe('8 direct · ≥ 1,042 in all, 2 could not be fetched');
  });
});

describe('a list that is longer than its first answer', () => {
  /** So many match; each longer answer has another order. */
  function searching(matching: number, fetchable: string | null = null) {
    const people = Array.from({ length: matching }, (_, nth) => cardOf(nth));
    const limits: number[] = [];
    const call = (async (name: CallName, input: ParsedInput<'people.find'>) => {
      if (name !== 'people.find') return { ok: true, value: [] };
      limits.push(input.limit);
      // The longer answer leaves out some of those who came first.
      const some = people.slice(input.limit > 20 && matching > 50 ? 5 : 0).slice(0, input.limit);
      const ordered = input.limit > 20 ? some.toReversed() : some;
      const found = ordered.map((card) => ({ card, marks: [], because: null }));
      const byStatus = { ...nobody, active: matching };
      const counts = { byStatus, more: false };
      return { ok: true, value: { found, known: 1200, fetchable, listed: null, counts } };
    }) as unknown as Call;
    const store = createDirectoryStore(call);
    const found = () => {
      const now = store.getState().found;
      if (now === null) throw new Error('nothing found');
      return now;
    };
    const ids = () => found().found.map(({ card }) => card.id);
    return { store, found, ids, limits };
  }

  test('further people come below those shown, who stay in place, each once', async () => {
    const { store, found, ids } = searching(27);
    await store.getState().find('mar');
    const before = ids();
    const rows = found().found;
    expect(foundWords(found())).toBe('20 of 27 shown');
    await store.getState().findMore();
    expect(ids().slice(0, 20)).toEqual(before);
    expect(ids()).toHaveLength(27);
    expect(new Set(ids()).size).toBe(27);
    expect(found().found[3]).toBe(rows[3]);
    expect(foundWords(found())).toBe('27 shown');
    expect(foundOptions(found()).map(({ kind }) => kind)).not.toContain('everybody');
  });

  test('the count is a plain number where all are shown at once, and nothing more is asked', async () => {
    const { store, found, limits } = searching(7);
    await store.getState().find('mar');
    await store.getState().findMore();
    expect(foundWords(found())).toBe('7 shown');
    expect(limits).toEqual([20]);
  });

  test('more are asked for once, however often the end comes into view', async () => {
    const { store, limits } = searching(27);
    await store.getState().find('mar');
    await Promise.all([store.getState().findMore(), store.getState().findMore()]);
    await store.getState().findMore();
    expect(limits).toEqual([20, 50]);
  });

  test('where even more match, the count says so and the last row leads to all of them in the table', async () => {
    const { store, found } = searching(300);
    store.getState().findOnly('active');
    await store.getState().find(' mar ');
    expect(foundOptions(found()).at(-1)?.kind).toBe('person');
    await store.getState().findMore();
    expect(foundWords(found())).toBe('50 of 300 shown');
    expect(foundOptions(found()).at(-1)).toEqual({
      kind: 'everybody',
      key: 'everybody',
      filter: { text: 'mar', status: 'active' },
    });
    store.getState().openPeople({ text: 'mar', status: 'active' });
    expect(currentVisit(store.getState().history).page).toEqual({
      view: 'people',
      table: { ...usualView, filter: { ...usualView.filter, text: 'mar', status: 'active' } },
    });
  });

  test('an id to fetch is not pushed down by further people: the table has those', async () => {
    const { store, found, limits } = searching(300, 'mar-2');
    await store.getState().find('mar-2');
    await store.getState().findMore();
    expect(limits).toEqual([20]);
    expect(
      foundOptions(found())
        .slice(-3)
        .map(({ kind }) => kind),
    ).toEqual(['person', 'fetch', 'everybody']);
  });

  test('further people for an older text are dropped', async () => {
    const { store, ids } = searching(27);
    await store.getState().find('ma');
    const late = store.getState().findMore();
    await store.getState().find('mar');
    await late;
    expect(ids()).toHaveLength(20);
    await store.getState().findMore();
    expect(ids()).toHaveLength(27);
  });
});

describe('what a status hides', () => {
  const answer = (more: Partial<Found> = {}): Found => ({
    found: [],
    known: 1200,
    fetchable: null,
    listed: null,
    counts: { byStatus: { ...nobody, active: 3, deleted: 1, 'not-found': 2 }, more: false },
    text: 'mar',
    status: 'deleted',
    rest: 'none',
    ...more,
  });
  const hidden = (found: Found) =>
    foundOptions(found).flatMap((option) => (option.kind === 'hidden' ? [option.words] : []));

  test('is said by status, and nothing is hidden where none is chosen', () => {
    expect(hidden(answer())).toEqual(['3 active people match', '2 people who are not found match']);
    expect(hidden(answer({ status: 'active' }))).toEqual([
      '2 people who are not found match',
      '1 deleted person matches',
    ]);
    expect(hidden(answer({ status: null }))).toEqual([]);
    const counts = { byStatus: { ...nobody, active: 900, unknown: 1 }, more: true };
    expect(hidden(answer({ counts }))).toEqual(['900+ active people match', '1+ people of unknown status match']);
  });

  test('is said behind an id to fetch, and behind a list', () => {
    const id = cardOf(1).id;
    expect(foundOptions(answer({ fetchable: { id, notFoundSince: null } })).map(({ kind }) => kind)).toEqual([
      'fetch',
      'hidden',
      'hidden',
    ]);
    const odd = { count: 0, first: [] };
    const listed = { understood: 2, known: 2, notKnown: [], notKnownText: '', beyond: 0, odd };
    expect(foundOptions(answer({ listed })).map(({ kind }) => kind)).toEqual(['listed', 'check', 'hidden', 'hidden']);
  });

  test('somebody who was never known and is not found is counted once, as listed', () => {
    const counts = { byStatus: nobody, more: false };
    const of = (notFoundSince: number | null, status: Status | null = null) =>
      answer({ counts, status, fetchable: { id: cardOf(1).id, notFoundSince } });
    expect(foundCounts(of(5)).byStatus).toEqual({ ...nobody, 'not-found': 1 });
    expect(foundCounts(of(null)).byStatus).toEqual(nobody);
    expect([of(5), of(5, 'not-found'), of(5, 'active'), of(null)].map(foundWords)).toEqual([
      '1 shown',
      '1 shown',
      '0 shown',
      '0 shown',
    ]);
    // Their row is there already.
    expect(hidden(of(5, 'active'))).toEqual([]);
  });

  test('is said once no further people would push it down', () => {
    expect(hidden(answer({ rest: 'further' }))).toEqual([]);
    expect(hidden(answer({ rest: 'table' }))).toHaveLength(2);
  });

  test('is said of those opened last too', () => {
    const recents = [cardOf(1), cardOf(2)].map((card) => ({ ...card, status: 'active' as const }));
    expect(recentOptions(recents, null).map(({ kind }) => kind)).toEqual(['person', 'person']);
    expect(recentOptions(recents, 'deleted')).toEqual([
      { kind: 'hidden', key: 'hidden:active', status: 'active', words: '2 active people were opened lately' },
    ]);
  });

  test('is over when the search is closed', async () => {
    const asked: unknown[] = [];
    const call = (async (name: CallName, input: unknown) => {
      if (name === 'people.find') asked.push(input);
      return { ok: true, value: name === 'people.find' ? answer() : [] };
    }) as unknown as Call;
    const store = createDirectoryStore(call);
    store.getState().openSearch();
    await store.getState().findOnly('deleted');
    store.getState().closeSearch();
    expect(store.getState().findStatus).toBeNull();
    store.getState().openSearch();
    await store.getState().find('mar');
    expect(asked).toEqual([{ text: 'mar', status: null, limit: 20 }]);
  });

  test('the key goes round all that are offered, and round the unknown where there is somebody', () => {
    const round = (byStatus: typeof nobody) => {
      const rounds: (string | null)[] = [null];
      do rounds.push(nextStatus(rounds.at(-1) as Status | null, { byStatus, more: false }));
      while (rounds.at(-1) !== null);
      return rounds.slice(1, -1);
    };
    expect(round(nobody)).toEqual(['active', 'inactive', 'deleted', 'not-found']);
    expect(round({ ...nobody, unknown: 1 })).toEqual(['active', 'inactive', 'deleted', 'not-found', 'unknown']);
  });
});
