/** One pace for everything that is asked of a server: whoever asks, and whatever for. */
import { createPace, type Pace, type PaceNeeds } from './pace.ts';

/** The pace of a server, by its origin. */
export type Paces = (origin: string) => Pace;

export function createPaces(needs: PaceNeeds): Paces {
  const paces = new Map<string, Pace>();
  return (origin) => {
    const pace = paces.get(origin) ?? createPace(needs);
    paces.set(origin, pace);
    return pace;
  };
}
