/** What the keyboard does in the rows of a check: move, select, open, choose, copy. The grid itself has the focus throughout. */
import type { KeyboardEvent } from 'react';
import { mostNames } from '../../contract/bounds.ts';
import { moveOf } from '../grid/row-moves.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { useTypeAhead } from '../keyboard/type-ahead.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { copyRows } from './rows-out.ts';
import { checkRows } from './use-check.ts';

type ResultKeysNeeds = {
  /** How many rows are seen at once. */
  readonly page: () => number;
  readonly reveal: (at: number) => void;
  /** So many rows can be drawn. */
  readonly limit: number;
  /** Says whether there is anything to do with the row. */
  readonly openMenu: (at: number) => boolean;
};

export function useResultKeys({ page, reveal, limit, openMenu }: ResultKeysNeeds) {
  const openPerson = useStore((state) => state.openPerson);
  const typedAmong = useStore((state) => state.typedAmong);
  const say = useStore((state) => state.say);

  const go = (key: string, shiftKey: boolean): boolean => {
    const { active, shown, activate, extendTo } = checkRows.getState();
    const total = Math.min(shown?.total ?? 0, limit);
    const wanted = moveOf({ key, shiftKey }, { active, total, page: page() });
    if (wanted === null) return false;
    const to = Math.max(0, wanted.to);
    if (wanted.extends) extendTo(to);
    else activate(to);
    reveal(to);
    return true;
  };
  const activeRow = () => {
    const { active, windows } = checkRows.getState();
    return active === null ? undefined : rowAt(windows, active);
  };
  const onKeys: KeyHandlers<'result'> = {
    move: (written) => go(written, false),
    extend: (written) => go(written.replace('Shift+', ''), true),
    open: () => {
      const row = activeRow();
      if (row === undefined) return false;
      if (row.person !== null) openPerson(row.person.id);
      else if (row.candidates !== null && row.candidates.count > 0) openMenu(checkRows.getState().active ?? 0);
      else say('Nobody is known in this row');
      return true;
    },
    actions: () => {
      const { active } = checkRows.getState();
      return active !== null && openMenu(active);
    },
    copy: () => {
      const { active, selected } = checkRows.getState();
      if (selected === null && active === null) return false;
      return copyRows(selected ?? { from: active ?? 0, to: (active ?? 0) + 1 });
    },
  };
  const onTyped = useTypeAhead(async ({ text, isNext }) => {
    const { active, activate } = checkRows.getState();
    const rows = namedRows((active ?? -1) + (isNext ? 1 : 0));
    const first = await typedAmong(
      rows.map(({ name }) => name),
      text,
    );
    const found = first === null ? undefined : rows[first];
    if (found === undefined) return;
    activate(found.at);
    reveal(found.at);
  });
  return (event: KeyboardEvent) => {
    if (!onTyped(event)) handleKeys('result', event, onKeys);
  };
}

/** What the rows that are held are called, from one of them on and round to it: the person, or what was given. */
function namedRows(from: number): { readonly at: number; readonly name: string }[] {
  const { shown, windows } = checkRows.getState();
  const total = shown?.total ?? 0;
  const named: { readonly at: number; readonly name: string }[] = [];
  for (let step = 0; step < total && named.length < mostNames; step += 1) {
    const at = (Math.max(0, from) + step) % total;
    const row = rowAt(windows, at);
    const name = row?.person?.name ?? row?.given ?? '';
    if (name !== '') named.push({ at, name });
  }
  return named;
}
