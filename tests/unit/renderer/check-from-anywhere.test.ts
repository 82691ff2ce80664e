/** Lists that are brought to the status check from elsewhere: dropped, from the search, selected, from the clipboard. */
import { describe, expect, test } from 'vitest';
import { CheckId } from '../../../contract/check.ts';
import { usualView } from '../../../contract/people-view.ts';
import { listPage } from '../../../renderer/store/check.ts';
import { currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';

async function opened() {
  const store = createDirectoryStore(createDouble({ open: true }).bridge.call);
  await store.getState().start();
  const shown = () => currentVisit(store.getState().history).page;
  return { store, shown };
}
const file = new File(['u-1'], 'accounts.csv');

describe('a file that is dropped', () => {
  test('is asked about on any page, and checked at once on the page of checks', async () => {
    const { store, shown } = await opened();
    expect(store.getState().takesFiles([file])).toBe(true);
    expect(store.getState()).toMatchObject({ dropped: [file], toCheck: null });
    store.getState().checkThese({ kind: 'file', file });
    expect(store.getState()).toMatchObject({ dropped: null, toCheck: { kind: 'file', file } });
    expect(shown()).toEqual(listPage);
    store.getState().takeToCheck();
    expect(store.getState().takesFiles([file])).toBe(true);
    expect(store.getState()).toMatchObject({ dropped: null, toCheck: { kind: 'file', file } });
    // Of several it is said before which one is checked.
    store.getState().takeToCheck();
    expect(store.getState().takesFiles([file, file])).toBe(true);
    expect(store.getState()).toMatchObject({ dropped: [file, file], toCheck: null });
  });

  test('is read for ids where such are asked for, and while no directory is open', async () => {
    const { store } = await opened();
    store.getState().addFromList(true);
    expect(store.getState().takesFiles([file])).toBe(false);
    store.getState().addFromList(false);
    store.getState().addAnother(true);
    expect(store.getState().takesFiles([file])).toBe(false);
    const closed = createDirectoryStore(createDouble({}).bridge.call);
    await closed.getState().start();
    expect(closed.getState().takesFiles([file])).toBe(false);
    expect([store.getState().dropped, closed.getState().dropped]).toEqual([null, null]);
  });
});

test('a text that is dropped is checked on the page of checks, and read for ids elsewhere', async () => {
  const { store } = await opened();
  store.getState().giveText({ text: 'u-1', name: null });
  expect(store.getState()).toMatchObject({ addingIds: true, given: { text: 'u-1' }, toCheck: null });
  store.getState().addFromList(false);
  store.getState().openPage(listPage);
  store.getState().giveText({ text: 'u-2', name: null });
  expect(store.getState()).toMatchObject({ addingIds: false, given: null, toCheck: { kind: 'pasted', text: 'u-2' } });
});

test('those who are selected are checked as the table shows them', async () => {
  const { store } = await opened();
  store.getState().checkSelected();
  expect(store.getState().toCheck).toBeNull();
  store.getState().showView(usualView);
  await expect.poll(() => store.getState().table.shown?.total ?? 0).toBeGreaterThan(0);
  store.getState().checkSelected();
  const { snapshot } = store.getState().table.shown ?? {};
  expect(store.getState().toCheck).toEqual({ kind: 'selection', people: { snapshot, which: 'selected' } });
});

test('where a list is given and each check are places of their own, to go back and forward between', async () => {
  const { store, shown } = await opened();
  store.getState().openPage(listPage);
  store.getState().openCheck(CheckId.parse(1));
  store.getState().filterCheck({ show: 'gone' });
  store.getState().openCheck(CheckId.parse(2));
  store.getState().openPage(listPage);
  expect(store.getState().history.visits).toHaveLength(5);
  store.getState().goBack();
  store.getState().goBack();
  expect(shown()).toMatchObject({ view: 'check', id: 1, filter: { show: 'gone', text: '' } });
  store.getState().goBack();
  expect(shown()).toEqual(listPage);
});

test('nothing of it is left when another directory is opened', async () => {
  const { store } = await opened();
  store.getState().checkThese({ kind: 'pasted', text: 'u-1' });
  store.getState().doWithCheck('run');
  const { checkEra } = store.getState();
  await store.getState().connectDemo();
  expect(store.getState()).toMatchObject({ toCheck: null, checkDeed: null, dropped: null, checkEra: checkEra + 1 });
});
