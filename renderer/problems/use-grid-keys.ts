/** What the keyboard does in a list of problems: move, select, open, copy. The grid itself has the focus throughout. */
import type { KeyboardEvent } from 'react';
import { mostNames } from '../../contract/bounds.ts';
import { moveOf } from '../grid/row-moves.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { useTypeAhead } from '../keyboard/type-ahead.ts';
import { rowAt } from '../store/row-windows.ts';
import { useStore } from '../store/use-store.ts';
import { nameOf, opensOf } from './problem-people.ts';
import { copyProblems } from './problems-out.ts';
import { extend, toggle } from './select-rows.ts';
import { problemRows } from './use-problems.ts';

type GridKeysNeeds = {
  /** How many rows are seen at once. */
  readonly page: () => number;
  readonly reveal: (at: number) => void;
  /** So many rows can be drawn. */
  readonly limit: number;
  /** Says whether there is anything to do with the row. */
  readonly openMenu: (at: number) => boolean;
};

export function useGridKeys({ page, reveal, limit, openMenu }: GridKeysNeeds) {
  const openPerson = useStore((state) => state.openPerson);
  const showInOrganisation = useStore((state) => state.showInOrganisation);
  const typedAmong = useStore((state) => state.typedAmong);
  const say = useStore((state) => state.say);

  const go = (key: string, shiftKey: boolean): boolean => {
    const { active, shown, activate } = problemRows.getState();
    const total = Math.min(shown?.total ?? 0, limit);
    const wanted = moveOf({ key, shiftKey }, { active, total, page: page() });
    if (wanted === null) return false;
    const to = Math.max(0, wanted.to);
    if (wanted.extends) void extend(to);
    else activate(to);
    reveal(to);
    return true;
  };
  /** Does something with the person that the keys act on. */
  const withPerson = (what: typeof openPerson): boolean => {
    const { active, windows } = problemRows.getState();
    const row = active === null ? undefined : rowAt(windows, active);
    if (row === undefined) return false;
    const person = opensOf(row.problem);
    if (person === null) say('Nobody is named in this problem');
    else what(person);
    return true;
  };
  const onKeys: KeyHandlers<'problems'> = {
    move: (written) => go(written, false),
    extend: (written) => go(written.replace('Shift+', ''), true),
    toggle: () => {
      const { active } = problemRows.getState();
      return active !== null && void toggle(active);
    },
    open: () => withPerson((person) => openPerson(person)),
    organisation: () => withPerson(showInOrganisation),
    actions: () => {
      const { active } = problemRows.getState();
      return active !== null && openMenu(active);
    },
    copy: () => {
      const meant = problemRows.getState().meant();
      return meant !== null && void copyProblems(meant);
    },
  };
  const onTyped = useTypeAhead(async ({ text, isNext }) => {
    const { active, activate } = problemRows.getState();
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
    // What has the focus in the grid but the grid itself has keys of its own.
    if (event.target !== event.currentTarget) return;
    if (!onTyped(event)) handleKeys('problems', event, onKeys);
  };
}

/** What the rows that are held are called, from one of them on and round to it. */
function namedRows(from: number): { readonly at: number; readonly name: string }[] {
  const { shown, windows } = problemRows.getState();
  const total = shown?.total ?? 0;
  const named: { readonly at: number; readonly name: string }[] = [];
  for (let step = 0; step < total && named.length < mostNames; step += 1) {
    const at = (Math.max(0, from) + step) % total;
    const row = rowAt(windows, at);
    const name = row === undefined ? null : nameOf(row.problem);
    if (name !== null) named.push({ at, name });
  }
  return named;
}
