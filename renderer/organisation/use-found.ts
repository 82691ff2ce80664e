/** Who matches what is typed: the answer to the text that was typed last, and until that is there the one before. */
import { useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import { call } from '../bridge/call.ts';
import { useOrganisation } from './use-organisation.ts';

export type Found = {
  /** What this is the answer to. */
  readonly text: string;
  readonly people: readonly Pick<CallOutput<'people.find'>['found'][number], 'card'>[];
  /** Of those who were known at the moment of the past that is shown. */
  readonly isPast: boolean;
  /** By what they are today, since more were otherwise then than can be read. */
  readonly isByToday: boolean;
  readonly failure: Failure | null;
};

/** More than are in view. */
const limit = 20;

export function useFound(text: string) {
  const asOf = useOrganisation((state) => state.asOf);
  const [found, setFound] = useState<Found | null>(null);
  const asked = useRef<Promise<Found> | null>(null);
  useEffect(() => {
    asked.current = null;
    if (text.trim() === '') {
      setFound(null);
      return;
    }
    const asking = asOf === null ? ask(text) : askThen(text);
    asked.current = asking;
    void asking.then((answer) => {
      if (asked.current === asking) setFound(answer);
    });
    return () => {
      asked.current = null;
    };
  }, [text, asOf]);
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
  const of = { text, isPast: false, isByToday: false };
  return answer.ok
    ? { ...of, people: answer.value.found, failure: null }
    : { ...of, people: [], failure: answer.failure };
}

/** Of the moment of the past that is shown. */
async function askThen(text: string): Promise<Found> {
  const answer = await call('organisation.find', { text, limit });
  if (!answer.ok) return { text, isPast: true, isByToday: false, people: [], failure: answer.failure };
  const { found, isByToday } = answer.value;
  return { text, isPast: true, isByToday, people: found.map((card) => ({ card })), failure: null };
}
