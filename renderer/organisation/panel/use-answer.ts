/** An answer that stands in a panel: asked for again with each newer snapshot, and shown until the next is there. */
import { useCallback, useEffect, useState } from 'react';
import type { Failure, Outcome } from '../../../contract/failures.ts';
import { useOrganisation } from '../use-organisation.ts';

type Held<T> = { readonly key: string; readonly value: T };

/** `key` tells questions apart; null: there is none. `ask` stays the same as long as the key does. */
export function useAnswer<T>(key: string | null, ask: () => Promise<Outcome<T>>) {
  const snapshot = useOrganisation((state) => state.shown?.snapshot ?? null);
  const [held, setHeld] = useState<Held<T> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another moment, or after a failure, it may be another answer
  useEffect(() => {
    if (key === null || snapshot === null) return;
    let isOver = false;
    void ask().then((answer) => {
      if (isOver) return;
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setHeld({ key, value: answer.value });
    });
    return () => {
      isOver = true;
    };
  }, [key, snapshot, ask, tries]);
  const retry = useCallback(() => setTries((now) => now + 1), []);
  return {
    /** Null: nothing is asked, or it is on its way for the first time. */
    answer: key === null ? null : (held?.value ?? null),
    /** It was answered, be it with nothing. */
    isAnswered: key !== null && held?.key === key,
    /** It is the answer to the question before. */
    isLate: held !== null && held.key !== key,
    failure: key === null ? null : failure,
    retry,
  };
}
