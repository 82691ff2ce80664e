/** Letters typed in the table: which rows they are meant for while others are on their way, and that none is lost. */
import { expect, test } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import { type Outcome, succeeded } from '../../../contract/failures.ts';
import { usualView } from '../../../contract/people-view.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';

type Asked = { readonly snapshot: number; readonly typed: string; readonly from: number };

/** Questions about letters wait until the test answers them. */
function typing() {
  const { bridge } = createDouble({ open: true });
  const asked: { input: Asked; answer: (place: number | null) => void }[] = [];
  const call = ((name: CallName, input: Asked) =>
    name !== 'people.typed'
      ? bridge.call(name, input as never)
      : new Promise<Outcome<{ place: number | null }>>((resolve) =>
          asked.push({ input, answer: (place) => resolve(succeeded({ place })) }),
        )) as unknown as Call;
  const store = createDirectoryStore(call);
  const shows = (snapshot: number, more: Partial<ReturnType<typeof store.getState>['table']> = {}) => {
    const { table } = store.getState();
    const shown = { snapshot, total: 100, counts: null, known: 100, selected: 0, selectedElsewhere: 0, below: null };
    store.setState({ table: { ...table, shownView: table.view, shown, ...more } });
  };
  return { store, asked, shows, type: store.getState().typedInTable };
}
const turns = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

test('a letter begins after the row one is on, a longer beginning at it, and both go round', async () => {
  const { asked, shows, type } = typing();
  for (const [active, isNext, from] of [
    [null, true, 0],
    [4, true, 5],
    [4, false, 4],
    [99, true, 0],
  ] as const) {
    shows(7, { active });
    const found = type({ text: 'a', isNext });
    await turns();
    expect(asked.at(-1)?.input).toEqual({ snapshot: 7, typed: 'a', from });
    asked.at(-1)?.answer(12);
    expect(await found).toBe(12);
  }
});

test('a letter typed while the rows of another order are on their way is meant for those', async () => {
  const { store, asked, shows, type } = typing();
  shows(1, { active: 3 });
  const view = { ...usualView, sort: { by: 'name', descending: true } } as const;
  store.setState({ table: { ...store.getState().table, view, active: null } });
  const found = type({ text: 'm', isNext: true });
  await turns();
  expect(asked).toEqual([]);
  shows(2);
  await turns();
  expect(asked.map(({ input }) => input)).toEqual([{ snapshot: 2, typed: 'm', from: 0 }]);
  asked[0]?.answer(40);
  expect(await found).toBe(40);
});

test('a letter is asked about again where people came since, but not for ever', async () => {
  const { asked, shows, type } = typing();
  shows(1);
  const found = type({ text: 'm', isNext: true });
  await turns();
  shows(2, { active: 8 });
  asked[0]?.answer(40);
  await turns();
  expect(asked[1]?.input).toEqual({ snapshot: 2, typed: 'm', from: 9 });
  asked[1]?.answer(41);
  expect(await found).toBe(41);

  const never = type({ text: 'm', isNext: true });
  for (let snapshot = 3; snapshot < 9; snapshot += 1) {
    await turns();
    shows(snapshot);
    asked.at(-1)?.answer(1);
  }
  expect(await never).toBeNull();
});
