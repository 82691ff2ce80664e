/**
 * Whether a server names more people than it can have. One that makes new ones up with each reply would fill the disk
 * before anybody noticed, so the person is asked.
 */
import type { Failure } from '../../contract/failures.ts';
import type { Progress } from '../storage/frontier-table.ts';

/** Fewer are fetched without a word. */
const fewNamed = 20_000;
/** So many times as many as were fetched, or as the person agreed to. Hardly anybody leads more. */
const times = 10;

/** Of everybody named, those who are neither fetched nor missed. */
export function namedOnly({ found, fetched, failed, notFound }: Progress): number {
  return Math.max(0, found - fetched - failed - notFound);
}

/** `agreed`: how many were named when the person last said to go on, or gave the ids themselves. */
export function tooManyNamed(progress: Progress, agreed: number): Failure | null {
  const named = namedOnly(progress);
  const isMany = named > Math.max(fewNamed, times * progress.fetched, times * agreed);
  return isMany ? { kind: 'many-named', named, fetched: progress.fetched } : null;
}
