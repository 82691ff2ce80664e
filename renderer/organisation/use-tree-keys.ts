/** What the keyboard does in the tree: each key waits until what the one before it opened, and the row it led to, is there. */
import { type KeyboardEvent, useRef } from 'react';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { useTypeAhead } from '../keyboard/type-ahead.ts';
import { activeRowCame, arrived } from './arrivals.ts';
import { personOf } from './tree-state.ts';
import { organisation } from './use-organisation.ts';
import type { TreeActs } from './use-tree-clicks.ts';

type TreeKeysNeeds = {
  readonly acts: TreeActs;
  /** How many rows are seen at once, less one. */
  readonly page: () => number;
  /** So many rows can be drawn. */
  readonly limit: number;
};

/** Where a key leads from a row, in so many rows. */
const moves: Readonly<Record<string, (row: number, page: number, last: number) => number>> = {
  ArrowDown: (row) => row + 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row, page) => row + page,
  PageUp: (row, page) => row - page,
  Home: () => 0,
  End: (_row, _page, last) => last,
};

export function useTreeKeys({ acts, page, limit }: TreeKeysNeeds): (event: KeyboardEvent) => void {
  const turns = useTurns();
  const tree = () => organisation.getState();
  const inTurn = (step: () => unknown) => turns(() => (tree().isEntering ? arrived(organisation).then(step) : step()));
  const last = () => Math.min(tree().shown?.total ?? 0, limit) - 1;
  const go = (row: number) => {
    if (last() >= 0) tree().activate(Math.max(0, Math.min(row, last())));
  };
  /** Does something to the active row, once that is there. */
  const act = (what: (row: number, isOpen: boolean | null) => unknown) => (): unknown => {
    const { active, failure } = tree();
    if (active === null || (active.data === undefined && failure !== null)) return undefined;
    if (active.data === undefined) return activeRowCame(organisation).then(act(what));
    return what(active.row, active.data.isOpen);
  };
  const goOut = async () => {
    const above = await tree().findAbove();
    if (above !== null) go(above);
  };
  const onTree: KeyHandlers<'tree'> = {
    move: (press) => inTurn(() => go(moves[press]?.(tree().active?.row ?? -1, page(), last()) ?? 0)),
    goIn: () =>
      inTurn(
        act((row, isOpen) => {
          if (isOpen === false) return acts.open(row, 'open');
          return isOpen === true ? go(row + 1) : undefined;
        }),
      ),
    goOut: () => inTurn(act((row, isOpen) => (isOpen === true ? acts.open(row, 'close') : goOut()))),
    siblings: () => inTurn(act((row) => acts.open(row, 'siblings'))),
    open: () =>
      inTurn(
        act((row, isOpen) => {
          const id = personOf(tree().active?.data);
          return id === null ? acts.open(row, isOpen ? 'close' : 'open') : acts.openPage(id);
        }),
      ),
    select: () => inTurn(act((row) => acts.select(row))),
    actions: () => inTurn(act((row) => acts.showActions(row, null))),
  };
  const onTyped = useTypeAhead((typed) =>
    inTurn(async () => {
      const row = await tree().typed(typed);
      if (row !== null && row < limit) go(row);
    }),
  );
  return (event) => {
    if (!onTyped(event)) handleKeys('tree', event, onTree);
  };
}

/** Does one thing after the other: at once while nothing is under way. */
function useTurns(): (step: () => unknown) => Promise<void> | undefined {
  const last = useRef<Promise<void> | undefined>(undefined);
  return (step) => {
    const run = async (): Promise<void> => {
      await step();
    };
    const before = last.current;
    if (before === undefined) {
      const now = step();
      if (!(now instanceof Promise)) return undefined;
      last.current = keep(now);
    } else {
      last.current = keep(before.then(run));
    }
    return last.current;
  };

  function keep(work: Promise<unknown>): Promise<void> {
    const kept: Promise<void> = work.then(end, end);
    function end() {
      if (last.current === kept) last.current = undefined;
    }
    return kept;
  }
}
