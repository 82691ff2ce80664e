/** Which option in the list of a combobox is active. The field keeps the focus and names it; it is kept in view. */
import { useEffect, useId, useState } from 'react';

/** `options`: how many there are; 0: the list is not shown, or is empty. */
export function useActiveOption(options: number) {
  const id = useId();
  const [at, point] = useState(0);
  const active = options > 0 ? Math.min(at, options - 1) : null;
  useEffect(() => {
    if (active !== null) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return {
    /** Options are called `${id}-${n}`, n from 0, and their list `${id}-list`. */
    id,
    /** From 0; null: none is. */
    active,
    point,
    /** By ArrowDown to the next, by any other key to the one before, round at the end. Says whether there was one to go to. */
    move: (press: string): boolean => {
      if (active === null) return false;
      point((active + (press === 'ArrowDown' ? 1 : -1) + options) % options);
      return true;
    },
    /** What the field says of it. */
    combobox: (isShown: boolean) =>
      ({
        role: 'combobox',
        'aria-expanded': isShown,
        'aria-controls': isShown ? `${id}-list` : undefined,
        'aria-autocomplete': 'list',
        'aria-activedescendant': active === null ? undefined : `${id}-${active}`,
      }) as const,
  };
}
