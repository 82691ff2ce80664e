/** The open search while a sync stores people. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import type { Status } from '../../../contract/user.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { cardOf } from '../../renderer-double/people.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Whoever came last is found first. */
function searching() {
  const server = { people: [0, 1, 2], fetchable: null as string | null, asked: 0 };
  const call = (async (name: CallName) => {
    if (name !== 'people.find') return { ok: true, value: [] };
    server.asked += 1;
    const found = server.people.toReversed().map((nth) => ({ card: cardOf(nth), marks: [], because: null }));
    const byStatus = { active: found.length, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 };
    const fetchable = server.fetchable === null ? null : { id: server.fetchable, notFoundSince: null };
    const counts = { byStatus, more: false };
    return { ok: true, value: { found, known: server.people.length, fetchable, listed: null, counts } };
  }) as unknown as Call;
  const { getState } = createDirectoryStore(call);
  const ids = () => getState().found?.found.map(({ card }) => card.id);
  const begin = async (status: Status | null = null) => {
    getState().openSearch();
    if (status !== null) await getState().findOnly(status);
    await getState().find('a');
  };
  return { server, getState, ids, begin };
}

test('counts follow at most once a second, and who comes stands below', async () => {
  const { server, getState, ids, begin } = searching();
  await begin();
  const before = ids();
  server.people.push(3);
  for (let nth = 0; nth < 30; nth += 1) {
    getState().recountFound();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(server.asked).toBeGreaterThan(1);
  expect(server.asked).toBeLessThanOrEqual(4);
  expect(getState().found).toMatchObject({ known: 4, counts: { byStatus: { active: 4 } } });
  expect(ids()).toEqual([...(before ?? []), cardOf(3).id]);
});

test('nothing is put above what stands below the people: a status hides others there', async () => {
  const { server, getState, ids, begin } = searching();
  await begin('active');
  const before = ids();
  server.people.push(3);
  getState().recountFound();
  await vi.advanceTimersByTimeAsync(1000);
  expect(getState().found?.counts.byStatus.active).toBe(4);
  expect(ids()).toEqual(before);
});

test('who was to be fetched and is there by now is offered as a person', async () => {
  const { server, getState, ids, begin } = searching();
  server.people = [];
  server.fetchable = 'u-7';
  await begin();
  expect(ids()).toEqual([]);
  server.people = [7];
  server.fetchable = null;
  getState().recountFound();
  await vi.advanceTimersByTimeAsync(1000);
  expect(ids()).toEqual([cardOf(7).id]);
  expect(getState().found?.fetchable).toBeNull();
});

test('a closed search, and another text, ask nothing more', async () => {
  const { server, getState, begin } = searching();
  await begin();
  getState().recountFound();
  getState().closeSearch();
  await vi.advanceTimersByTimeAsync(2000);
  expect(server.asked).toBe(1);
  getState().recountFound();
  await vi.advanceTimersByTimeAsync(2000);
  expect(server.asked).toBe(1);
});
