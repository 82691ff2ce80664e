/** The tree as of a moment of the past: which moment is asked for, and what is shown while others are on their way. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import { DayForm } from '../../../renderer/organisation/as-of-dialog.tsx';
import { unknownWords } from '../../../renderer/organisation/moment-line.tsx';
import { createOrganisationStore } from '../../../renderer/organisation/organisation-store.ts';
import { pageAsOf } from '../../../renderer/organisation/page-as-of.ts';
import { personOf } from '../../../renderer/organisation/tree-state.ts';
import { idOf } from '../../renderer-double/people.ts';
import { createOrganised } from './organisation-tree.ts';

vi.mock('../../../renderer/bridge/call.ts', () => ({ call: vi.fn(), listen: vi.fn() }));

function organised() {
  const { call, change, lose } = createOrganised({ 0: [1], 1: [2, 3] });
  const looked: (number | null)[] = [];
  /** Answers of rows that are held back. */
  const held: (() => void)[] = [];
  let isHolding = false;
  const watched = (async (name: CallName, input: never) => {
    if (name === 'organisation.look') looked.push((input as { asOf: number | null }).asOf);
    const answer = await (call as (name: CallName, input: never) => Promise<unknown>)(name, input);
    if (isHolding && name === 'organisation.rows') await new Promise<void>((resolve) => held.push(resolve));
    return answer;
  }) as unknown as Call;
  const store = createOrganisationStore(watched);
  const state = () => store.getState();
  const enter = (asOf: number | null) => {
    const isOther = state().turnTo(asOf);
    return { isOther, done: state().enter(idOf(2)) };
  };
  const hold = (isHeld: boolean) => {
    isHolding = isHeld;
    if (!isHeld) for (const go of held.splice(0)) go();
  };
  return { state, enter, looked, hold, held, change, lose };
}

describe('the tree', () => {
  test('is entered as of the moment that was turned to, and back to now', async () => {
    const { state, enter, looked } = organised();
    await enter(null).done;
    const then = enter(5);
    expect(then.isOther).toBe(true);
    await then.done;
    expect([state().asOf, state().shownAsOf]).toEqual([5, 5]);
    expect(personOf(state().active?.data)).toBe(idOf(2));
    expect(enter(5).isOther).toBe(false);
    await enter(null).done;
    expect(state().shownAsOf).toBeNull();
    expect(looked).toEqual([null, 5, 5, null]);
  });

  test('shows the moment that was turned to last, whichever answer comes first', async () => {
    const { state, enter, hold, held } = organised();
    await enter(null).done;
    hold(true);
    const first = enter(5);
    await vi.waitUntil(() => held.length > 0);
    const second = enter(6);
    hold(false);
    await Promise.all([first.done, second.done]);
    expect([state().asOf, state().shownAsOf]).toEqual([6, 6]);
  });

  test('asks once more where the thread that knew the moment was lost', async () => {
    const { state, enter, lose, looked } = organised();
    await enter(5).done;
    lose();
    await state().open(0, 'open');
    await vi.waitUntil(() => looked.length === 2);
    expect(looked).toEqual([5, 5]);
    await vi.waitUntil(() => !state().isEntering);
    expect(state().shownAsOf).toBe(5);
  });
});

test('another moment is of the same person, in the same form; now has none', () => {
  const page = { view: 'organisation', id: idOf(1), form: 'map' } as const;
  expect(pageAsOf(page, 7)).toEqual({ ...page, asOf: 7 });
  expect(pageAsOf({ ...page, asOf: 7 }, null)).toEqual(page);
});

test('who was listed and not known is counted', () => {
  expect(unknownWords(1)).toBe('1 was only listed: nothing was known of them yet');
  expect(unknownWords(1200)).toBe('1,200 were only listed: nothing was known of them yet');
});

test('a day is asked for between the first that is known and today, which is also said in words', () => {
  const known = { since: new Date(2026, 2, 3, 20).getTime(), now: new Date(2026, 11, 1, 12).getTime() };
  const markup = renderToStaticMarkup(
    <MantineProvider>
      <DayForm asOf={null} onChoose={() => undefined} onClose={() => undefined} known={known} />
    </MantineProvider>,
  );
  expect(markup).toMatch(/<input[^>]*min="2026-03-03"[^>]*max="2026-12-01"[^>]*>/);
  expect(markup).toMatch(/value="2026-11-30"/);
  expect(markup).toContain('30 November 2026. Rolodesk knows since 3 March 2026.');
  for (const name of ['Yesterday', 'A week ago', 'A month ago']) expect(markup).toContain(`>${name}<`);
});
