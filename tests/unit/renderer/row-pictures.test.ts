import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import { succeeded } from '../../../contract/failures.ts';
import type { Sha256 } from '../../../contract/ids.ts';
import { usualView } from '../../../contract/people-view.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { cardOf, idOf } from '../../renderer-double/people.ts';

const picture = 'a'.repeat(64) as Sha256;

/** A table of 300 people; those of a place that is a multiple of ten have a picture. */
async function table() {
  const seen: (readonly string[])[] = [];
  const call = (async (name: CallName, input: { ids: string[]; offset: number; limit: number }) => {
    if (name === 'people.rowsSeen') seen.push(input.ids);
    if (name !== 'people.list') return succeeded(null);
    const rows = Array.from({ length: input.limit }, (_, nth) => ({
      ...cardOf(input.offset + nth),
      picture: (input.offset + nth) % 10 === 0 ? picture : null,
    }));
    return succeeded({
      snapshot: 1,
      offset: input.offset,
      rows,
      total: 300,
      counts: {},
      known: 300,
      selected: 0,
      places: [],
    });
  }) as unknown as Call;
  const store = createDirectoryStore(call);
  store.getState().showView(usualView);
  await vi.advanceTimersByTimeAsync(0);
  return { store, seen, show: store.getState().rowsOnScreen };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('pictures are asked for of rows that stay on screen and have none, once', async () => {
  const { store, seen, show } = await table();
  store.getState().pictureArrived(idOf(3), picture);
  show({ first: 0, last: 4 });
  await vi.advanceTimersByTimeAsync(1000);
  show({ first: 0, last: 4 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toEqual([[idOf(1), idOf(2), idOf(4)]]);
});

test('rows that fly by are not asked for, and those that were asked for are dropped as soon as they are past', async () => {
  const { seen, show } = await table();
  show({ first: 1, last: 3 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toHaveLength(1);
  for (let first = 2; first < 80; first += 2) {
    show({ first, last: first + 2 });
    await vi.advanceTimersByTimeAsync(16);
  }
  expect(seen.slice(1)).toEqual([[]]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen.slice(2)).toEqual([[idOf(78), idOf(79)]]);
});

test('nothing is asked for once the table is left', async () => {
  const { seen, show } = await table();
  show({ first: 1, last: 1 });
  show(null);
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toEqual([]);
  show({ first: 1, last: 1 });
  await vi.advanceTimersByTimeAsync(1000);
  show(null);
  expect(seen).toEqual([[idOf(1)], []]);
});

test('no more rows are named than a screen has', async () => {
  const { seen, show } = await table();
  show({ first: 0, last: 99 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen[0]).toHaveLength(60);
});
