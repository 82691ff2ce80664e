import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import { type Outcome, succeeded } from '../../../contract/failures.ts';
import { usualColumns, usualView } from '../../../contract/people-view.ts';
import type { ColumnWidths, PeopleView, PeopleWindow, PeopleWindowAsked } from '../../../contract/table.ts';
import { rowHeight } from '../../../renderer/grid/row-height.ts';
import { moveOf } from '../../../renderer/grid/row-moves.ts';
import { rowLimit } from '../../../renderer/layout/row-limit.ts';
import { columnTracks, resized } from '../../../renderer/people/column-tracks.ts';
import { shownWords } from '../../../renderer/people/shown-words.ts';
import { drawnColumns, shownColumns, sinceColumn } from '../../../renderer/store/gone-filters.ts';
import { knownPeople } from '../../../renderer/store/known-people.ts';
import { nextAsk, rowAt, withAnswer } from '../../../renderer/store/row-windows.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { withSelected } from '../../../renderer/store/table-windows.ts';
import { addressWords, writtenWords } from '../../../renderer/words/address-words.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { cardOf, idOf } from '../../renderer-double/people.ts';

const rowsFrom = (offset: number, count: number, more: object = {}) =>
  Array.from({ length: count }, (_, nth) => ({
    ...cardOf(offset + nth),
    phone: null,
    timeZone: null,
    manager: null,
    otherManagers: 0,
    createdAt: null,
    updatedAt: null,
    selected: false,
    ...more,
  }));

const answerOf = (
  snapshot: number,
  { offset, limit }: { offset: number; limit: number },
  total = 1000,
  more: Partial<PeopleWindow> = {},
): PeopleWindow => ({
  snapshot,
  offset,
  rows: rowsFrom(offset, Math.max(0, Math.min(limit, total - offset))),
  total,
  counts: { active: total, inactive: 0, deleted: 0, 'not-found': 0, unknown: 0 },
  known: total,
  selected: 0,
  selectedElsewhere: 0,
  isOutdated: false,
  below: null,
  places: [],
  ...more,
});

/** Questions for windows wait until the test answers them. */
function held() {
  const { bridge, made } = createDouble({ open: true });
  const asked: { input: PeopleWindowAsked; answer: (outcome: Outcome<PeopleWindow>) => Promise<void> }[] = [];
  const call = ((name: CallName, input: PeopleWindowAsked) =>
    name !== 'people.list'
      ? bridge.call(name, input as never)
      : new Promise<Outcome<PeopleWindow>>((resolve) =>
          asked.push({
            input,
            answer: async (outcome) => {
              resolve(outcome);
              for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
            },
          }),
        )) as unknown as Call;
  return { store: createDirectoryStore(call), asked, made };
}

const last = <T>(list: readonly T[]): T => {
  const one = list.at(-1);
  if (one === undefined) throw new Error('nothing was asked');
  return one;
};
const byRole: PeopleView = { ...usualView, sort: { by: 'role', descending: false } };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the table', () => {
  test('asks for what is in view, then for what is near, then for nothing', async () => {
    const { store, asked } = held();
    store.getState().lookAt({ first: 390, last: 410 });
    store.getState().showView(usualView);
    await last(asked).answer(succeeded(answerOf(1, { offset: 0, limit: 100 })));
    store.getState().lookAt({ first: 390, last: 410 });
    const offsets: number[] = [];
    while (asked.length > offsets.length + 1) {
      const { input, answer } = last(asked);
      offsets.push(input.offset);
      await answer(succeeded(answerOf(1, input)));
    }
    expect(asked.slice(1).map(({ input }) => [input.offset, input.limit])).toEqual(
      expect.arrayContaining([
        [300, 200],
        [500, 100],
        [200, 100],
        [600, 100],
        [100, 100],
      ]),
    );
    expect(rowAt(store.getState().table.windows, 395)?.id).toBe(idOf(395));
  });

  test('drops the answer to a view that is no longer looked at', async () => {
    const { store, asked } = held();
    store.getState().showView(usualView);
    store.getState().showView(byRole);
    await asked[0]?.answer(succeeded(answerOf(1, { offset: 0, limit: 100 }, 77)));
    expect(store.getState().table.shown).toBeNull();
    expect(last(asked).input.view).toBe(byRole);
    await last(asked).answer(succeeded(answerOf(2, { offset: 0, limit: 100 }, 55)));
    expect(store.getState().table.shown?.total).toBe(55);
  });

  test('keeps showing the view before until the next one is there', async () => {
    const { store, asked } = held();
    store.getState().showView(usualView);
    await last(asked).answer(succeeded(answerOf(1, { offset: 0, limit: 100 }, 50)));
    store.getState().showView(byRole);
    expect(store.getState().table.windows.size).toBe(1);
    await last(asked).answer(succeeded(answerOf(2, { offset: 0, limit: 100 }, 40, { rows: rowsFrom(500, 40) })));
    expect(rowAt(store.getState().table.windows, 0)?.id).toBe(idOf(500));
    expect(rowAt(store.getState().table.windows, 45)).toBeUndefined();
  });

  test('asks for the whole at once where only the beginning came, and in a second where it is outdated', async () => {
    const { store, asked } = held();
    store.getState().showView(usualView);
    await last(asked).answer(succeeded(answerOf(1, { offset: 0, limit: 100 }, 90, { counts: null, isOutdated: true })));
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(2);
    await last(asked).answer(succeeded(answerOf(2, { offset: 0, limit: 100 }, 90, { isOutdated: true })));
    await vi.advanceTimersByTimeAsync(900);
    expect(asked).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(3);
  });

  test('asks at most once a second, however often people change, and once more after the last change', async () => {
    const { store, asked } = held();
    store.getState().showView(usualView);
    await last(asked).answer(succeeded(answerOf(1, { offset: 0, limit: 100 }, 90)));
    for (let tenth = 0; tenth < 30; tenth += 1) {
      store.getState().refreshTable();
      await vi.advanceTimersByTimeAsync(100);
      if (asked.length > 1) await last(asked).answer(succeeded(answerOf(asked.length, { offset: 0, limit: 100 }, 90)));
    }
    const during = asked.length;
    expect(during).toBeLessThanOrEqual(5);
    store.getState().refreshTable();
    await vi.advanceTimersByTimeAsync(1100);
    expect(asked).toHaveLength(during + 1);
  });

  test('counts everybody of the moment that it shows, and of now once it is left', async () => {
    const { store, asked } = held();
    const started = store.getState().start();
    await vi.advanceTimersByTimeAsync(1000);
    await started;
    store.getState().showView(usualView);
    await last(asked).answer(succeeded(answerOf(1, { offset: 0, limit: 100 }, 90)));
    store.getState().peopleStored(95);
    expect([knownPeople(store.getState()), store.getState().overview?.open?.peopleCount]).toEqual([90, 95]);
    await vi.advanceTimersByTimeAsync(1100);
    await last(asked).answer(succeeded(answerOf(2, { offset: 0, limit: 100 }, 97)));
    expect(knownPeople(store.getState())).toBe(97);
    store.getState().peopleStored(99);
    store.getState().leaveTable();
    expect(knownPeople(store.getState())).toBe(99);
    // Come back to, it is of now until it was answered.
    store.getState().showView(usualView);
    expect(knownPeople(store.getState())).toBe(99);
  });

  test('asks for nothing once it is left', async () => {
    const { store, asked } = held();
    store.getState().showView(usualView);
    store.getState().refreshTable();
    store.getState().leaveTable();
    await last(asked).answer(succeeded(answerOf(1, { offset: 0, limit: 100 }, 1000, { isOutdated: true })));
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toHaveLength(1);
  });

  test('what is active stays so while others come and go', async () => {
    const { store, asked } = held();
    store.getState().showView(usualView);
    await last(asked).answer(succeeded(answerOf(1, { offset: 0, limit: 100 }, 90)));
    store.getState().activate(7, 3);
    store.getState().refreshTable();
    await vi.advanceTimersByTimeAsync(1100);
    expect(last(asked).input.follow).toEqual([idOf(7), idOf(3)]);
    await last(asked).answer(succeeded(answerOf(2, { offset: 0, limit: 100 }, 91, { places: [8, null] })));
    expect(store.getState().table).toMatchObject({ active: 8, anchor: null });
  });

  test('ends where an answer brings no rows', async () => {
    const { store, asked } = held();
    store.getState().showView(usualView);
    await last(asked).answer(succeeded(answerOf(1, { offset: 0, limit: 100 }, 0)));
    expect(asked).toHaveLength(1);
    expect(store.getState().table.shown?.total).toBe(0);
  });

  test('shows why nothing could be read, and does not ask again by itself', async () => {
    const { store, asked } = held();
    store.getState().showView(usualView);
    await last(asked).answer({ ok: false, failure: { kind: 'not-connected' } });
    expect(store.getState().table.failure).toEqual({ kind: 'not-connected' });
    expect(asked).toHaveLength(1);
  });

  test('marks what is selected at once, and takes the count from the answer', async () => {
    vi.useRealTimers();
    const { bridge } = createDouble({ open: true });
    const store = createDirectoryStore(bridge.call);
    store.getState().showView(usualView);
    await vi.waitUntil(() => store.getState().table.shown !== null);
    const done = store.getState().select([{ from: 0, to: 1000, selected: true }]);
    expect(rowAt(store.getState().table.windows, 5)?.selected).toBe(true);
    await done;
    expect(store.getState().table.shown?.selected).toBe(1000);
    await store.getState().select([], true);
    expect(store.getState().table.shown?.selected).toBe(0);
    store.getState().leaveTable();
  });
});

describe('selecting', () => {
  /** The places selected: as the page marks them at once, and as the main process has them. */
  async function table() {
    vi.useRealTimers();
    const { bridge } = createDouble({ open: true });
    const store = createDirectoryStore(bridge.call);
    const state = () => store.getState();
    state().showView(usualView);
    await vi.waitUntil(() => state().table.shown !== null);
    const marked = () => {
      const places = Array.from({ length: 30 }, (_, place) => place);
      return places.filter((place) => rowAt(state().table.windows, place)?.selected);
    };
    const held = async () => {
      const answer = await bridge.call('people.list', { view: usualView, offset: 0, limit: 30, follow: [] });
      if (!answer.ok) throw new Error('no answer');
      return answer.value.rows.flatMap(({ selected }, place) => (selected ? [place] : []));
    };
    const single = (place: number) => {
      void state().select([{ from: place, to: place + 1, selected: true }]);
      state().activate(place, place);
    };
    const says = async (places: readonly number[]) => {
      expect(marked()).toEqual(places);
      expect(await held()).toEqual(places);
      expect(marked()).toEqual(places);
    };
    return { store, state, single, says };
  }

  test('a range grows and shrinks on both sides of where it began', async () => {
    const { state, single, says } = await table();
    single(5);
    for (const [place, places] of [
      [7, [5, 6, 7]],
      [6, [5, 6]],
      [5, [5]],
      [3, [3, 4, 5]],
      [9, [5, 6, 7, 8, 9]],
    ] as const) {
      void state().extendTo(place);
      await says(places);
    }
    state().leaveTable();
  });

  test('who was selected before the range stays so when it is taken back', async () => {
    const { state, single, says } = await table();
    single(6);
    single(2);
    single(4);
    void state().extendTo(7);
    await says([2, 4, 5, 6, 7]);
    void state().extendTo(4);
    await says([2, 4, 6]);
    void state().extendTo(1);
    await says([1, 2, 3, 4, 6]);
    void state().extendTo(4);
    await says([2, 4, 6]);
    state().leaveTable();
  });

  test('a new range leaves the one before as it is', async () => {
    const { state, single, says } = await table();
    single(1);
    void state().extendTo(3);
    state().activate(10);
    void state().extendTo(12);
    await says([1, 2, 3, 10, 11, 12]);
    void state().extendTo(11);
    await says([1, 2, 3, 10, 11]);
    void state().select([], true);
    void state().extendTo(12);
    await says([10, 11, 12]);
    state().leaveTable();
  });

  test('rows that came while the range covered them are asked for again once it leaves them', async () => {
    vi.useRealTimers();
    const { store, asked } = held();
    const answer = async (place: number, more: object = {}) => {
      const { input } = last(asked);
      await last(asked).answer(
        succeeded(answerOf(1, input, 1000, { rows: rowsFrom(input.offset, input.limit, more) })),
      );
      store.getState().lookAt({ first: place, last: place + 20 });
    };
    store.getState().showView(usualView);
    await answer(0);
    store.getState().activate(0);
    await store.getState().extendTo(500);
    for (let times = 0; times < 8; times += 1) await answer(500, { selected: true });
    expect(rowAt(store.getState().table.windows, 450)?.selected).toBe(true);
    await store.getState().extendTo(200);
    expect(rowAt(store.getState().table.windows, 450)?.selected).toBe(false);
    const before = asked.length;
    for (let times = 0; times < 8; times += 1) await answer(500);
    expect(asked.slice(before - 1).map(({ input }) => input.offset)).toContain(400);
    store.getState().leaveTable();
  });
});

describe('windows', () => {
  test('far from view are let go', () => {
    let windows = withAnswer(new Map(), answerOf(1, { offset: 0, limit: 100 }, 100_000), { first: 0, last: 20 });
    windows = withAnswer(windows, answerOf(1, { offset: 50_000, limit: 200 }, 100_000), {
      first: 50_000,
      last: 50_020,
    });
    expect([...windows.keys()]).toEqual([500, 501]);
  });

  test('of an older snapshot stay until they are replaced, and are asked for again', () => {
    const windows = withAnswer(new Map(), answerOf(1, { offset: 0, limit: 200 }), { first: 0, last: 20 });
    const next = withAnswer(windows, answerOf(2, { offset: 0, limit: 100 }), { first: 0, last: 20 });
    expect(rowAt(next, 150)?.id).toBe(idOf(150));
    expect(nextAsk(next, { first: 0, last: 20 }, { snapshot: 2, total: 1000 })).toEqual({ offset: 100, limit: 100 });
  });

  test('are marked row by row', () => {
    const windows = withSelected(
      withAnswer(new Map(), answerOf(1, { offset: 0, limit: 200 }), { first: 0, last: 20 }),
      98,
      102,
      true,
    );
    expect([97, 98, 101, 102].map((place) => rowAt(windows, place)?.selected)).toEqual([false, true, true, false]);
  });
});

describe('keys', () => {
  const at = (active: number | null) => ({ active, total: 100, page: 10 });
  const to = (key: string, active: number | null, shiftKey = false) => moveOf({ key, shiftKey }, at(active))?.to;

  test('move within the table, and above its first row to the headings', () => {
    expect([to('ArrowDown', null), to('ArrowDown', 5), to('ArrowDown', 99)]).toEqual([0, 6, 99]);
    expect([to('ArrowUp', 5), to('ArrowUp', 0), to('ArrowUp', 0, true)]).toEqual([4, -1, 0]);
    expect([to('PageDown', 95), to('PageUp', 5), to('Home', 50), to('End', 50)]).toEqual([99, 0, 0, 99]);
    expect(moveOf({ key: 'x', shiftKey: false }, at(5))).toBeNull();
    expect(moveOf({ key: 'constructor', shiftKey: false }, at(5))).toBeNull();
    expect(moveOf({ key: 'End', shiftKey: false }, { active: null, total: 0, page: 10 })).toBeNull();
    const beyond = { active: 50, total: 3, page: 10 };
    expect(['ArrowUp', 'ArrowDown', 'End'].map((key) => moveOf({ key, shiftKey: false }, beyond)?.to)).toEqual([
      1, 2, 2,
    ]);
  });
});

describe('how many are shown', () => {
  test('is told beside how many are known, or are selected', () => {
    expect(shownWords({ selectedElsewhere: 0, selected: 0, total: 1200, known: 1200 }, 1200)).toBe('1,200 shown');
    expect(shownWords({ selectedElsewhere: 0, selected: 0, total: 34, known: 1200 }, 1200)).toBe('34 of 1,200 shown');
    expect(shownWords({ selectedElsewhere: 0, selected: 12, total: 34, known: 1200 }, 1200)).toBe('12 selected');
    const hidden = { selectedElsewhere: 2, total: 34, known: 1200 };
    expect(shownWords({ ...hidden, selected: 3 }, 1200)).toBe('3 selected, 2 more not shown');
    expect(shownWords({ ...hidden, selected: 0 }, 1200)).toBe('34 of 1,200 shown, 2 selected not among them');
  });

  test('is never said to be more than there is room for', () => {
    const words = 'The first 698,368 of 1,000,000 shown: filter to see the others';
    expect(
      shownWords({ selectedElsewhere: 0, selected: 0, total: 1_000_000, known: 2_000_000 }, rowLimit(rowHeight, 1)),
    ).toBe(words);
    expect(
      shownWords({ selectedElsewhere: 0, selected: 0, total: 698_368, known: 698_368 }, rowLimit(rowHeight, 1)),
    ).toBe('698,368 shown');
  });

  test('is less on a screen whose pixels are smaller, and not more where the page is made smaller', () => {
    expect([2, 1.5, 0.5].map((ratio) => rowLimit(rowHeight, ratio))).toEqual([349_184, 465_578, 698_368]);
  });
});

describe('what is said of copied addresses', () => {
  const nobody = { without: 0, gone: 0 };
  test('is how many they are, and how many people have none or are gone', () => {
    expect(addressWords({ copied: 12, without: 3, gone: 1 })).toBe(
      'Copied 12 addresses; 3 people have none, 1 is deleted or not found',
    );
    expect(addressWords({ copied: 1, without: 1, gone: 0 })).toBe('Copied 1 address; 1 person has none');
    expect(addressWords({ copied: 1200, ...nobody })).toBe('Copied 1,200 addresses');
    expect(addressWords({ copied: 0, without: 0, gone: 2 })).toBe('Nothing was copied; 2 are deleted or not found');
  });
  test('is why no mail was begun, and where the addresses are', () => {
    expect(writtenWords({ copied: 2, ...nobody, how: 'begun' })).toBe('A mail to 2 addresses was begun');
    expect(writtenWords({ copied: 0, without: 1, gone: 0, how: 'begun' })).toBe(
      'There is nobody to write to; 1 person has none',
    );
    expect(writtenWords({ copied: 51, ...nobody, how: 'too-many' })).toBe(
      'Copied 51 addresses. A mail can be begun for at most 50 addresses: paste them there',
    );
  });
});

describe('the usual columns', () => {
  /** What a window of 1,000 pixels leaves to the table, beside a scrollbar. */
  const room = 750;
  test.each([null, 'active', 'deleted', 'not-found'] as const)(
    'fit a window of 1,000 pixels with the filter %s',
    (status) => {
      const filter = { ...usualView.filter, status };
      const columns = drawnColumns(usualColumns, filter);
      const { least, tracks } = columnTracks(columns, sinceColumn(filter) !== null);
      expect(least).toBeLessThanOrEqual(room);
      // Of a role or a team more than a few letters are read, also where since when stands beside it.
      const widths = [...tracks.matchAll(/minmax\((\d+)px/g)].map(([, pixels]) => Number(pixels));
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(80);
    },
  );

  test('are with since when where it is asked for, and then without the status, which is the same in every row', () => {
    for (const [status, since] of [
      ['deleted', 'deleted'],
      ['not-found', 'notFound'],
    ] as const) {
      const filter = { ...usualView.filter, status };
      expect(drawnColumns(usualColumns, filter)).toEqual(['name', since, 'role', 'team', 'manager', 'email']);
      expect(shownColumns(usualColumns, filter)).toContain('status');
    }
    expect(drawnColumns(usualColumns, usualView.filter)).toEqual(usualColumns);
  });
});

describe('a column that is made wider or narrower', () => {
  const columns = ['name', 'status', 'role', 'email'] as const;
  const onScreen = [300, 120, 200, 320];
  const resizing = { widths: {}, columns, isTight: false, onScreen };
  /** How a window with so much room for the columns shows them. */
  const shownIn = (room: number, widths: ColumnWidths) => {
    const fixed = columns.map((column) => (typeof widths[column] === 'number' ? widths[column] : 0));
    const shares = columns.map((column) => {
      const width = widths[column];
      return typeof width === 'object' ? width.share : 0;
    });
    const each = (room - total(fixed)) / total(shares);
    return columns.map((_, nth) => Math.round((fixed[nth] ?? 0) + (shares[nth] ?? 0) * each));
  };
  const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);

  test('keeps the edges before it where they are, and leaves the rest to those after it, by their shares', () => {
    const widths = resized(resizing, 1, 250.6);
    expect(widths.status).toBe(251);
    expect(shownIn(940, widths)).toEqual([300, 251, 150, 239]);
    const { tracks, least } = columnTracks(columns, false, widths);
    expect(tracks).toMatch(/^40px minmax\(\d+px, \d+fr\) 251px minmax\(\d+px, \d+fr\) minmax\(\d+px, \d+fr\)$/);
    expect(least).toBe(columnTracks(columns, false).least - 114 + 251);
  });

  test('is alone in keeping its pixels: in a wider window the others are wider by their shares', () => {
    const widths = resized(resizing, 1, 180);
    const [name, status, role, email] = shownIn(1940, widths);
    expect([name, status]).toEqual([Math.round((300 * (1940 - 180)) / (940 - 180)), 180]);
    expect(Math.abs((role ?? 0) + (email ?? 0) - (1940 - 180 - (name ?? 0)))).toBeLessThan(2);
    // Several, one after another: each keeps its own.
    const both = resized({ ...resizing, widths, onScreen: shownIn(940, widths) }, 2, 130);
    expect(shownIn(940, both).slice(0, 3)).toEqual([300, 180, 130]);
    expect(shownIn(1940, both).slice(1, 3)).toEqual([180, 130]);
    expect(shownIn(1940, both)[0]).toBeGreaterThan(600);
  });

  test('takes no column after it below its least', () => {
    const widths = resized(resizing, 1, 412);
    const [, , role, email] = shownIn(940, widths);
    expect([role, email]).toEqual([90, 138]);
  });

  test('stays within bounds, and others keep the widths they were given', () => {
    expect(resized({ ...resizing, widths: { role: 90 } }, 0, 3)).toMatchObject({ name: 64, role: 90 });
    expect(resized({ ...resizing, widths: { role: 90 } }, 0, 30_000)).toMatchObject({ name: 800, role: 90 });
  });
});
