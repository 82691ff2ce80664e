/** The rows of a check as far as they are in view: of one filter, and followed as answers come. */
import { describe, expect, test, vi } from 'vitest';
import { mostCheckRows } from '../../../contract/bounds.ts';
import type { Call, CallInput } from '../../../contract/calls.ts';
import { type CheckFilter, CheckId, type CheckRow, type CheckRows } from '../../../contract/check.ts';
import { anyRow } from '../../../contract/check-filter.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import { createRowsStore } from '../../../renderer/check/rows-store.ts';
import { rowAt } from '../../../renderer/store/row-windows.ts';

const id = CheckId.parse(1);
const review = { ...anyRow, show: 'review' } as const;
const rowOf = (place: number): CheckRow => ({
  place,
  line: place + 1,
  part: 0,
  given: `u-${place}`,
  foundAt: 0,
  answer: 'not-fetched',
  repeats: null,
  person: null,
  manager: null,
  matchedBy: 'id',
  source: null,
  notFoundSince: null,
  failure: null,
  why: null,
  candidates: null,
  isNearest: false,
  isAsked: false,
});

/** Questions wait until the test answers them. */
function held() {
  const asked: {
    input: CallInput<'check.rows'>;
    answer: (places: readonly number[], version: number, isLacking?: boolean) => Promise<void>;
  }[] = [];
  const call = ((_name: string, input: CallInput<'check.rows'>) =>
    new Promise<Outcome<CheckRows>>((resolve) =>
      asked.push({
        input,
        answer: async (places, version, isLacking = false) => {
          const rows = places.slice(input.offset, input.offset + input.limit).map(rowOf);
          resolve(succeeded({ version, offset: input.offset, rows, total: places.length, isLacking }));
          for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
        },
      }),
    )) as unknown as Call;
  const last = () => {
    const one = asked.at(-1);
    if (one === undefined) throw new Error('nothing was asked');
    return one;
  };
  return { store: createRowsStore(call), asked, last };
}
const upTo = (total: number) => Array.from({ length: total }, (_, nth) => nth);

describe('the rows of a check', () => {
  test('are asked for as far as they are in view, and then what is near, no more than one answer holds', async () => {
    const { store, asked, last } = held();
    store.getState().showRows(id, anyRow);
    store.getState().lookAt({ first: 250, last: 320 });
    for (let before = 0; before < asked.length; before = asked.length) await last().answer(upTo(1000), 1);
    while (asked.length < 4) await last().answer(upTo(1000), 1);
    expect(asked.every(({ input }) => input.limit <= mostCheckRows)).toBe(true);
    expect(rowAt(store.getState().windows, 320)?.place).toBe(320);
  });

  test('of a filter that is no longer looked at are dropped', async () => {
    const { store, asked } = held();
    store.getState().showRows(id, anyRow);
    store.getState().showRows(id, review);
    await asked[0]?.answer(upTo(9), 1);
    expect(store.getState().shown).toBeNull();
    expect(asked[1]?.input.filter).toBe(review);
    await asked[1]?.answer([3, 5], 1);
    expect(store.getState()).toMatchObject({ shownFilter: review, shown: { total: 2 } });
  });

  test('are asked for again where the check has a newer version, and else not', async () => {
    const { store, asked, last } = held();
    store.getState().showRows(id, anyRow);
    await last().answer(upTo(9), 4);
    store.getState().follow(4);
    store.getState().follow(3);
    expect(asked).toHaveLength(1);
    store.getState().follow(5);
    expect(asked).toHaveLength(2);
    await last().answer(upTo(9), 5);
    expect(store.getState().shown).toEqual({ snapshot: 5, total: 9 });
    expect(asked).toHaveLength(2);
  });

  test('keep the active one active where a filter lets others out or in', async () => {
    const { store, last } = held();
    store.getState().showRows(id, review);
    await last().answer([2, 5, 8, 11], 1);
    store.getState().activate(2);
    store.getState().follow(2);
    await last().answer([5, 8, 11, 12], 2);
    expect([store.getState().active, rowAt(store.getState().windows, 1)?.place]).toEqual([1, 8]);
    store.getState().follow(3);
    // It has another answer now: what stands in its place is active.
    await last().answer([5, 11, 12], 3);
    expect(store.getState().active).toBe(1);
    store.getState().follow(4);
    await last().answer([5], 4);
    expect(store.getState().active).toBe(0);
  });

  test('are selected from where the range began, all of them, or none', async () => {
    const { store, last } = held();
    store.getState().showRows(id, anyRow);
    await last().answer(upTo(9), 1);
    store.getState().activate(4);
    store.getState().extendTo(6);
    store.getState().extendTo(2);
    expect(store.getState()).toMatchObject({ active: 2, selected: { from: 2, to: 5 } });
    store.getState().selectAll();
    expect(store.getState().selected).toEqual({ from: 0, to: 9 });
    store.getState().follow(2);
    await last().answer(upTo(9), 2);
    expect(store.getState().selected).toEqual({ from: 0, to: 9 });
    store.getState().follow(3);
    // Others may stand there now.
    await last().answer(upTo(8), 3);
    expect(store.getState().selected).toBeNull();
  });

  test('have the row active again that was left, where one comes back to them, and not after others were forgotten', async () => {
    const { store, last } = held();
    const come = async (filter: CheckFilter) => {
      store.getState().showRows(id, filter);
      await last().answer(upTo(9), 1);
      return store.getState().active;
    };
    await come(review);
    store.getState().activate(4);
    store.getState().leaveRows();
    expect(await come(anyRow)).toBeNull();
    store.getState().leaveRows();
    expect(await come(review)).toBe(4);
    store.getState().forgetRows();
    expect(await come(review)).toBeNull();
  });

  test('whose nearest names are lacking are asked for again while they are in view, a window at a time', async () => {
    const { store, asked, last } = held();
    store.getState().lookAt({ first: 90, last: 110 });
    store.getState().showRows(id, anyRow);
    store.getState().lookAt({ first: 90, last: 110 });
    await last().answer(upTo(200), 1);
    await last().answer(upTo(200), 1, true);
    expect(last().input).toMatchObject({ offset: 100, limit: 100 });
    expect(asked).toHaveLength(3);
    await last().answer(upTo(200), 1, true);
    expect(asked).toHaveLength(4);
    await last().answer(upTo(200), 1);
    expect(asked).toHaveLength(4);
  });

  test('that could not be had are asked for again when that is wanted, and not before', async () => {
    let asked = 0;
    const failure = { kind: 'database', trouble: 'locked' } as const;
    const answer: CheckRows = { version: 1, offset: 0, rows: [rowOf(0)], total: 1, isLacking: false };
    const store = createRowsStore((async () => {
      asked += 1;
      return asked === 1 ? failed(failure) : succeeded(answer);
    }) as unknown as Call);
    store.getState().showRows(id, anyRow);
    await vi.waitFor(() => expect(store.getState().failure).toEqual(failure));
    store.getState().showRows(id, anyRow);
    expect(asked).toBe(1);
    store.getState().retry();
    expect(store.getState().failure).toBeNull();
    await vi.waitFor(() => expect(store.getState().shown).toEqual({ snapshot: 1, total: 1 }));
  });

  test('are not asked for once they are left', async () => {
    const { store, asked, last } = held();
    const late = vi.fn();
    store.getState().showRows(id, anyRow);
    const first = last();
    store.getState().leaveRows();
    store.subscribe(late);
    await first.answer(upTo(300), 1);
    expect([asked.length, late.mock.calls.length]).toEqual([1, 0]);
  });
});
