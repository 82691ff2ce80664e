/** Who matches what is typed: the answer to the text that was typed last, and until that is there the one before. */
import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { call } from '../bridge/call.ts';

export type Found = {
  /** What this is the answer to. */
  readonly text: string;
  readonly people: CallOutput<'people.find'>['found'];
  readonly failure: Failure | null;
  /** Does something with the first of those who match what is typed now, once they are known. */
  readonly wait: (then: (first: UserId | undefined) => unknown) => void;
};

/** More than are in view. */
const limit = 20;

export function useFound(text: string): Found | null {
  const [found, setFound] = useState<Omit<Found, 'wait'> | null>(null);
  const waiting = useRef<((first: UserId | undefined) => unknown) | null>(null);
  useEffect(() => {
    waiting.current = null;
    if (text.trim() === '') {
      setFound(null);
      return;
    }
    let isWanted = true;
    void call('people.find', { text, status: null, limit }).then((answer) => {
      if (!isWanted) return;
      const people = answer.ok ? answer.value.found : [];
      setFound({ text, people, failure: answer.ok ? null : answer.failure });
      waiting.current?.(people[0]?.card.id);
      waiting.current = null;
    });
    return () => {
      isWanted = false;
    };
  }, [text]);
  if (found === null) return null;
  return {
    ...found,
    wait: (then) => {
      waiting.current = then;
    },
  };
}
