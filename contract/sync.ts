/**
 * Growing the directory: what is being fetched now, and how far it is. The API
 * has no search and names no manager, so everybody has to be fetched once before they can be found.
 */
import { z } from 'zod';
import { FailureSchema } from './failure-schema.ts';
import { Milliseconds } from './user.ts';

/**
 * `never`: nothing is known to begin with. `running`: requests are under way. `waiting`: the server is down or wants to
 * be left alone; it goes on by itself at `lookAgainAt`. `paused`: it goes on when it is told to, after a restart too.
 * `stopped`: given up by the person; what was fetched stays. `done`: everybody who is named is known, or failed for good.
 */
export const SyncStatus = z.enum(['never', 'running', 'waiting', 'paused', 'stopped', 'done']);
export type SyncStatus = z.infer<typeof SyncStatus>;

export const SyncState = z.object({
  status: SyncStatus,
  /** `listing`: everybody in one reply. `walking`: one by one, through direct reports. `refreshing`: the oldest again. */
  task: z.enum(['listing', 'walking', 'refreshing']),
  /** Why it waits or is paused; null: the person wanted it so, or nothing is wrong. */
  why: FailureSchema.nullable(),
  /**
   * Why the list of all users, which the server has, could not be used the last time: it was too large, or broke off. Everybody
   * is fetched one by one instead. Null: it was used, or there is none.
   */
  listTrouble: FailureSchema.nullable(),
  /** Everybody named so far, known or not. */
  found: z.number().int(),
  /** Of those, whose record is stored. */
  fetched: z.number().int(),
  /** Of those, who could not be fetched: refused, unreadable, or still failing after several tries. Not: not found. */
  failed: z.number().int(),
  /** Of those, who the server says do not exist. */
  notFound: z.number().int(),
  /** People a second, lately; null: too early to say. */
  ratePerSecond: z.number().nullable(),
  /** Until everybody who is named is fetched, at that rate; null: cannot be said, as while more people are named. */
  secondsLeft: z.number().nullable(),
  /** When the server is asked again; null: it is not waited for. */
  lookAgainAt: Milliseconds.nullable(),
  /** When everybody who was named had last been fetched; null: not yet. */
  completedAt: Milliseconds.nullable(),
  /** Requests a day that keep known people fresh: how many there may be, and how many there were today. */
  refresh: z.object({ perDay: z.number().int(), usedToday: z.number().int() }),
});
export type SyncState = z.infer<typeof SyncState>;
