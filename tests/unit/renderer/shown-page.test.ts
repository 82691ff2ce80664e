/** The page tells where it is, and goes back there when it is loaded again. */
import { expect, it } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import { usualColumns, usualView } from '../../../contract/people-view.ts';
import { LinkedPage, Page, type ShownPage } from '../../../contract/shown-page.ts';
import { canStep, currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { tellShown } from '../../../renderer/store/tell-shown.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { lucia } from '../../renderer-double/people.ts';

/** A page over a main process that keeps where it was, as the real one does. */
function page(kept: { shown: ShownPage | null }) {
  const { bridge } = createDouble({ open: true });
  const call = (async (name: CallName, input: never) => {
    if (name === 'page.shown') kept.shown = input;
    return name === 'page.resume' ? { ok: true, value: kept.shown } : bridge.call(name, input);
  }) as unknown as Call;
  const store = createDirectoryStore(call);
  tellShown(store, call);
  return store;
}

it('a person is shown again on their tab, as far down, with the table behind them', async () => {
  const kept = { shown: null };
  const first = page(kept);
  await first.getState().start();
  first.getState().openPerson(lucia.id, 'reports');
  first.getState().keepPlace(currentVisit(first.getState().history).key, { scrollTop: 480 });

  const second = page(kept);
  await second.getState().start();
  expect(currentVisit(second.getState().history)).toMatchObject({
    page: { view: 'person', id: lucia.id, tab: 'reports' },
    scrollTop: 480,
  });
  await expect.poll(() => second.getState().person).toMatchObject({ state: 'shown' });
  second.getState().goBack();
  expect(currentVisit(second.getState().history).page.view).toBe('people');
});

it('so is a table with its filter and order, alone', async () => {
  const kept = { shown: null };
  const first = page(kept);
  await first.getState().start();
  first.getState().showTable({ filter: { status: 'deleted', text: 'ana' } });
  const { page: left } = currentVisit(first.getState().history);

  const second = page(kept);
  await second.getState().start();
  expect(currentVisit(second.getState().history).page).toEqual(left);
  expect(canStep(second.getState().history, -1)).toBe(false);
});

it('a directory that is open now is not shown as the other one was', async () => {
  const connection = '00000000-0000-4000-8000-000000000099' as ShownPage['connection'];
  const store = page({ shown: { connection, page: { view: 'problems' }, scrollTop: 0 } });
  await store.getState().start();
  expect(currentVisit(store.getState().history).page).toMatchObject({ view: 'people', table: usualView });
});

it('a person asked for from outside comes first', async () => {
  const kept = { shown: null };
  const first = page(kept);
  await first.getState().start();
  first.getState().openPage({ view: 'problems' });

  const second = page(kept);
  second.getState().pageWanted({ view: 'person', id: lucia.id, tab: 'overview' });
  await second.getState().start();
  expect(currentVisit(second.getState().history).page).toMatchObject({ view: 'person', id: lucia.id });
});

it.each([
  ['', false],
  [', and that the directory is open now', true],
])('so does one asked for while the page learns where it was%s', async (_, isTold) => {
  const kept = { shown: null };
  const first = page(kept);
  await first.getState().start();
  first.getState().openPage({ view: 'problems' });
  const { overview } = first.getState();

  const second = page(kept);
  const starting = second.getState().start();
  second.getState().pageWanted({ view: 'person', id: lucia.id, tab: 'overview' });
  if (isTold && overview !== null) second.getState().overviewChanged(overview);
  await starting;
  expect(currentVisit(second.getState().history).page).toMatchObject({ view: 'person', id: lucia.id });
  expect(second.getState().wanted).toBeNull();
});

it('no page is shown before it is known how wide the columns of the table are', async () => {
  const { bridge } = createDouble({ open: true });
  const widths = { name: 320 };
  let answer: () => void = () => undefined;
  const call = (async (name: CallName, input: never) => {
    if (name !== 'table.columns') return bridge.call(name, input);
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return { ok: true, value: { columns: usualColumns, widths } };
  }) as unknown as Call;
  const store = createDirectoryStore(call);
  const widthsOfEachPage: unknown[] = [];
  store.subscribe(({ overview, widths: known }) => {
    if (overview !== null) widthsOfEachPage.push(known);
  });
  const starting = store.getState().start();
  await new Promise((later) => setTimeout(later));
  expect(widthsOfEachPage).toEqual([]);
  answer();
  await starting;
  expect(store.getState().overview).not.toBeNull();
  expect(new Set(widthsOfEachPage)).toEqual(new Set([widths]));
});

it('the moment of the past is part of the visit, and of no link', () => {
  const page = { view: 'organisation', id: lucia.id, form: 'map', asOf: 5 } as const;
  expect(Page.parse(page)).toEqual(page);
  const { asOf: _, ...now } = page;
  expect(LinkedPage.parse(page)).toEqual(now);
  const { getState } = createDirectoryStore(createDouble({ open: true }).bridge.call);
  getState().openPage(now);
  const { history } = getState();
  // Another moment is no step.
  getState().openPage(page);
  expect(currentVisit(getState().history)).toMatchObject({ key: currentVisit(history).key, page });
  getState().openPerson(lucia.id);
  getState().goBack();
  expect(currentVisit(getState().history).page).toEqual(page);
  // A link to the same person leads to now.
  getState().openPage(now);
  expect(currentVisit(getState().history).page).toEqual(now);
});
