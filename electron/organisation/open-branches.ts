/** Which branches of the tree are open, by key, whatever becomes of the people between two snapshots. */
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Forest } from './forest.ts';

/** Stands for the block of those alone among the keys that are open. */
const block = 0;

export type OpenBranches = {
  readonly isOpen: (key: PersonKey) => boolean;
  readonly isBlockOpen: () => boolean;
  readonly set: (key: PersonKey, isOpen: boolean) => void;
  readonly setBlock: (isOpen: boolean) => void;
  /** Until somebody opens or closes a branch, only the top that is the largest now is open. */
  readonly follow: (forest: Pick<Forest, 'keys'>) => void;
  /** Null: nobody has opened or closed anything. */
  readonly kept: () => Int32Array | null;
};

export function createOpenBranches(kept: Int32Array | null): OpenBranches {
  let open = new Uint8Array(1024);
  let isTouched = kept !== null;
  const put = (key: PersonKey, isOpen: boolean) => {
    if (key >= open.length) {
      if (!isOpen) return;
      const larger = new Uint8Array(Math.max(key + 1, open.length * 2));
      larger.set(open);
      open = larger;
    }
    open[key] = Number(isOpen);
  };
  const touch = (key: PersonKey, isOpen: boolean) => {
    isTouched = true;
    put(key, isOpen);
  };
  for (const key of kept ?? []) put(key, true);

  return {
    isOpen: (key) => open[key] === 1,
    isBlockOpen: () => open[block] === 1,
    set: touch,
    setBlock: (isOpen) => touch(block, isOpen),
    follow: ({ keys }) => {
      if (isTouched) return;
      open.fill(0);
      const largest = keys[1] ?? 0;
      if (largest !== 0) put(largest, true);
    },
    kept: () => {
      if (!isTouched) return null;
      const keys: PersonKey[] = [];
      for (const [key, isOpen] of open.entries()) if (isOpen === 1) keys.push(key);
      return Int32Array.from(keys);
    },
  };
}
