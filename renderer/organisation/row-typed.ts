/** Which row is meant by what is typed in the tree. */
import type { Call } from '../../contract/calls.ts';
import type { Tree } from './tree-state.ts';

/** While people come, the rows are others by the time of an answer: new ones come once a second at most. */
const mostTries = 4;

export type TypedInTree = { readonly text: string; readonly isNext: boolean };

/** The row whose name begins with it; null: none does. `isNext`: the active one comes last. */
export async function rowTyped(
  call: Call,
  tree: () => Pick<Tree, 'shown' | 'active'>,
  { text, isNext }: TypedInTree,
): Promise<number | null> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { shown, active } = tree();
    if (shown === null || shown.total === 0) return null;
    const from = active === null ? 0 : (active.row + (isNext ? 1 : 0)) % shown.total;
    const answer = await call('organisation.typed', { snapshot: shown.snapshot, typed: text, from });
    if (tree().shown?.snapshot === shown.snapshot) return answer.ok ? answer.value.row : null;
  }
  return null;
}
