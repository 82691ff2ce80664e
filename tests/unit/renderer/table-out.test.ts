/** Widths that are kept; an export that outlives the page which asked for it: the page that comes after shows how far it is, and how it ended. */
import { expect, test } from 'vitest';
import type { Call } from '../../../contract/calls.ts';
import { succeeded } from '../../../contract/failures.ts';
import { usualColumns, usualView } from '../../../contract/people-view.ts';
import { applyEvent } from '../../../renderer/store/apply-event.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';

/** A page that was loaded while main saves. */
function loadedAgain() {
  const double = createDouble({ open: true });
  const store = createDirectoryStore(double.bridge.call);
  double.bridge.listen((event) => applyEvent(store.getState(), event));
  double.say({ name: 'export.progress', data: { done: 400, total: 1200, stage: 'writing' } });
  return { ...double, state: store.getState };
}

test('its progress is shown, and it can be stopped', () => {
  const { state, made } = loadedAgain();
  expect(state().exporting).toEqual({ done: 400, total: 1200, stage: 'writing' });
  state().stopExport();
  expect(made.map(({ name }) => name)).toContain('people.stopExport');
});

const people = { saved: null, of: 'people', onlyListed: 0, failure: null } as const;

test.each([
  ['saved', { ...people, saved: 1200 }, 'Saved 1,200 people'],
  [
    'saved with some who are only listed',
    { ...people, saved: 1207, onlyListed: 7 },
    'Saved 1,200 people, 7 only listed',
  ],
  ['saved as lines', { ...people, saved: 15, of: 'lines' }, 'Saved 15 lines'],
  ['saved as one row', { ...people, saved: 1, of: 'rows' }, 'Saved 1 row'],
  ['stopped', people, null],
] as const)('one that was %s takes its progress away', (_, ended, said) => {
  const { state, say } = loadedAgain();
  say({ name: 'export.ended', data: ended });
  expect(state().exporting).toBeNull();
  expect(state().notice?.text ?? null).toBe(said);
});

test('one that failed says why', () => {
  const { state, say } = loadedAgain();
  say({ name: 'export.ended', data: { ...people, failure: { kind: 'not-saved', trouble: 'full' } } });
  expect(state().exporting).toBeNull();
  expect(state().notice).toMatchObject({ isTrouble: true, text: expect.stringContaining('full') });
});

test('widths of columns are told at once, then the last of those that came since', async () => {
  const { bridge } = createDouble({ open: true });
  const told: unknown[] = [];
  const answers: (() => void)[] = [];
  const call = (async (name, input) => {
    if (name !== 'table.setWidths') return bridge.call(name, input);
    told.push(input);
    await new Promise<void>((resolve) => answers.push(resolve));
    return succeeded(null);
  }) as Call;
  const store = createDirectoryStore(call);
  for (const name of [200, 216, 232]) store.getState().setWidths({ name });
  expect(told).toEqual([{ widths: { name: 200 } }]);
  answers[0]?.();
  await expect.poll(() => told).toHaveLength(2);
  expect(told[1]).toEqual({ widths: { name: 232 } });
  answers[1]?.();
  await new Promise(setImmediate);
  store.getState().setWidths({});
  expect(told).toHaveLength(3);
});

test('after one that threw, the next is begun', async () => {
  const { state, say } = loadedAgain();
  const thrown = state().exportAlone(async () => {
    say({ name: 'export.progress', data: { done: 0, total: 9, stage: 'drawing' } });
    throw new RangeError('no memory');
  });
  await expect(thrown).rejects.toThrow('no memory');
  expect(state().exporting).toBeNull();
  expect(await state().exportAlone(async () => succeeded(1))).toEqual(succeeded(1));
});

test('CSV is asked for with local times where the table has a column of them', async () => {
  const { bridge, made } = createDouble({ open: true });
  const { getState } = createDirectoryStore(bridge.call);
  getState().showView(usualView);
  await expect.poll(() => getState().table.shown).not.toBeNull();
  for (const columns of [usualColumns, ['name', 'localTime']] as const) {
    await getState().chooseColumns(columns);
    await getState().exportPeople('all', 'csv');
  }
  const exports = made.filter(({ name }) => name === 'people.export').map(({ input }) => input);
  expect(exports).toMatchObject([{ withLocalTime: false }, { withLocalTime: true }]);
});
