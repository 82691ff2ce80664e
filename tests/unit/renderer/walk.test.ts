/** Walking from person to person: where each step leads, what is said where it leads nowhere, and that no press is lost on the way. */
import { describe, expect, test } from 'vitest';
import type { PersonPage } from '../../../contract/person.ts';
import { currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { type Step, stepTarget } from '../../../renderer/store/walk.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { lucia } from '../../renderer-double/people.ts';

/** The double answers within milliseconds. */
const soon = { interval: 2 };

async function onLucia() {
  const double = createDouble({ open: true, remembered: true });
  const store = createDirectoryStore(double.bridge.call);
  await store.getState().start();
  store.getState().openPerson(lucia.id);
  await expect.poll(() => store.getState().person?.state, soon).toBe('shown');
  const { person } = store.getState();
  if (person?.state !== 'shown') throw new Error('not shown');
  const at = () => {
    const { page } = currentVisit(store.getState().history);
    return page.view === 'person' ? page.id : null;
  };
  return { store, page: person.page, at };
}

describe('a step', () => {
  test('leads to the manager, the first report that is one, and the peers', async () => {
    const { page } = await onLucia();
    const itself = { state: 'not-found', id: page.user.id, since: 0 } as const;
    const reports: PersonPage['reports'] = [{ state: 'not-an-id', text: '../x' }, itself, ...page.reports];
    const first = page.reports.find(({ state }) => state === 'known');
    expect(stepTarget({ ...page, reports }, 'report')).toBe(first?.state === 'known' ? first.id : '');
    expect(stepTarget(page, 'manager')).toBe(page.lines[0]?.steps.at(-1)?.id);
    expect([stepTarget(page, 'peerBefore'), stepTarget(page, 'peerAfter')]).toEqual([
      page.beside.before,
      page.beside.after,
    ]);
    const alone = { ...page, lines: [], reports: [], beside: { before: null, after: null } };
    const steps: readonly Step[] = ['manager', 'report', 'peerBefore', 'peerAfter'];
    expect(steps.map((step) => stepTarget(alone, step))).toEqual([null, null, null, null]);
  });

  test('that leads to nobody says so, and does nothing else', async () => {
    const { store, page, at } = await onLucia();
    const alone = { ...page, lines: [], reports: [], beside: { before: null, after: null } };
    store.setState({ person: { state: 'shown', page: alone, refreshing: false, again: null } });
    const { history } = store.getState();
    for (const [step, words] of [
      ['manager', 'No manager found'],
      ['report', 'No direct reports'],
      ['peerBefore', 'No peer before this one'],
      ['peerAfter', 'No peer after this one'],
    ] as const) {
      store.getState().walk(step);
      expect(store.getState().notice?.text).toBe(words);
    }
    expect(at()).toBe(lucia.id);
    expect(store.getState().history).toBe(history);
  });

  test('that is asked for while the next person is on the way is taken once they are there', async () => {
    const { store, page, at } = await onLucia();
    const manager = page.lines[0]?.steps.at(-1)?.id;
    store.getState().walk('manager');
    expect(at()).toBe(manager);
    expect(store.getState().person?.state).toBe('loading');
    store.getState().walk('peerAfter');
    await expect.poll(at, soon).toBe(page.beside.after);
  });

  test('is forgotten where another page is opened before', async () => {
    const { store, page, at } = await onLucia();
    store.getState().walk('manager');
    store.getState().walk('manager');
    store.getState().openPerson(lucia.id);
    await expect.poll(() => store.getState().person?.state, soon).toBe('shown');
    expect(at()).toBe(page.user.id);
  });
});
