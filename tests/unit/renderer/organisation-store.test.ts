/** The tree of the organisation: who is active stays so, in their place, whatever is opened, closed or comes. */
import { describe, expect, test, vi } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import { failed, type Outcome } from '../../../contract/failures.ts';
import { UserId } from '../../../contract/ids.ts';
import { activeRowCame, arrived } from '../../../renderer/organisation/arrivals.ts';
import { createOrganisationStore } from '../../../renderer/organisation/organisation-store.ts';
import { personOf, rowAbove } from '../../../renderer/organisation/tree-state.ts';
import { rowAt } from '../../../renderer/store/row-windows.ts';
import { cardOf, idOf } from '../../renderer-double/people.ts';
import { createOrganised, type Leading } from './organisation-tree.ts';

const start: Leading = { 0: [1, 90, 91], 1: [2, 3, 4], 2: [5, 6], 5: [7] };

const numbers = new Map(Array.from({ length: 1000 }, (_, number) => [idOf(number), number]));

function organised(leading = start) {
  const { call, asked, change, outdate } = createOrganised(leading);
  const store = createOrganisationStore(call);
  const state = () => store.getState();
  /** The numbers of the rows as far as they are held; 0: the block of those alone. */
  const rows = () => {
    const { shown, windows } = state();
    const ids = Array.from({ length: shown?.total ?? 0 }, (_, row) => personOf(rowAt(windows, row)));
    return ids.map((id) => (id === null ? 0 : (numbers.get(id) ?? -1)));
  };
  const active = () => ({ row: state().active?.row, id: personOf(state().active?.data) });
  const enter = async (id: UserId | null) => {
    await state().enter(id);
    state().lookAt({ first: 0, last: 20 });
  };
  return { store, state, rows, active, enter, change, outdate, asked, call };
}
const at = (row: number, number: number) => ({ row, id: idOf(number) });
/** Changes are looked for at most once a second. */
const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 10_000 });
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what keys wait for', () => {
  test('is who is on their way', async () => {
    const { store, active, enter, state } = organised();
    await enter(null);
    void state().enter(idOf(7));
    await arrived(store);
    expect(active()).toEqual(at(3, 7));
    await arrived(store);
  });

  test('is the active row, where it is not held', async () => {
    const { store, active, enter, state } = organised({ 0: [1], 1: Array.from({ length: 400 }, (_, nth) => nth + 2) });
    await enter(null);
    await state().open(0, 'open');
    state().activate(350);
    expect(active()).toEqual({ row: 350, id: null });
    const came = activeRowCame(store);
    state().lookAt({ first: 340, last: 360 });
    await came;
    expect(active()).toEqual(at(350, 351));
  });

  test('is the active row, where the keys led to it while it was on its way with the last rows that were lacking', async () => {
    const { call } = createOrganised({ 0: [1], 1: Array.from({ length: 400 }, (_, nth) => nth + 2) });
    const asking: Call = (name, ...asked) => {
      const [{ offset } = {}] = asked as [{ offset?: number }?];
      if (name === 'organisation.rows' && offset === 200) store.getState().activate(250);
      return call(name, ...asked);
    };
    const store = createOrganisationStore(asking);
    await store.getState().enter(null);
    await store.getState().open(0, 'open');
    await until(() => store.getState().active?.row === 250);
    await activeRowCame(store);
    expect(personOf(store.getState().active?.data)).toBe(idOf(251));
  });

  test('is the last row, where the one that the keys led to was closed by then', async () => {
    const { call } = createOrganised({ 0: [1], 1: Array.from({ length: 400 }, (_, nth) => nth + 2) });
    let isClosing = false;
    const asking: Call = (name, ...asked) => {
      if (isClosing && name === 'organisation.rows') {
        isClosing = false;
        store.getState().activate(390);
      }
      return call(name, ...asked);
    };
    const store = createOrganisationStore(asking);
    await store.getState().enter(null);
    await store.getState().open(0, 'open');
    await settled();
    isClosing = true;
    await store.getState().open(0, 'close');
    expect(isClosing).toBe(false);
    await activeRowCame(store);
    const { active, shown } = store.getState();
    expect(active?.row).toBe((shown?.total ?? 0) - 1);
  });
});

describe('who is shown first', () => {
  test('is who was asked for, with all that encloses them open', async () => {
    const { rows, active, enter, state } = organised();
    await enter(idOf(7));
    expect(rows()).toEqual([1, 2, 5, 7, 6, 3, 4, 0]);
    expect(active()).toEqual(at(3, 7));
    expect(state().reveal).toMatchObject({ row: 3, at: 'middle' });
    await until(() => state().above.length > 0);
    expect(state().above.map(({ name }) => name)).toEqual([1, 2, 5].map((one) => cardOf(one).name));
  });

  test('is the largest top where nobody was, and the one before where somebody is not in it', async () => {
    const { active, enter, state } = organised();
    await enter(null);
    expect([active(), state().missing]).toEqual([at(0, 1), null]);
    await enter(idOf(6));
    const stranger = UserId.parse('stranger');
    await enter(stranger);
    expect(active()).toEqual({ row: expect.any(Number), id: idOf(6) });
    expect(state().missing).toBe(stranger);
    state().activate(0);
    expect(state().missing).toBeNull();
  });

  test('is there once one walks on, also while rows are on their way', async () => {
    const { call } = organised();
    let give = (_: unknown) => {};
    let held: Promise<unknown> = Promise.resolve();
    const slow: Call = async (name, input) => {
      if (name === 'organisation.rows') await held;
      return call(name, input);
    };
    const state = createOrganisationStore(slow).getState;
    await state().enter(idOf(7));
    held = new Promise((resolve) => {
      give = resolve;
    });
    const entering = state().enter(idOf(6));
    await until(() => state().active?.data === undefined);
    expect(state().isEntering).toBe(true);
    state().activate(0);
    expect(state().isEntering).toBe(false);
    give(null);
    await entering;
    expect(personOf(state().active?.data)).toBe(idOf(1));
  });

  test('is in the block of those alone where that is', async () => {
    const { rows, active, enter } = organised();
    await enter(idOf(91));
    expect(rows()).toEqual([1, 0, 90, 91]);
    expect(active()).toEqual(at(3, 91));
  });

  test('is who was asked for as soon as they are in it', async () => {
    const { active, enter, state, change, outdate } = organised();
    await enter(idOf(9));
    expect([active().id, state().missing]).toEqual([idOf(1), idOf(9)]);
    change({ ...start, 3: [9] });
    state().refresh();
    await until(() => active().id === idOf(9));
    expect(state().missing).toBeNull();
    // It was read again while they were looked for.
    outdate(true);
    await enter(idOf(10));
    expect(state().missing).toBe(idOf(10));
    change({ ...start, 3: [10] });
    await state().open(0, 'open');
    await until(() => active().id === idOf(10));
  });

  test('is nobody where nobody is known', async () => {
    const { enter, state } = organised({});
    await enter(null);
    expect(state()).toMatchObject({ active: null, shown: { total: 0 }, totals: { people: 0 } });
  });
});

describe('the active person', () => {
  test('keeps their row through what is opened above them, and what is looked at its place', async () => {
    const { enter, state, active, rows } = organised();
    await enter(idOf(4));
    expect(active()).toEqual(at(3, 4));
    expect(await state().open(1, 'open')).toBeNull();
    expect(rows()).toEqual([1, 2, 5, 6, 3, 4, 0]);
    expect(active()).toEqual(at(5, 4));
    expect(state().moved).toBe(2);
  });

  test('is the one who hides them once their branch is closed', async () => {
    const { enter, state, active, rows } = organised();
    await enter(idOf(7));
    await state().open(1, 'close');
    expect(rows()).toEqual([1, 2, 3, 4, 0]);
    expect(active()).toEqual(at(1, 2));
    expect(state().moved).toBe(0);
  });

  test('is followed into the branch of another manager, and is gone where nobody knows them', async () => {
    const { enter, state, active, change, rows } = organised();
    await enter(idOf(7));
    change({ ...start, 5: [], 3: [7] });
    state().refresh();
    await until(() => state().shown?.snapshot === 2 && rows().includes(7));
    expect(rows()).toEqual([1, 2, 5, 6, 3, 7, 4, 0]);
    await until(() => active().row === 5);
    expect(active()).toEqual(at(5, 7));
    change({ ...start, 5: [] });
    state().refresh();
    await until(() => state().missing !== null);
    expect(state().missing).toBe(idOf(7));
  });

  test('is out of view, and the first who is in view keeps their place', async () => {
    const many = Array.from({ length: 60 }, (_, nth) => 100 + nth);
    const { enter, state, active, change } = organised({ 0: [1], 1: many });
    await enter(idOf(102));
    state().lookAt({ first: 30, last: 40 });
    await settled();
    change({ 0: [1], 1: [98, 99, ...many] });
    state().refresh();
    await until(() => state().shown?.snapshot === 2);
    expect(state().moved).toBe(2);
    expect(active()).toEqual(at(5, 102));
  });
});

test('the active person is known though their row is held no longer', async () => {
  const many = Array.from({ length: 500 }, (_, nth) => 100 + nth);
  const { enter, state, active, rows } = organised({ 0: [1], 1: many, 599: [700] });
  await enter(idOf(102));
  const { row } = active();
  state().lookAt({ first: 480, last: 500 });
  await settled();
  await state().open(500, 'open');
  expect(rows()[row ?? 0]).toBe(0);
  expect(rows().at(-1)).toBe(700);
  expect(active()).toEqual({ row, id: idOf(102) });
});

test('the row that somebody is shown under is found among what is held, and asked for where it is not', async () => {
  const { enter, state, active } = organised();
  await enter(idOf(7));
  expect(rowAbove(state())).toBe(2);
  expect(await state().findAbove()).toBe(2);
  state().activate(7);
  expect([active().id, rowAbove(state())]).toEqual([null, null]);
  const many = Array.from({ length: 500 }, (_, nth) => 100 + nth);
  const wide = organised({ 0: [1], 1: many });
  await wide.enter(idOf(599));
  wide.state().lookAt({ first: 480, last: 500 });
  await settled();
  expect(rowAbove(wide.state())).toBeNull();
  expect(await wide.state().findAbove()).toBe(0);
});

test('an answer from before rows were opened shows nothing of what was closed then', async () => {
  const { call } = createOrganised(start);
  const held: (() => void)[] = [];
  let isHeld = false;
  const store = createOrganisationStore((async (name: CallName, input: never) => {
    const answer = await call(name, input);
    if (isHeld && name === 'organisation.rows') await new Promise<void>((resolve) => held.push(resolve));
    return answer;
  }) as unknown as Call);
  await store.getState().enter(idOf(1));
  await store.getState().open(0, 'open');
  isHeld = true;
  store.getState().refresh();
  await until(() => held.length === 1);
  const opening = store.getState().open(1, 'open');
  await settled();
  isHeld = false;
  held[0]?.();
  await opening;
  expect(store.getState().shown?.total).toBe(7);
  expect(personOf(rowAt(store.getState().windows, 2))).toBe(idOf(5));
});

test('the head and the tree are of one moment', async () => {
  const { store, enter, change, state } = organised();
  await enter(null);
  const people = state().totals?.people ?? 0;
  const seen = new Set<string>();
  store.subscribe(({ shown, totals }) => seen.add(`${shown?.snapshot}: ${totals?.people}`));
  change({ ...start, 3: [9] });
  await enter(idOf(9));
  expect([...seen]).toEqual([`1: ${people}`, `2: ${people + 1}`]);
});

test('what is typed leads to a row, and to none where nobody is called so', async () => {
  const { enter, state } = organised();
  await enter(idOf(6));
  expect(await state().typed({ text: cardOf(3).name, isNext: false })).toBe(4);
  expect(await state().typed({ text: 'Nobody', isNext: true })).toBeNull();
});

test('a failure is told until there is an answer, and what was there stays', async () => {
  const { call } = createOrganised(start);
  let fails = true;
  const store = createOrganisationStore(
    (async (name: CallName, input: never): Promise<Outcome<unknown>> =>
      fails ? failed({ kind: 'disk-full' } as never) : call(name, input)) as unknown as Call,
  );
  await store.getState().enter(null);
  expect(store.getState()).toMatchObject({ failure: { kind: 'disk-full' }, shown: null });
  fails = false;
  await store.getState().enter(null);
  expect(store.getState()).toMatchObject({ failure: null, shown: { total: 2 } });
  fails = true;
  expect(await store.getState().open(0, 'open')).toMatchObject({ kind: 'disk-full' });
  store.getState().refresh();
  await until(() => store.getState().failure !== null);
  expect(store.getState()).toMatchObject({ shown: { total: 2 } });
});

test('of another directory nothing is left, and nothing is asked for once the page is left', async () => {
  const { enter, state, asked } = organised();
  await enter(null);
  state().keep(3, { tree: { active: idOf(1), top: 8 } });
  for (let key = 4; key < 500; key += 1) state().keep(key, { tree: null });
  expect(state().left.size).toBeLessThan(210);
  state().forget();
  expect(state()).toMatchObject({ shown: null, totals: null, active: null, left: new Map() });
  state().leave();
  expect(asked.at(-1)).toBe('organisation.leave');
  state().refresh();
  state().lookAt({ first: 0, last: 10 });
  await settled();
  expect(asked.at(-1)).toBe('organisation.leave');
});
