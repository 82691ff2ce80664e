import { describe, expect, test, vi } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import type { AppEvent } from '../../../contract/events.ts';
import { failed, type Outcome } from '../../../contract/failures.ts';
import { Sha256 } from '../../../contract/ids.ts';
import { usualView } from '../../../contract/people-view.ts';
import type { PersonPage } from '../../../contract/person.ts';
import { applyEvent } from '../../../renderer/store/apply-event.ts';
import { currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble, type Scenario } from '../../renderer-double/double.ts';
import { cardOf, idOf, lucia, luciaPage, pageOf, priya, troublePage } from '../../renderer-double/people.ts';

/** Answers of `people.open` are held until the test lets them go; all other calls go through. */
function held(scenario: Scenario = { open: true }) {
  const { bridge, made } = createDouble(scenario);
  const waiting: { id: string; want: string; answer: (outcome: Outcome<PersonPage>) => void }[] = [];
  const call = ((name: CallName, input: { id: string; want: string }) =>
    name === 'people.open'
      ? new Promise<Outcome<PersonPage>>((answer) => waiting.push({ ...input, answer }))
      : bridge.call(name, input as never)) as unknown as Call;
  const store = createDirectoryStore(call);
  const say = (event: AppEvent) => applyEvent(store.getState(), event);
  const letGo = async (index: number, outcome: Outcome<PersonPage>) => {
    waiting[index]?.answer(outcome);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { store, say, waiting, letGo, made };
}

const ok = (page: PersonPage): Outcome<PersonPage> => ({ ok: true, value: page });
const shown = (store: ReturnType<typeof held>['store']) => {
  const { person } = store.getState();
  if (person?.state !== 'shown') throw new Error(`not shown: ${person?.state}`);
  return person;
};

/** A directory opened before its token is at hand; `tokenCame` is the main process saying that it is now. */
async function withoutToken() {
  const made = held({ open: true, refused: true });
  await made.store.getState().start();
  const { overview } = made.store.getState();
  if (!overview?.open) throw new Error('not open');
  const fetching = { ...overview, open: { ...overview.open, token: 'stored', canFetch: true } } as const;
  return { ...made, tokenCame: () => made.say({ name: 'account.changed', data: fetching }) };
}

test('a theme that could not be kept is on screen all the same, and it is said', async () => {
  const { bridge } = createDouble({ open: true });
  const full: Outcome<never> = failed({ kind: 'not-kept', trouble: 'full' });
  const call = (async (name: CallName, input: never) =>
    name === 'appearance.set' ? full : bridge.call(name, input)) as unknown as Call;
  const store = createDirectoryStore(call);
  await store.getState().chooseTheme('dark');
  expect(store.getState().theme).toBe('dark');
  expect(store.getState().notice).toMatchObject({ isTrouble: true, text: expect.stringContaining('The disk is full') });
});

test.each<[string, (state: ReturnType<ReturnType<typeof held>['store']['getState']>) => void]>([
  ['another person', (state) => state.openPerson(priya.id)],
  ['another tab', (state) => state.showTab('emails')],
  ['the table', (state) => state.openPeople()],
  ['the page before', (state) => state.goBack()],
  ['another directory', (state) => state.resetPages()],
])('what was said of a page does not stay over %s', (_, go) => {
  const { store } = held();
  store.getState().openPerson(lucia.id);
  store.getState().tell('That cannot be used');
  expect(store.getState().notice).not.toBeNull();
  go(store.getState());
  expect(store.getState().notice).toBeNull();
});

describe('when the server is there again', () => {
  const offline = { ok: false, failure: { kind: 'offline' } } as const;

  async function away() {
    const made = held({ open: true, offline: true });
    await made.store.getState().start();
    const { overview } = made.store.getState();
    if (!overview?.open) throw new Error('not open');
    const { open } = overview;
    const become = (state: 'online' | 'offline', since = Date.now()) =>
      made.say({
        name: 'account.changed',
        data: { ...overview, open: { ...open, reachability: { ...open.reachability, state, since } } },
      });
    return { ...made, become };
  }

  test('a page whose refresh failed is refreshed, and its notice goes', async () => {
    const { store, waiting, letGo, become } = await away();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    store.getState().refreshPerson();
    await letGo(1, offline);
    expect(shown(store).again).toEqual({ kind: 'offline' });
    become('online');
    expect(waiting[2]).toMatchObject({ id: lucia.id, want: 'fresh' });
    await letGo(2, ok(luciaPage()));
    expect(shown(store).again).toBeNull();
  });

  test('a page shown from the copy for want of it is refreshed, one that lacks nothing is not', async () => {
    const { store, waiting, letGo, become } = await away();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok({ ...luciaPage(), source: 'local', trouble: { kind: 'not-the-api', contentType: 'text/html' } }));
    become('online');
    expect(waiting[1]).toMatchObject({ want: 'fresh' });
    await letGo(1, ok(luciaPage()));
    become('offline');
    become('online');
    expect(waiting.length).toBe(2);
  });

  test('that it was there before it was missed is no news', async () => {
    const { store, waiting, letGo, become } = await away();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    const before = Date.now() - 1;
    store.getState().refreshPerson();
    await letGo(1, offline);
    become('online', before);
    expect(waiting.length).toBe(2);
    become('offline');
    become('online');
    expect(waiting.length).toBe(3);
  });

  test('somebody who could not be opened is opened', async () => {
    const { store, letGo, become } = await away();
    store.getState().openPerson(lucia.id);
    await letGo(0, { ok: false, failure: { kind: 'timeout', after: 'headers' } });
    expect(store.getState().person?.state).toBe('failed');
    become('online');
    await letGo(1, ok(luciaPage()));
    expect(shown(store).page.user.id).toBe(lucia.id);
  });

  test('what failed for another reason is left as it is', async () => {
    const { store, waiting, letGo, become } = await away();
    store.getState().openPerson(lucia.id);
    await letGo(0, { ok: false, failure: { kind: 'forbidden' } });
    become('online');
    expect(waiting.length).toBe(1);
  });

  test('one whom the server never answers about is asked for once more, not for ever', async () => {
    const { store, waiting, letGo, become } = await away();
    store.getState().openPerson(lucia.id);
    await letGo(0, offline);
    for (let times = 0; times < 5; times += 1) {
      become('online');
      await letGo(waiting.length - 1, offline);
      become('offline');
    }
    expect(waiting.length).toBe(2);
  });
});

describe('opening people', () => {
  test('shows the person opened last, whichever answer comes last', async () => {
    const { store, letGo } = held();
    store.getState().openPerson(lucia.id);
    store.getState().openPerson(priya.id);
    await letGo(1, ok(pageOf(priya)));
    await letGo(0, ok(luciaPage()));
    expect(shown(store).page.user.id).toBe(priya.id);
  });

  test('an older answer about the same person does not replace a newer one', async () => {
    const { store, letGo } = held();
    store.getState().openPerson(lucia.id);
    store.getState().openPerson(priya.id);
    store.getState().goBack();
    await letGo(2, ok({ ...luciaPage(), fetchedAt: 200 }));
    await letGo(0, ok({ ...luciaPage(), fetchedAt: 100 }));
    expect(shown(store).page.fetchedAt).toBe(200);
  });

  test('an answer that comes after one has gone home changes nothing', async () => {
    const { store, letGo } = held();
    store.getState().openPerson(lucia.id);
    store.getState().openPeople();
    await letGo(0, ok(luciaPage()));
    expect(store.getState().person).toBeNull();
  });

  test('going back asks for that person anew and tells that the other was left', async () => {
    const { store, waiting, letGo, made } = held();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    store.getState().openPerson(priya.id);
    store.getState().goBack();
    expect(waiting.map(({ id, want }) => [id, want])).toEqual([
      [lucia.id, 'known'],
      [priya.id, 'known'],
      [lucia.id, 'known'],
    ]);
    expect(made.filter(({ name }) => name === 'people.leave')).toHaveLength(2);
    expect(currentVisit(store.getState().history).page).toMatchObject({ view: 'person', id: lucia.id });
  });

  test('cancelling goes back, whatever comes of it later; who is shown cannot be cancelled', async () => {
    const { store, letGo } = held();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    store.getState().cancelOpening();
    expect(shown(store).page.user.id).toBe(lucia.id);
    store.getState().openPerson(priya.id);
    store.getState().cancelOpening();
    await letGo(1, ok(pageOf(priya)));
    expect(currentVisit(store.getState().history).page).toMatchObject({ view: 'person', id: lucia.id });
    await letGo(2, ok(luciaPage()));
    expect(shown(store).page.user.id).toBe(lucia.id);
  });

  test('opening the person shown, or another tab, is no step in the history', async () => {
    const { store, waiting, letGo } = held();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    store.getState().openPerson(lucia.id, 'raw');
    expect(store.getState().history.visits).toHaveLength(2);
    expect(waiting).toHaveLength(1);
  });

  test('a failed refresh keeps what was shown and says why', async () => {
    const { store, letGo } = held();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    store.getState().refreshPerson();
    expect(shown(store).refreshing).toBe(true);
    await letGo(1, failed({ kind: 'offline' }));
    expect(shown(store)).toMatchObject({ refreshing: false, again: { kind: 'offline' } });
    expect(shown(store).page.user.id).toBe(lucia.id);
    // What is said stays until there is an answer: the button that was pressed to try again is part of it.
    store.getState().refreshPerson();
    expect(shown(store)).toMatchObject({ refreshing: true, again: { kind: 'offline' } });
    await letGo(2, ok(luciaPage()));
    expect(shown(store)).toMatchObject({ refreshing: false, again: null });
  });

  test('a person who cannot be opened is told with the reason, and can be tried again from the server', async () => {
    const { store, letGo, waiting } = held();
    store.getState().openPerson(idOf(5));
    await letGo(0, failed({ kind: 'forbidden' }));
    expect(store.getState().person).toEqual({ state: 'failed', id: idOf(5), failure: { kind: 'forbidden' } });
    store.getState().refreshPerson();
    expect(waiting[1]).toMatchObject({ id: idOf(5), want: 'fresh' });
  });
});

describe('what arrives by itself', () => {
  test('reports take the places kept for them, and nobody else’s', async () => {
    const { store, say, letGo } = held();
    const page = troublePage();
    store.getState().openPerson(page.user.id);
    await letGo(0, ok(page));
    const summary = { direct: 6, total: 43, notFetched: 4, failed: 0, notFound: 0, layers: 4 };
    const card = cardOf(42);
    const stranger = cardOf(4242);
    say({
      name: 'reports.arrived',
      data: {
        manager: page.user.id,
        entries: [
          { state: 'known', id: card.id, card, isTheirs: true },
          { state: 'known', id: stranger.id, card: stranger, isTheirs: true },
        ],
        summary,
        totals: null,
      },
    });
    const { reports } = shown(store).page;
    expect(reports.map(({ state }) => state)).toEqual(['known', 'known', 'not-found', 'failed', 'not-an-id', 'known']);
    expect(shown(store).page.summary).toEqual(summary);

    say({
      name: 'reports.arrived',
      data: { manager: priya.id, entries: [], summary: { ...summary, total: 1 }, totals: null },
    });
    expect(shown(store).page.summary.total).toBe(43);
  });

  test('retrying reports keeps their places as waiting', async () => {
    const { store, letGo, made } = held();
    const page = troublePage();
    store.getState().openPerson(page.user.id);
    await letGo(0, ok(page));
    store.getState().retryReports();
    expect(shown(store).page.reports.map(({ state }) => state)).toEqual([
      'known',
      'waiting',
      'waiting',
      'waiting',
      'not-an-id',
      'known',
    ]);
    expect(made.at(-1)).toEqual({ name: 'people.retryReports', input: { id: page.user.id } });
  });

  test('a refreshed person is shown only where that person is', async () => {
    const { store, say, letGo } = held();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    say({ name: 'person.refreshed', data: pageOf(priya) });
    expect(shown(store).page.user.id).toBe(lucia.id);
    say({ name: 'person.refreshed', data: { ...luciaPage(), source: 'server', fetchedAt: 17 } });
    expect(shown(store).page.fetchedAt).toBe(17);
  });

  test('a picture is there for every place that shows the person; a cover for the page alone', async () => {
    const { store, say, letGo } = held();
    const picture = Sha256.parse('a'.repeat(64));
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    say({ name: 'picture.arrived', data: { person: lucia.id, which: 'profile', picture } });
    say({ name: 'picture.arrived', data: { person: lucia.id, which: 'cover', picture } });
    say({ name: 'picture.arrived', data: { person: priya.id, which: 'cover', picture } });
    expect([...store.getState().pictures]).toEqual([[lucia.id, picture]]);
    expect(shown(store).page.cover).toBe(picture);
  });

  test('a link followed before a directory is open waits for it', async () => {
    const double = createDouble({ remembered: true });
    const store = createDirectoryStore(double.bridge.call);
    await store.getState().start();
    applyEvent(store.getState(), {
      name: 'page.wanted',
      data: { page: { view: 'person', id: priya.id, tab: 'overview' } },
    });
    expect(store.getState().person).toBeNull();
    expect(await store.getState().connectDemo()).toBeNull();
    expect(currentVisit(store.getState().history).page).toMatchObject({ view: 'person', id: priya.id });
    expect(store.getState().wanted).toBeNull();
  });
});

describe('connections', () => {
  test('another directory begins with an empty history', async () => {
    const double = createDouble({ open: true, remembered: true });
    const store = createDirectoryStore(double.bridge.call);
    await store.getState().start();
    store.getState().openPerson(lucia.id);
    const other = store.getState().overview?.remembered[1];
    if (other === undefined) throw new Error('none remembered');
    await store.getState().switchTo(other.id);
    expect(store.getState().history.visits).toHaveLength(1);
    expect(store.getState().person).toBeNull();
    expect(store.getState().table.windows.size).toBe(0);
  });

  test('the demo opened again over itself shows nothing of the copy that was wiped', async () => {
    const { store, say, waiting, letGo } = held();
    await store.getState().start();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    store.getState().showView(usualView);
    await vi.waitUntil(() => store.getState().table.windows.size > 0);
    store.getState().leaveTable();
    say({
      name: 'picture.arrived',
      data: { person: lucia.id, which: 'profile', picture: Sha256.parse('a'.repeat(64)) },
    });
    const before = store.getState();
    expect(await before.connectDemo()).toBeNull();
    const after = store.getState();
    expect(after.overview?.open?.connection.id).toBe(before.overview?.open?.connection.id);
    expect(after.history.visits).toHaveLength(2);
    expect(currentVisit(after.history).page).toMatchObject({ view: 'person', id: idOf(9010) });
    expect(after.person).toEqual({ state: 'loading', id: idOf(9010) });
    expect(waiting.at(-1)).toMatchObject({ id: idOf(9010), want: 'known' });
    expect([after.pictures.size, after.table.windows.size, after.recents.length]).toEqual([0, 0, 0]);
    expect(after.table.shown).toBeNull();
  });

  test('a link followed while a directory is being opened decides who is shown in it', async () => {
    const { store, say } = held({ remembered: true });
    await store.getState().start();
    const overview = await createDouble({ open: true }).bridge.call('account.overview', null);
    if (!overview.ok) throw new Error('no overview');
    const opening = store.getState().connectDemo();
    say({ name: 'account.changed', data: overview.value });
    say({ name: 'page.wanted', data: { page: { view: 'person', id: priya.id, tab: 'overview' } } });
    await opening;
    expect(currentVisit(store.getState().history).page).toMatchObject({ view: 'person', id: priya.id });
    expect(store.getState()).toMatchObject({ wanted: null, opening: 0 });
  });

  test('a directory that is told of before the answer to who opens it is shown with that answer', async () => {
    const { store, say } = held({ remembered: true });
    await store.getState().start();
    const overview = await createDouble({ open: true }).bridge.call('account.overview', null);
    if (!overview.ok) throw new Error('no overview');
    const opening = store.getState().connectDemo();
    say({ name: 'account.changed', data: overview.value });
    // Nothing can be gone to in it that the answer would take away.
    expect(store.getState().overview?.open).toBeNull();
    await opening;
    expect(store.getState().overview?.open).not.toBeNull();
    expect(currentVisit(store.getState().history).page).toMatchObject({ view: 'person', id: idOf(9010) });
  });

  test('what is open is shown as well where the opening failed', async () => {
    const { store, say } = held();
    await store.getState().start();
    const connecting = store.getState().connect({ server: 'http://x.example', token: 't', startFrom: '', name: '' });
    const { overview } = store.getState();
    if (overview === null) throw new Error('no overview');
    say({ name: 'account.changed', data: { ...overview, open: null } });
    expect(store.getState().overview?.open).not.toBeNull();
    expect(await connecting).not.toBeNull();
    expect(store.getState().overview?.open).toBeNull();
  });

  test('a link followed while another directory could not be opened is shown in the one that is open', async () => {
    const { store, say } = held();
    await store.getState().start();
    store.getState().addAnother(true);
    const connecting = store.getState().connect({ server: 'http://x.example', token: 't', startFrom: '', name: '' });
    say({ name: 'page.wanted', data: { page: { view: 'person', id: priya.id, tab: 'overview' } } });
    expect(store.getState().person).toBeNull();
    expect(await connecting).not.toBeNull();
    expect(store.getState().person).toEqual({ state: 'loading', id: priya.id });
    expect(store.getState()).toMatchObject({ wanted: null, adding: false, opening: 0 });
  });

  test('the token that comes late has the person shown asked for again', async () => {
    const { store, waiting, letGo, tokenCame } = await withoutToken();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    store.getState().refreshPerson();
    await letGo(1, failed({ kind: 'token-needed' }));
    expect(shown(store).again).toEqual({ kind: 'token-needed' });
    tokenCame();
    expect(shown(store).again).toBeNull();
    expect(waiting.slice(2)).toMatchObject([{ id: lucia.id, want: 'fresh' }]);
    await letGo(2, ok({ ...luciaPage(), fetchedAt: 17 }));
    expect(shown(store).page.fetchedAt).toBe(17);
    tokenCame();
    expect(waiting).toHaveLength(3);
  });

  test('a refresh that had to do without the token is made once it is there, however that was told', async () => {
    const { store, waiting, letGo, tokenCame } = await withoutToken();
    store.getState().openPerson(lucia.id);
    await letGo(0, ok(luciaPage()));
    store.getState().refreshPerson();
    await letGo(1, ok({ ...luciaPage(), source: 'local', trouble: { kind: 'token-needed' } }));
    tokenCame();
    expect(waiting.slice(2)).toMatchObject([{ id: lucia.id, want: 'fresh' }]);
    expect(shown(store).refreshing).toBe(true);
  });

  test('the token that comes late opens the person who could not be opened without it, and nobody else', async () => {
    const { store, waiting, letGo, tokenCame } = await withoutToken();
    store.getState().openPerson(idOf(5));
    await letGo(0, failed({ kind: 'token-needed' }));
    tokenCame();
    expect(store.getState().person).toEqual({ state: 'loading', id: idOf(5) });
    expect(waiting[1]).toMatchObject({ id: idOf(5), want: 'known' });

    const other = await withoutToken();
    other.store.getState().openPerson(idOf(5));
    await other.letGo(0, failed({ kind: 'forbidden' }));
    other.tokenCame();
    expect(other.store.getState().person).toMatchObject({ state: 'failed', failure: { kind: 'forbidden' } });
    expect(other.waiting).toHaveLength(1);
  });

  test('a failure to connect is handed back and opens nothing', async () => {
    const store = createDirectoryStore(createDouble({}).bridge.call);
    await store.getState().start();
    const told = await store.getState().connect({ server: 'http://x.example', token: 't', startFrom: '', name: '' });
    expect(told).toEqual({ kind: 'bad-input', where: 'server', reason: 'not-https' });
    expect(store.getState().overview?.open).toBeNull();
  });

  test('no part of the store holds a token after connecting', async () => {
    const store = createDirectoryStore(createDouble({}).bridge.call);
    await store.getState().start();
    await store.getState().connect({ server: 'https://x.example', token: 'canary-7f3a', startFrom: '', name: '' });
    expect(store.getState().overview?.open).not.toBeNull();
    expect(JSON.stringify(store.getState())).not.toContain('canary-7f3a');
  });
});

describe('search', () => {
  test('an answer to an older text is dropped', async () => {
    const answers: ((text: string) => void)[] = [];
    const call = ((name: CallName) =>
      name === 'people.find'
        ? new Promise<unknown>((resolve) =>
            answers.push(() => resolve({ ok: true, value: { found: [], known: answers.length, fetchable: null } })),
          )
        : new Promise<unknown>(() => undefined)) as unknown as Call;
    const store = createDirectoryStore(call);
    const first = store.getState().find('lu');
    const second = store.getState().find('luc');
    answers[1]?.('');
    await second;
    answers[0]?.('');
    await first;
    expect(store.getState().found?.text).toBe('luc');
  });

  test('closing forgets what was found, and a late answer does not bring it back', async () => {
    const double = createDouble({ open: true });
    const store = createDirectoryStore(double.bridge.call);
    store.getState().openSearch();
    const late = store.getState().find('luc');
    store.getState().closeSearch();
    await late;
    expect(store.getState()).toMatchObject({ searching: false, found: null });
  });
});
