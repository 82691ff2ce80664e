/** What keys in the tree wait for. */
import type { StoreApi } from 'zustand/vanilla';
import type { Tree } from './tree-state.ts';

type Trees = Pick<StoreApi<Tree>, 'getState' | 'subscribe'>;

/** Resolves once nobody is on their way: who arrives becomes the active person, wherever the keys have led. */
export function arrived(tree: Trees): Promise<void> {
  return until(tree, ({ isEntering }) => !isEntering);
}

/** Resolves once the active row has come, or could not be had: one that was gone to from afar is on its way. */
export function activeRowCame(tree: Trees): Promise<void> {
  return until(tree, ({ active, failure }) => active === null || active.data !== undefined || failure !== null);
}

function until(tree: Trees, holds: (now: Tree) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds(tree.getState())) return resolve();
    const end = tree.subscribe((now) => {
      if (!holds(now)) return;
      end();
      resolve();
    });
  });
}
