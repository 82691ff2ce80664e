import { beforeEach, describe, expect, test } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import type { SyncState } from '../../../contract/sync.ts';
import { applyEvent } from '../../../renderer/store/apply-event.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble, type Scenario } from '../../renderer-double/double.ts';
import { cardOf, lucia } from '../../renderer-double/people.ts';
import { done, scenes } from '../../renderer-double/sync-states.ts';

/** Answers of one call are held until the test lets them go; `say` is the main process. */
function opened(scenario: Scenario, heldCall?: CallName) {
  const { bridge, made } = createDouble(scenario);
  const waiting: ((outcome: Outcome<unknown>) => void)[] = [];
  let underWay = 0;
  const call = (async (name: CallName, input: never) => {
    if (name === heldCall) {
      made.push({ name, input });
      return new Promise<Outcome<unknown>>((answer) => waiting.push(answer));
    }
    underWay += 1;
    const answer = await bridge.call(name, input);
    underWay -= 1;
    return answer;
  }) as unknown as Call;
  /** When every answer that is not held has been given, and what it led to. */
  const settled = async () => {
    do await new Promise((later) => setTimeout(later, 0));
    while (underWay > 0);
  };
  const store = createDirectoryStore(call);
  const say = (data: SyncState) => applyEvent(store.getState(), { name: 'sync.changed', data });
  const callsOf = (name: CallName) => made.filter((one) => one.name === name).length;
  return { store, say, waiting, made, callsOf, settled };
}

describe('the sync in the store', () => {
  test('is read when a directory opens, and forgotten when it closes', async () => {
    const { store, settled } = opened({ open: true, sync: 'running' });
    await store.getState().start();
    await settled();
    expect(store.getState().sync).toMatchObject({ status: 'running', fetched: 812 });
    const connection = store.getState().overview?.open?.connection.id;
    if (connection === undefined) throw new Error('not open');
    await store.getState().disconnect({ connection, forgetToken: true, forgetCopy: true });
    await settled();
    expect(store.getState()).toMatchObject({ sync: null, freshProblems: null });
  });

  test('an answer about the directory that was open before is dropped', async () => {
    const { store, waiting, settled } = opened({ open: true, remembered: true }, 'sync.state');
    await store.getState().start();
    const other = store.getState().overview?.remembered[1];
    if (other === undefined) throw new Error('none remembered');
    await store.getState().switchTo(other.id);
    waiting.at(-1)?.(succeeded(scenes.paused()));
    waiting[0]?.(succeeded(scenes.running()));
    await settled();
    expect(waiting.length).toBeGreaterThan(1);
    expect(store.getState().sync?.status).toBe('paused');
  });

  test('begins, pauses and stops', async () => {
    const { store } = opened({ open: true, sync: 'never' });
    await store.getState().start();
    for (const [act, status] of [
      ['beginSync', 'running'],
      ['pauseSync', 'paused'],
      ['stopSync', 'stopped'],
    ] as const) {
      await store.getState()[act]();
      expect(store.getState().sync?.status).toBe(status);
    }
  });

  test('a sync that cannot begin says why and stays as it was', async () => {
    const { store, waiting, settled } = opened({ open: true, sync: 'stopped' }, 'sync.begin');
    await store.getState().start();
    await settled();
    const beginning = store.getState().beginSync();
    waiting[0]?.(failed({ kind: 'token-needed' }));
    await beginning;
    expect(store.getState().notice).toMatchObject({ isTrouble: true });
    expect(store.getState().notice?.text).toContain('Token needed');
    expect(store.getState().sync?.status).toBe('stopped');
  });

  test('a new token lets a sync go on that was paused for want of one, and no other', async () => {
    for (const [sync, begun] of [
      ['refused', 1],
      ['full', 0],
      ['paused', 0],
    ] as const) {
      const { store, waiting, callsOf, settled } = opened({ open: true, sync }, 'account.renewToken');
      await store.getState().start();
      await settled();
      const overview = store.getState().overview;
      const renewing = store.getState().renewToken('new');
      waiting[0]?.({ ok: true, value: overview });
      expect(await renewing).toBeNull();
      expect(callsOf('sync.begin'), sync).toBe(begun);
    }
  });

  test('“try now” asks for the person shown, and begins nothing that a person holds', async () => {
    for (const [sync, begun] of [
      ['waiting', 1],
      ['paused', 0],
      ['stopped', 0],
    ] as const) {
      const { store, made, callsOf, settled } = opened({ open: true, offline: true, sync });
      await store.getState().start();
      await settled();
      store.getState().openPerson(lucia.id);
      await settled();
      store.getState().tryNow();
      expect(callsOf('sync.begin'), sync).toBe(begun);
      expect(made.filter(({ name }) => name === 'people.open').at(-1)?.input).toMatchObject({ want: 'fresh' });
    }
  });

  test('ids are added, and the budget is set', async () => {
    const { store, settled } = opened({ open: true });
    await store.getState().start();
    await settled();
    const text = [1, 2, 3].map((number) => cardOf(number).id).join(' and ');
    expect(await store.getState().addIds(text)).toMatchObject({ ok: true, value: { found: 3, added: 1 } });
    expect(store.getState().sync?.found).toBe(done().found + 1);
    expect(await store.getState().setBudget(500)).toBeNull();
    expect(store.getState().sync?.refresh.perDay).toBe(500);
  });
});

describe('what is asked for again as the directory grows', () => {
  let made: ReturnType<typeof opened>;
  beforeEach(async () => {
    made = opened({ open: true, sync: 'listing' });
    await made.store.getState().start();
    await made.settled();
  });

  test('the table is asked to look again whenever people were stored, also while a sync is under way', () => {
    const { store, say } = made;
    const refreshes = noteRefreshes(store);
    const stored = (people: number) => applyEvent(store.getState(), { name: 'people.stored', data: { people } });
    say(scenes.running());
    stored(20_001);
    say(scenes.stopped());
    stored(100_001);
    expect(refreshes()).toBe(2);
    expect(store.getState().overview?.open?.peopleCount).toBe(100_001);
  });

  test('how far a sync is, and how the connection fares, ask the table for nothing', () => {
    const { store, say } = made;
    const refreshes = noteRefreshes(store);
    const { overview } = store.getState();
    if (overview !== null) store.getState().overviewChanged(overview);
    say(scenes.running());
    say(scenes.stopped());
    expect(refreshes()).toBe(0);
  });

  test('names of teams and roles that changed bring the person shown, the lists and the problems anew', async () => {
    const { store, callsOf, settled } = made;
    store.getState().openPerson(lucia.id);
    await settled();
    const refreshes = noteRefreshes(store);
    const before = callsOf('people.open');
    applyEvent(store.getState(), { name: 'labels.changed', data: null });
    expect(callsOf('people.open')).toBe(before + 1);
    expect(refreshes()).toBe(1);
    await settled();
    expect(store.getState().person?.state).toBe('shown');
  });

  test('a refresh that is under way is not overtaken by new names', async () => {
    const { store, callsOf, settled } = made;
    store.getState().openPerson(lucia.id);
    await settled();
    store.getState().refreshPerson();
    const before = callsOf('people.open');
    store.getState().labelsChanged();
    expect(callsOf('people.open')).toBe(before);
  });

  test('a team that is given a name carries it wherever it is shown', async () => {
    const { store, settled } = made;
    store.getState().openPerson(cardOf(4).id);
    await settled();
    const id = cardOf(4).team?.id ?? '';
    expect(await store.getState().nameLabel({ kind: 'team', id, name: 'North' })).toBeNull();
    await settled();
    expect(store.getState().person).toMatchObject({ page: { card: { team: { name: 'North', namedBy: 'person' } } } });
  });
});

describe('a text that is dropped on the window', () => {
  const given = { text: 'ids', name: 'ids.csv' };

  test('opens the dialog for it where a directory is open', async () => {
    const { store } = opened({ open: true });
    store.getState().giveText(given);
    expect(store.getState()).toMatchObject({ addingIds: false, given: null });
    await store.getState().start();
    store.getState().giveText(given);
    expect(store.getState()).toMatchObject({ addingIds: true, given });
    store.getState().addFromList(false);
    expect(store.getState()).toMatchObject({ addingIds: false, given: null });
  });

  test('goes to the two doors where they are shown', async () => {
    const { store } = opened({ open: true });
    await store.getState().start();
    store.getState().addAnother(true);
    store.getState().giveText(given);
    expect(store.getState()).toMatchObject({ addingIds: false, given });
    store.getState().takeGiven();
    expect(store.getState().given).toBeNull();
  });
});

/** Notes when the table is asked to look again, in place of its looking. */
function noteRefreshes(store: ReturnType<typeof opened>['store']): () => number {
  let refreshes = 0;
  store.setState({
    refreshTable: () => {
      refreshes += 1;
    },
  });
  return () => refreshes;
}
