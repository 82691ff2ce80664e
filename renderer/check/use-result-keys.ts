/** What the keyboard does in the rows of a check: move, select, open, choose, copy. The grid itself has the focus throughout. */
import type { KeyboardEvent } from 'react';
import { call } from '../bridge/call.ts';
import { moveOf } from '../grid/row-moves.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { useTypeAhead } from '../keyboard/type-ahead.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { copyRows } from './rows-out.ts';
import { checkRows, checks } from './use-check.ts';

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
    const { check } = checks.getState();
    const { active, shown, shownFilter, activate } = checkRows.getState();
    if (check === null || shownFilter === null || !shown?.total) return;
    const from = active === null ? 0 : (active + (isNext ? 1 : 0)) % shown.total;
    const answer = await call('check.typed', { id: check.id, filter: shownFilter, typed: text, from });
    // Another filter was chosen since: its rows are others.
    if (!answer.ok || answer.value.at === null || checkRows.getState().shownFilter !== shownFilter) return;
    if (answer.value.at >= limit) return;
    activate(answer.value.at);
    reveal(answer.value.at);
  });
  return (event: KeyboardEvent) => {
    if (!onTyped(event)) handleKeys('result', event, onKeys);
  };
}
