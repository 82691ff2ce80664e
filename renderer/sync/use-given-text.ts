/** What is dropped anywhere on the window comes into the field that is shown. */
import { useEffect } from 'react';
import { useStore } from '../store/use-store.ts';
import { type IdsText, withGiven } from './ids-text.ts';

export function useGivenText(ids: IdsText, onIds: (ids: IdsText) => void): void {
  const given = useStore((state) => state.given);
  const takeGiven = useStore((state) => state.takeGiven);
  useEffect(() => {
    if (given === null) return;
    takeGiven();
    onIds(withGiven(ids, given));
  }, [given, takeGiven, ids, onIds]);
}
