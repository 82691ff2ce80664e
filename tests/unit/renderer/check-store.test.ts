/** Lists that are given to be checked, and the check that is open: nothing given is lost, and no late answer is shown. */
import { describe, expect, test, vi } from 'vitest';
import { longestChecked, longestFilePart, longestPart } from '../../../contract/bounds.ts';
import type { Call, CallName } from '../../../contract/calls.ts';
import { CheckId } from '../../../contract/check.ts';
import type { CheckOverview } from '../../../contract/check-overview.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import { createCheckStore } from '../../../renderer/check/check-store.ts';
import { noIdsText, wholeText } from '../../../renderer/sync/ids-text.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { everybody } from '../../renderer-double/people.ts';

const ids = everybody.slice(0, 3).map(({ id }) => id);

/** The double's store, with answers to some calls that the test gives when it likes. */
function opened(...held: CallName[]) {
  const { bridge, made } = createDouble({ open: true });
  const waiting: ((answer: Outcome<CheckOverview>) => void)[] = [];
  const call = ((name: CallName, input: never) => {
    if (!held.includes(name)) return bridge.call(name, input);
    made.push({ name, input });
    return new Promise<Outcome<CheckOverview>>((resolve) => waiting.push(resolve));
  }) as unknown as Call;
  return { store: createCheckStore(call), made, waiting };
}
const overview = async (): Promise<CheckOverview> => {
  const begun = await opened()
    .store.getState()
    .begin({ kind: 'pasted', text: ids.join('\n') });
  if (begun === null) throw new Error('no check');
  return begun;
};

describe('a list', () => {
  test('becomes the check that is open; what was typed is not kept beside it', async () => {
    const { store } = opened();
    store.getState().write({ ...noIdsText, typed: ids.join('\n') });
    const begun = await store.getState().begin({ kind: 'pasted', text: ids.join('\n') });
    expect(begun).toMatchObject({ id: 1, source: { kind: 'pasted' }, counts: { rows: 3 } });
    expect(store.getState()).toMatchObject({ check: begun, draft: noIdsText, isReading: false, failure: null });
  });

  test('that is long goes in parts, and is checked whole', async () => {
    const { store, made } = opened();
    const text = Array.from({ length: 10_000 }, (_, nth) => ids[nth % 3]).join('\n');
    expect(text.length).toBeGreaterThan(2 * longestPart);
    const begun = await store.getState().begin({ kind: 'pasted', text });
    expect(begun?.counts.rows).toBe(10_000);
    expect(made.filter(({ name }) => name === 'text.send').length).toBe(3);
  });

  test.each([
    ['empty', '  \n'],
    ['too-long', 'x'.repeat(longestChecked + 1)],
  ] as const)('that is %s is refused at its field, and nobody is asked', async (reason, text) => {
    const { store, made } = opened();
    expect(await store.getState().begin({ kind: 'pasted', text })).toBeNull();
    expect(store.getState().failure).toEqual({ kind: 'bad-input', where: 'list', reason });
    expect(made).toEqual([]);
  });

  test('that cannot be read stays in the field, also where it came from the search', async () => {
    const { store, waiting } = opened('check.begin');
    const begun = store.getState().begin({ kind: 'search', text: 'u-1 u-2' });
    expect(store.getState().isReading).toBe(true);
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    waiting[0]?.(failed({ kind: 'list-too-heavy' }));
    expect(await begun).toBeNull();
    expect(store.getState()).toMatchObject({ isReading: false, failure: { kind: 'list-too-heavy' } });
    expect(wholeText(store.getState().draft)).toBe('u-1 u-2');
  });

  test('that was given up says nothing, and stays', async () => {
    const { store, made, waiting } = opened('check.begin');
    const draft = { ...noIdsText, typed: ids.join('\n') };
    store.getState().write(draft);
    const begun = store.getState().begin({ kind: 'pasted', text: draft.typed });
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    store.getState().giveUp();
    expect(made.at(-1)?.name).toBe('check.giveUp');
    waiting[0]?.(failed({ kind: 'cancelled' }));
    await begun;
    expect(store.getState()).toMatchObject({ isReading: false, failure: null, draft });
  });

  test('of people who are others by now is not given up without a word', async () => {
    const { store, waiting } = opened('check.begin');
    const begun = store.getState().begin({ kind: 'selection', people: { snapshot: 1, which: 'selected' } });
    waiting[0]?.(failed({ kind: 'cancelled' }));
    await begun;
    expect(store.getState().failure).toEqual({ kind: 'bad-input', where: 'list', reason: 'not-known' });
  });

  test('that another one followed, or another directory, is not shown', async () => {
    const { store, waiting } = opened('check.begin');
    const one = await overview();
    const first = store.getState().begin({ kind: 'clipboard' });
    const second = store.getState().begin({ kind: 'clipboard' });
    waiting[0]?.(succeeded(one));
    expect(await first).toBeNull();
    expect(store.getState()).toMatchObject({ check: null, isReading: true });
    store.getState().forget();
    waiting[1]?.(succeeded(one));
    expect(await second).toBeNull();
    expect(store.getState()).toMatchObject({ check: null, isReading: false });
  });

  test('in a file goes as its bytes, in parts; one that is too large, or a folder, is refused by itself', async () => {
    const { store, made } = opened();
    const file = new File([`${ids.join('\n')}\n`.padEnd(longestFilePart + 10)], 'accounts.csv');
    const begun = await store.getState().begin({ kind: 'file', file });
    expect(begun?.source).toEqual({ kind: 'file', name: 'accounts.csv' });
    const sent = made.filter(({ name }) => name === 'check.sendFile');
    expect(sent.map(({ input }) => (input as { part: Uint8Array }).part.byteLength)).toEqual([longestFilePart, 10]);
    const unread = () => Promise.reject(new Error('read all the same'));
    const large = { size: longestChecked + 1, name: 'large.csv', slice: () => ({ arrayBuffer: unread }) };
    await store.getState().begin({ kind: 'file', file: large as unknown as File });
    expect(store.getState().failure).toEqual({ kind: 'bad-input', where: 'file', reason: 'too-long' });
    const folder = { ...large, size: 4096, name: 'folder' };
    await store.getState().begin({ kind: 'file', file: folder as unknown as File });
    expect(store.getState().failure).toEqual({ kind: 'bad-input', where: 'file', reason: 'malformed' });
    expect(made.filter(({ name }) => name === 'check.sendFile')).toHaveLength(2);
  });
});

describe('the check that is open', () => {
  test('is not asked for where it was just begun; another one is', async () => {
    const { store, made } = opened();
    const begun = await store.getState().begin({ kind: 'pasted', text: ids.join('\n') });
    await store.getState().enter(CheckId.parse(1));
    expect(store.getState().check).toBe(begun);
    store.getState().leave();
    await store.getState().enter(CheckId.parse(1));
    expect(store.getState().check).toMatchObject({ id: 1 });
    expect(made.filter(({ name }) => name === 'check.open')).toHaveLength(1);
  });

  test('that is not kept any more is said', async () => {
    const { store } = opened();
    await store.getState().enter(CheckId.parse(77));
    expect(store.getState().openFailure).toMatchObject({ where: 'check', reason: 'not-known' });
  });

  test('is not replaced by the answer to one that was left', async () => {
    const { store, waiting } = opened('check.open');
    const one = await overview();
    const first = store.getState().enter(CheckId.parse(5));
    const second = store.getState().enter(CheckId.parse(6));
    waiting[1]?.(succeeded({ ...one, id: CheckId.parse(6) }));
    waiting[0]?.(succeeded({ ...one, id: CheckId.parse(5) }));
    await Promise.all([first, second]);
    expect(store.getState().check?.id).toBe(6);
  });

  test('takes what is told of it alone, and nothing older than it is', async () => {
    const { store } = opened();
    await store.getState().begin({ kind: 'pasted', text: ids.join('\n') });
    const { check } = store.getState();
    if (check === null) throw new Error('no check');
    store.getState().told({ ...check, id: CheckId.parse(9), version: 9 });
    expect(store.getState().check).toBe(check);
    store.getState().told({ ...check, version: 5 });
    store.getState().told({ ...check, version: 4 });
    expect(store.getState().check?.version).toBe(5);
  });

  test('is named, and then among those that are kept until it is removed', async () => {
    const { store } = opened();
    await store.getState().begin({ kind: 'pasted', text: ids.join('\n') });
    await store.getState().readKept();
    expect(store.getState().kept).toMatchObject({ last: 1 });
    expect(await store.getState().name(CheckId.parse(1), 'July')).toBeNull();
    expect(store.getState().check?.name).toBe('July');
    expect(store.getState().kept).toMatchObject({ checks: [{ name: 'July' }], last: null });
    expect(await store.getState().remove(CheckId.parse(1))).toBeNull();
    expect(store.getState().kept).toEqual({ checks: [], last: null });
  });
});
