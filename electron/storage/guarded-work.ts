/** What guards each piece of work on the file: what SQLite refuses becomes a failure, and damage is noted. */
import type { Outcome } from '../../contract/failures.ts';
import { type AttemptNeeds, attempt, isDamage } from '../sqlite/sqlite-failure.ts';

/** Runs a piece of work in one transaction. What SQLite refuses becomes a failure. */
export type Write = <T>(event: string, work: () => T) => Outcome<T>;
/** Runs a piece of work that only reads, for an asker who cannot be thrown at. */
export type Look = Write;

/** `damaged` is told when the file turns out to be. */
export function createLook(needs: AttemptNeeds, damaged: () => void): Look {
  return (event, work) =>
    attempt(needs, event, () => {
      try {
        return work();
      } catch (error) {
        if (isDamage(error)) damaged();
        throw error;
      }
    });
}
