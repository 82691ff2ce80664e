/** Each server's pace. */
import { createPace, type Pace, type PaceNeeds } from './pace.ts';

/** The pace of a server, by its origin. Everything that is asked of the server shares it. */
export type Paces = (origin: string) => Pace;

export function createPaces(needs: PaceNeeds): Paces {
  const paces = new Map<string, Pace>();
  return (origin) => {
    const pace = paces.get(origin) ?? createPace(needs);
    paces.set(origin, pace);
    return pace;
  };
}
