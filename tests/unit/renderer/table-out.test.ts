/** An export that outlives the page which asked for it: the page that comes after shows how far it is, and how it ended. */
import { expect, test } from 'vitest';
import { applyEvent } from '../../../renderer/store/apply-event.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';

/** A page that was loaded while main saves. */
function loadedAgain() {
  const double = createDouble({ open: true });
  const store = createDirectoryStore(double.bridge.call);
  double.bridge.listen((event) => applyEvent(store.getState(), event));
  double.say({ name: 'export.progress', data: { done: 400, total: 1200 } });
  return { ...double, state: store.getState };
}

test('its progress is shown, and it can be stopped', () => {
  const { state, made } = loadedAgain();
  expect(state().exporting).toEqual({ done: 400, total: 1200 });
  state().stopExport();
  expect(made.map(({ name }) => name)).toContain('people.stopExport');
});

test.each([
  ['saved', { saved: 1200, failure: null }, 'Saved 1,200 people'],
  ['stopped', { saved: null, failure: null }, null],
] as const)('one that was %s takes its progress away', (_, ended, said) => {
  const { state, say } = loadedAgain();
  say({ name: 'export.ended', data: ended });
  expect(state().exporting).toBeNull();
  expect(state().notice?.text ?? null).toBe(said);
});

test('one that failed says why', () => {
  const { state, say } = loadedAgain();
  say({ name: 'export.ended', data: { saved: null, failure: { kind: 'not-saved', trouble: 'full' } } });
  expect(state().exporting).toBeNull();
  expect(state().notice).toMatchObject({ isTrouble: true, text: expect.stringContaining('full') });
});
