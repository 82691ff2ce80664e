/** Everybody is selected also where one asks for it while only the beginning of the table is there. */
import { expect, test } from 'vitest';
import type { Call, CallName } from '../../../contract/calls.ts';
import { failed, succeeded } from '../../../contract/failures.ts';
import { keyedActions } from '../../../renderer/frame/actions.ts';
import { views } from '../../../renderer/frame/views.tsx';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';

test('a first Ctrl A is not lost: it waits for the whole table', async () => {
  const { bridge } = createDouble({ open: true });
  const asked: { snapshot: number }[] = [];
  const call = ((name: CallName, input: { snapshot: number }) => {
    if (name !== 'people.select') return bridge.call(name, input as never);
    asked.push(input);
    // The main process keeps no beginning.
    return Promise.resolve(input.snapshot === 1 ? failed({ kind: 'cancelled' }) : succeeded({ selected: 100 }));
  }) as unknown as Call;
  const store = createDirectoryStore(call);
  const shows = (snapshot: number, isWhole: boolean) => {
    const { table } = store.getState();
    const counts = isWhole ? { active: 100, inactive: 0, deleted: 0, 'not-found': 0, unknown: 0 } : null;
    store.setState({
      table: {
        ...table,
        shown: { snapshot, total: 100, counts, known: 100, selected: 0, selectedElsewhere: 0, below: null },
      },
    });
  };
  shows(1, false);
  const action = keyedActions(views).find(({ id }) => id === 'select-all');
  const done = action?.run(store.getState());
  shows(2, true);
  await done;
  expect(asked.map(({ snapshot }) => snapshot)).toEqual([2]);
  expect(store.getState().table.shown?.selected).toBe(100);
});
