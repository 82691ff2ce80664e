/** How much of a list is drawn that need not be short: the beginning, and more when it is asked for. */
import { useState } from 'react';

export type Drawn = { readonly drawn: number; readonly left: number; readonly drawMore: () => void };

/** `step`: how many are drawn first, and with each further step. */
export function useDrawn(count: number, step: number): Drawn {
  const [wanted, setWanted] = useState(step);
  const drawn = Math.min(count, wanted);
  return { drawn, left: count - drawn, drawMore: () => setWanted(drawn + step) };
}
