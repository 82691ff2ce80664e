/** Who matches what is typed: the answer to the text that was typed last, and until that is there the one before. */
import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import { call } from '../bridge/call.ts';

export type Found = {
  /** What this is the answer to. */
  readonly text: string;
  readonly people: CallOutput<'people.find'>['found'];
  readonly failure: Failure | null;
};

/** More than are in view. */
const limit = 20;

export function useFound(text: string) {
  const [found, setFound] = useState<Found | null>(null);
  const asked = useRef<Promise<Found> | null>(null);
  useEffect(() => {
    asked.current = null;
    if (text.trim() === '') {
      setFound(null);
      return;
    }
    const asking = ask(text);
    asked.current = asking;
    void asking.then((answer) => {
      if (asked.current === asking) setFound(answer);
    });
    return () => {
      asked.current = null;
    };
  }, [text]);
  /** The answer to what is typed now, once it is there; null: nothing is typed, or something else by then. */
  const newest = async (): Promise<Found | null> => {
    const asking = asked.current;
    const answer = await asking;
    return asked.current === asking ? answer : null;
  };
  return { found, newest };
}

async function ask(text: string): Promise<Found> {
  const answer = await call('people.find', { text, status: null, limit });
  return answer.ok
    ? { text, people: answer.value.found, failure: null }
    : { text, people: [], failure: answer.failure };
}
