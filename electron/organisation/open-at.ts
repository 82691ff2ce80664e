/** Opens and closes branches of the tree around somebody. */
import type { ParsedInput } from '../../contract/calls.ts';
import type { Forest } from './forest.ts';
import type { OpenBranches } from './open-branches.ts';

/** `place` null: the block of those alone. */
export function openAt(
  branches: Pick<OpenBranches, 'set' | 'setBlock'>,
  { keys, parent, size, direct, leaf }: Pick<Forest, 'keys' | 'parent' | 'size' | 'direct' | 'leaf'>,
  place: number | null,
  what: ParsedInput<'organisation.open'>['what'],
): void {
  const set = (at: number, isOpen: boolean) => {
    if (direct[at] !== 0 && at !== 0) branches.set(keys[at] ?? 0, isOpen);
  };
  const isAlone = place === null || place >= (leaf[0] ?? 1);
  switch (what) {
    case 'open':
    case 'close':
      if (place === null) branches.setBlock(what === 'open');
      else set(place, what === 'open');
      return;
    case 'siblings': {
      const manager = place === null ? 0 : (parent[place] ?? 0);
      for (let at = manager + 1; at < (leaf[manager] ?? 0); at += size[at] ?? 1) set(at, true);
      if (manager === 0) branches.setBlock(true);
      return;
    }
    case 'below':
    case 'close-below':
      if (place === null) branches.setBlock(what === 'below');
      else for (let at = place; at < place + (size[place] ?? 1); at += 1) set(at, what === 'below');
      return;
    case 'path':
      if (place === null) return;
      for (let at = parent[place] ?? 0; at !== 0; at = parent[at] ?? 0) set(at, true);
      if (isAlone) branches.setBlock(true);
  }
}
