/** Selecting rows of a list of problems, saying where that goes no further. */
import { mostSubjects } from '../../contract/bounds.ts';
import { store } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { problemRows } from './use-problems.ts';

const tooMany = `At most ${count(mostSubjects)} are selected one by one`;

export async function extend(to: number): Promise<void> {
  if (!(await problemRows.getState().extendTo(to))) store.getState().say(tooMany);
}

export async function toggle(at: number): Promise<void> {
  if (!(await problemRows.getState().toggle(at))) store.getState().say(tooMany);
}
