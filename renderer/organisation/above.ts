/** Asks who is above the active person: one question at a time, and about who is active by then. */
import type { Call } from '../../contract/calls.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Named } from '../../contract/organisation.ts';

export type Above = {
  /** Null: nobody is active. `isNews`: people have changed since it was asked for the same person. */
  readonly of: (id: UserId | null, isNews: boolean) => void;
};

export function createAbove(call: Call, tell: (above: readonly Named[]) => void): Above {
  let wanted: UserId | null = null;
  let isAsking = false;
  let isDue = false;

  const ask = async () => {
    isAsking = true;
    while (isDue && wanted !== null) {
      isDue = false;
      const id = wanted;
      const sought = await call('organisation.seek', { id });
      if (id === wanted && sought.ok) tell(sought.value?.above ?? []);
    }
    isAsking = false;
  };
  return {
    of: (id, isNews) => {
      if (id === wanted && !isNews) return;
      wanted = id;
      isDue = id !== null;
      if (id === null) tell([]);
      else if (!isAsking) void ask();
    },
  };
}

/** The row of whose people somebody is among; null: there is none. */
export async function rowOfLeader(call: Call, id: UserId): Promise<number | null> {
  const sought = await call('organisation.seek', { id });
  const leader = sought.ok ? sought.value?.above.at(-1) : undefined;
  if (leader === undefined) return null;
  const found = await call('organisation.seek', { id: leader.id });
  return found.ok ? (found.value?.row ?? null) : null;
}
