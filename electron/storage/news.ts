/**
 * What happens in one open connection. The part where it happens tells it once; every part that acts on it subscribes, so that
 * none of them has to know the others. A later page or a watch is one more subscriber.
 */
import type { Reachability } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { SyncState } from '../../contract/sync.ts';
import type { Log } from '../log.ts';
import type { Noted } from './growth.ts';
import type { Recorded } from './recorded.ts';

/** People were stored, or noted as missed. `by`: the page of a window, by its number, or the part that asked for them. */
export type Stored = {
  readonly by: 'sync' | 'rereading' | 'connecting' | 'check' | number;
  readonly recorded: readonly Recorded[];
  readonly missed: readonly Noted[];
};

export type NewsTable = {
  /** What is read in this process knows them already. */
  readonly stored: Stored;
  /** Somebody was answered for a page. Told before they are stored, so that the sync neither asks nor overwrites. */
  readonly fetched: { readonly id: UserId };
  /** The sync could not fetch somebody just now. It may try again. */
  readonly unfetched: { readonly id: UserId; readonly failure: Failure };
  /** What people can be reached by is filled in of everybody, after an older version stored some of them. */
  readonly handlesFilled: null;
  readonly syncChanged: SyncState;
  /** The sync begins to go through everybody. */
  readonly begun: null;
  /** Everybody who is named has been fetched, after somebody was. */
  readonly completed: null;
  readonly reachable: { readonly before: Reachability['state']; readonly now: Reachability['state'] };
};

export type News = {
  /** Subscribers are told in the order in which they subscribed. Gives a function that ends it. */
  readonly on: <N extends keyof NewsTable>(name: N, listener: (data: NewsTable[N]) => void) => () => void;
  /** Returns once all were told. One that throws is logged, and keeps it from nobody else. */
  readonly tell: <N extends keyof NewsTable>(name: N, data: NewsTable[N]) => void;
};

export function createNews(log: Pick<Log, 'defect'>): News {
  const listeners = new Map<keyof NewsTable, Set<(data: never) => void>>();
  return {
    on: (name, listener) => {
      const some = listeners.get(name) ?? new Set();
      listeners.set(name, some);
      // Of its own, so that one given twice is told twice and ended once.
      const own = (data: never) => listener(data);
      some.add(own);
      return () => some.delete(own);
    },
    tell: (name, data) => {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          // The name decides the type; the map cannot carry it.
          listener(data as never);
        } catch (error) {
          log.defect(`news.${name}`, error);
        }
      }
    },
  };
}
