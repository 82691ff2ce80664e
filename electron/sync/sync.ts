/**
 * Grows the directory of one connection and keeps it fresh, one run at a time: what a person, a token or another start of
 * the app has to say in it. What a run does stands in `running.ts`.
 */
import type { Failure, Outcome } from '../../contract/failures.ts';
import { failed, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { SyncState } from '../../contract/sync.ts';
import type { ServerAccess } from '../api/api-client.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { DiskSpace } from '../disk/space.ts';
import type { Progress } from '../storage/frontier-table.ts';
import type { AddedIds, IdLines } from '../storage/ids-in-text.ts';
import type { News } from '../storage/news.ts';
import type { SyncRecord } from '../storage/sync-table.ts';
import type { AskWriter } from '../storage/write-store.ts';
import { createLedger } from './ledger.ts';
import { createMeanwhile } from './meanwhile.ts';
import { namedOnly, tooManyNamed } from './named.ts';
import type { RefreshNeeds } from './refreshing.ts';
import { createRunning } from './running.ts';

export type SyncNeeds = {
  readonly server: Pick<ServerAccess, 'api' | 'canFetch'>;
  readonly ask: AskWriter;
  /** The ids in a text, each person once. */
  readonly idsIn: (text: string) => Promise<Outcome<IdLines>>;
  readonly clock: Clock;
  readonly disk: DiskSpace;
  readonly inBackground: InBackground;
  /** Tells what is stored, who could not be fetched, and each change of its state; hears who was stored or fetched for another reason. */
  readonly news: News;
  /** Who is on screen now. */
  readonly onScreen: RefreshNeeds['onScreen'];
};

export type Sync = {
  readonly state: () => SyncState;
  /**
   * Goes on where the last run of the app left it; does nothing where the person had paused or stopped it. Without a
   * token it pauses, and says why, where it would go on.
   */
  readonly resume: () => void;
  readonly begin: () => SyncState;
  readonly pause: () => SyncState;
  readonly stop: () => SyncState;
  /** More people to begin from. */
  readonly startFrom: (ids: readonly UserId[]) => Promise<Outcome<{ added: number }>>;
  readonly addIds: (text: string) => Promise<Outcome<AddedIds & { readonly state: SyncState }>>;
  readonly setBudget: (perDay: number) => SyncState;
  /** Whether somebody was asked for who is not stored yet. */
  readonly isUnderWay: (id: UserId) => boolean;
  /** Why background requests stop: the server names far more people than it can have. Null: it does not. */
  readonly tooManyNamed: () => Promise<Failure | null>;
  /** A token has become available, or another one replaced it. */
  readonly tokenCame: () => void;
  /** Whether it is paused since the token was refused. */
  readonly isRefused: () => boolean;
  /** The server takes the token: a sync that is paused since it was refused goes on. */
  readonly tokenTaken: () => void;
  /** Ends what is under way, once it is stored. The status stays, so that the next start goes on. */
  readonly close: () => Promise<void>;
};

/** `record` and `progress` as they were stored. */
export function createSync(needs: SyncNeeds, record: SyncRecord, progress: Progress): Sync {
  const { ask, idsIn, inBackground, news } = needs;
  const { api, canFetch } = needs.server;
  const ledger = createLedger(needs, record, progress);
  const { state, keep, become } = ledger;
  let run: { readonly ending: AbortController; readonly over: Promise<void> } | null = null;
  let lastOver: Promise<void> = Promise.resolve();
  let isClosed = false;
  /** The next token that comes is another one, and not the one that was only not at hand. */
  let hadToken = false;
  const meanwhile = createMeanwhile(api, (id, failure) => news.tell('unfetched', { id, failure }));
  const { live, listSoon, nudge } = createRunning(needs, ledger, meanwhile);
  // They need not be asked for once more.
  news.on('fetched', ({ id }) => meanwhile.fetched(id));
  // Somebody may have been named who is not fetched yet.
  news.on('stored', ({ recorded }) => {
    if (recorded.some(({ claims }) => claims === 'changed')) nudge();
  });

  const start = () => {
    if (run !== null || ledger.isHeld() || isClosed) return;
    hadToken ||= canFetch();
    const ending = new AbortController();
    const over = live(ending.signal).finally(() => {
      if (run?.ending === ending) run = null;
    });
    run = { ending, over };
    inBackground('sync', () => over);
  };
  /** Also waits for a run that was told to end before and is still storing what it had. */
  const end = async () => {
    const ended = run;
    run = null;
    ended?.ending.abort();
    if (ended !== null) lastOver = ended.over.catch(() => undefined);
    await lastOver;
  };
  /** A new run begins once the old one has stored what it had. */
  const restart = () =>
    inBackground('sync', async () => {
      await end();
      start();
    });

  /** However many are named by now. */
  const agreeToNamed = () => keep({ namedAgreed: Math.max(ledger.kept().namedAgreed, namedOnly(ledger.counted())) });
  const tellNamed = (added: number) => {
    ledger.count({ ...ledger.counted(), found: ledger.counted().found + added });
    if (added > 0) agreeToNamed();
    ledger.tell();
  };
  const startFrom = async (ids: readonly UserId[]): Promise<Outcome<{ added: number }>> => {
    const added = await ask('addStartIds', [ids]);
    if (added.ok) tellNamed(added.value.added);
    return added;
  };

  const isRefused = () => ledger.pausedBy()?.kind === 'unauthorized';

  return {
    state,
    resume: () => {
      if (canFetch()) start();
      else if (ledger.isRunning() || (state().status === 'never' && state().found > 0))
        ledger.pauseFor({ kind: 'token-needed' });
    },
    begin: () => {
      api.circuit.retryNow();
      if (ledger.pausedBy()?.kind === 'many-named') agreeToNamed();
      if (run !== null && ledger.isRunning()) return state();
      // What was only paused goes on; otherwise everything is tried once more, the list and whoever failed.
      if (state().status !== 'paused') {
        listSoon();
        inBackground('forgive', () => ask('forgiveFailures', []));
      }
      become('running');
      restart();
      return state();
    },
    pause: () => {
      inBackground('pause', end);
      become('paused');
      return state();
    },
    stop: () => {
      inBackground('stop', end);
      become('stopped');
      return state();
    },
    startFrom,
    addIds: async (text) => {
      const read = await idsIn(text);
      if (!read.ok) return read;
      const { found, lines, odd } = read.value;
      if (found === 0) {
        return failed({ kind: 'bad-input', where: 'text', reason: 'no-id-found', item: odd.first[0]?.text });
      }
      const stored = await ask('addStartLines', [lines]);
      if (!stored.ok) return stored;
      const { added } = stored.value;
      tellNamed(added);
      nudge();
      if (canFetch()) start();
      ledger.tell();
      return succeeded({ found, added, odd, state: state() });
    },
    setBudget: (perDay) => {
      keep({ refreshPerDay: perDay });
      nudge();
      ledger.tell();
      return state();
    },
    tooManyNamed: async () => {
      const progress = await ask('progress', []);
      return progress.ok ? tooManyNamed(progress.value, ledger.kept().namedAgreed) : null;
    },
    isUnderWay: (id) => run !== null && meanwhile.isUnderWay(id),
    tokenCame: () => {
      const why = ledger.pausedBy()?.kind;
      // What another token was refused says nothing of this one.
      if (hadToken) inBackground('forgive', () => ask('forgiveRefusals', []));
      hadToken = true;
      if (why !== undefined && !isOfToken(why)) return;
      if (why === 'unauthorized' || why === 'forbidden') listSoon();
      restart();
    },
    isRefused,
    tokenTaken: () => {
      if (!isRefused()) return;
      listSoon();
      restart();
    },
    close: async () => {
      isClosed = true;
      ledger.close();
      await end();
    },
  };
}

/** Whether another token can mend it. */
function isOfToken(why: Failure['kind']): boolean {
  return why === 'unauthorized' || why === 'forbidden' || why === 'token-needed';
}
