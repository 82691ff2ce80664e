/** A reply on its way into the store, and what it was to it. */
import type { UserId } from '../../contract/ids.ts';
import type { UserReply } from '../reading/user-reply.ts';
import type { Change } from './change.ts';

/**
 * What a reply was to the store. `claims`: whether the list of direct reports changed. `older`: an entry of a list left
 * fields out, and what it does say differs from what is stored. The person stays as old as they are, and so is among the
 * first to be refreshed: at once, outside the day's budget, a list of another form would have everybody fetched.
 */
export type Recorded = {
  readonly id: UserId;
  readonly what: 'added' | 'changed' | 'unchanged' | 'older';
  readonly claims: 'changed' | 'unchanged';
  /** Null where nothing of it is another; also where a reply that is stored was only read better. */
  readonly change: Change | null;
};

/**
 * A reply to record. `isWhole`, only of an entry of a list: false where it lacks fields that Fetch User would give.
 */
export type Recordable = UserReply & { readonly isWhole?: boolean };
