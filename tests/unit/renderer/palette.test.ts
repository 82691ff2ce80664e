/** The palette: which actions it lists for what is typed, that each can be run, and that none is offered which does nothing. */

import { describe, expect, test } from 'vitest';
import type { TokenState } from '../../../contract/account.ts';
import { CheckId } from '../../../contract/check.ts';
import { anyRow } from '../../../contract/check-filter.ts';
import { usualView } from '../../../contract/people-view.ts';
import { allActions } from '../../../renderer/frame/actions.ts';
import { views } from '../../../renderer/frame/views.tsx';
import { offeredActions, paletteText } from '../../../renderer/keyboard/palette.ts';
import { applyEvent } from '../../../renderer/store/apply-event.ts';
import { createDirectoryStore, type Store } from '../../../renderer/store/store.ts';
import { createDouble, type Scenario } from '../../renderer-double/double.ts';
import { lucia } from '../../renderer-double/people.ts';

async function opened(scenario: Scenario = {}) {
  const double = createDouble({ open: true, remembered: true, ...scenario });
  const store = createDirectoryStore(double.bridge.call);
  double.bridge.listen((event) => applyEvent(store.getState(), event));
  await store.getState().start();
  await expect.poll(() => store.getState().sync, soon).not.toBeNull();
  const offered = (typed = '') => offeredActions(allActions(views, store.getState()), store.getState(), typed);
  return { store, offered, made: double.made, words: (typed = '') => offered(typed).map((action) => action.words) };
}
/** The double answers within milliseconds. */
const soon = { interval: 2 };

type Opened = Awaited<ReturnType<typeof opened>>;

async function showPerson({ store }: Opened) {
  store.getState().openPerson(lucia.id, 'reports');
  await expect.poll(() => store.getState().person?.state, soon).toBe('shown');
}
async function showTable({ store }: Opened) {
  store.getState().showTable({ filter: { status: 'active' } });
  store.getState().showView({ ...usualView, filter: { ...usualView.filter, status: 'active' } });
  await expect.poll(() => store.getState().table.shown?.total ?? 0, soon).toBeGreaterThan(0);
}
const withToken = ({ store }: Opened, token: TokenState) => {
  const { overview } = store.getState();
  if (overview?.open) store.getState().overviewChanged({ ...overview, open: { ...overview.open, token } });
};

/** Ways to have things to do, in each of which every action that is offered is run from the start. */
const situations: readonly (readonly [string, Scenario, (one: Opened) => unknown])[] = [
  ['a person’s page', {}, showPerson],
  ['a person who is being opened', {}, ({ store }) => store.getState().openPerson(lucia.id)],
  [
    'a person’s page that was gone back from',
    {},
    async (one) => {
      await showPerson(one);
      one.store.getState().goBack();
    },
  ],
  [
    'the raw reply',
    {},
    async (one) => {
      await showPerson(one);
      one.store.getState().showTab('raw');
    },
  ],
  [
    'the table with somebody selected',
    {},
    async (one) => {
      await showTable(one);
      await one.store.getState().select([{ from: 0, to: 2, selected: true }]);
      await expect.poll(() => one.store.getState().table.shown?.selected, soon).toBe(2);
    },
  ],
  [
    'an export under way',
    { exporting: true },
    async (one) => {
      await showTable(one);
      void one.store.getState().exportPeople('all', 'csv');
      await expect.poll(() => one.store.getState().exporting, soon).not.toBeNull();
    },
  ],
  [
    'the problems, in the dark',
    {},
    async ({ store }) => {
      store.getState().openPage({ view: 'problems' });
      await store.getState().chooseTheme('dark');
    },
  ],
  ['a list of problems', {}, ({ store }) => store.getState().openProblems('failed')],
  ['problems that were set aside', {}, ({ store }) => store.getState().openProblems('failed', { which: 'aside' })],
  ['the organisation', {}, ({ store }) => store.getState().openPage({ view: 'organisation', id: null, form: 'chart' })],
  ['a check', {}, ({ store }) => store.getState().openPage({ view: 'check', id: CheckId.parse(1), filter: anyRow })],
  ['a token that is refused', { refused: true }, () => undefined],
  ['a keychain that is locked', {}, (one) => withToken(one, 'locked')],
  ['no sync yet', { sync: 'never' }, () => undefined],
  ['a sync that runs', { sync: 'running' }, () => undefined],
  ['a sync that waits', { sync: 'waiting' }, () => undefined],
  ['a sync that is paused', { sync: 'paused' }, () => undefined],
  ['a sync that was stopped', { sync: 'stopped' }, () => undefined],
];

test('every action is offered somewhere, and whatever is offered does something', async () => {
  const run = new Set<string>();
  const all = new Set<string>();
  for (const [, scenario, reach] of situations) {
    const first = await opened(scenario);
    await reach(first);
    for (const { id } of allActions(views, first.store.getState())) all.add(id);
    for (const { id } of first.offered()) {
      if (run.has(id)) continue;
      // Each begins from the same: what one does may leave nothing to do for the next.
      const one = await opened(scenario);
      await reach(one);
      const before = { state: one.store.getState(), calls: one.made.length };
      const action = one.offered().find((offered) => offered.id === id);
      action?.run(one.store.getState());
      // At once: whatever it does begins with a call or with what is shown.
      expect(one.made.length > before.calls || changed(before.state, one.store.getState()), id).toBe(true);
      run.add(id);
    }
  }
  expect([...run].toSorted()).toEqual([...all].toSorted());
  expect(run.size).toBeGreaterThan(40);
});

const changed = (before: Store, after: Store): boolean =>
  (Object.keys(after) as (keyof Store)[]).some((key) => before[key] !== after[key]);

describe('the palette offers', () => {
  test('nothing that cannot be run now', async () => {
    const one = await opened();
    const without = one.words();
    for (const words of ['Back', 'Refresh this person', 'Copy the selected people', 'Resume sync', 'Go to People'])
      expect(without).not.toContain(words);
    await showPerson(one);
    const onPerson = one.words();
    for (const words of ['Back', 'Refresh this person', 'Go to People']) expect(onPerson).toContain(words);
    expect(onPerson).not.toContain('Forward');
    expect(onPerson).not.toContain('Show Reports of this person');
    expect(onPerson).toContain('Show E-mails of this person');
  });

  test('what has every word typed, and first what begins so', async () => {
    const { words } = await opened();
    expect(words('theme')).toEqual(['Theme: light', 'Theme: dark']);
    expect(words('DARK  the')).toEqual(['Theme: dark']);
    expect(words('go').slice(0, 2)).toEqual(['Go to Organisation', 'Go to Status check']);
    expect(words('no such action')).toEqual([]);
  });

  test('the other directories by name', async () => {
    const { words } = await opened();
    expect(words('switch')).toEqual(['Switch to Acme', 'Switch to Globex Corporation']);
  });
});

test('the sign counts first in the field, after white space too', () => {
  expect(['>', ' > theme ', 'a>b', '', 'name'].map(paletteText)).toEqual(['', 'theme', null, null, null]);
});

test('no two actions have one name for one thing, nor one id', async () => {
  const { store } = await opened();
  const ids = allActions(views, store.getState()).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
