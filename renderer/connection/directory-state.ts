/**
 * What the rail says of the directory that is open, from all that is known of its sync, token and server: one line, at most one
 * countdown, a bar where something runs, and the one thing that a button does about it. Pure.
 */
import type { OpenConnection } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { isTokenRefused } from '../../contract/seen-of-server.ts';
import type { SyncState } from '../../contract/sync.ts';
import { tokenWay } from '../store/token-way.ts';
import { partOf, reached } from '../sync/reached.ts';
import { clockTime, isAhead, momentWords, relativeTime } from '../time/relative-time.ts';
import { failureWords } from '../words/failure-words.ts';
import { count } from '../words/locale.ts';
import { syncStatusWords, syncTaskWords } from '../words/sync-words.ts';
import { tokenStateWords } from '../words/token-words.ts';

/** What the button in the rail does. */
export type DirectoryAct = 'pause' | 'resume' | 'sync' | 'try' | 'token' | 'unlock' | 'add';

export type DirectoryState = {
  readonly line: string;
  /** All there is to say, for the tooltip. */
  readonly detail: string;
  /** `held`: nothing is fetched, and a person should know. */
  readonly tone: 'well' | 'held';
  /** `left`: seconds that the rest takes. `again`: when it goes on by itself, in milliseconds since 1970. */
  readonly countdown:
    | { readonly of: 'left'; readonly seconds: number }
    | { readonly of: 'again'; readonly at: number }
    | null;
  /** 0 to 1; null: nothing runs. */
  readonly bar: number | null;
  readonly act: DirectoryAct | null;
};

export type SeenOfDirectory = {
  readonly open: Pick<OpenConnection, 'token' | 'canFetch' | 'reachability'>;
  /** The keychain of this computer is locked, so that a token in it cannot be read. */
  readonly isKeychainLocked: boolean;
  /** Null: not told yet. */
  readonly sync: SyncState | null;
  /** In milliseconds since 1970. */
  readonly now: number;
};

const nothing = { countdown: null, bar: null } as const;
const again = (at: number | null): DirectoryState['countdown'] => (at === null ? null : { of: 'again', at });

/** What stands in the way goes first: the network, the token, the disk; then what a person wanted; then what goes on. */
export function directoryState(seen: SeenOfDirectory): DirectoryState {
  const { sync, now } = seen;
  const inTheWay = offline(seen) ?? withoutToken(seen) ?? refused(seen);
  if (inTheWay !== null) return inTheWay;
  if (sync === null)
    return { ...nothing, line: 'Opening…', detail: 'The local copy is being read.', tone: 'well', act: null };
  return held(sync) ?? growing(sync) ?? settled(sync, seen.open.reachability.state === 'untried', now);
}

function offline({ open, sync, now, ...seen }: SeenOfDirectory): DirectoryState | null {
  const { state, since, lookAgainAt } = open.reachability;
  if (state !== 'offline') return null;
  return {
    ...nothing,
    line: `Offline since ${clockTime(since, now)}`,
    detail: `The server cannot be reached since ${momentWords(since)}. Everything known opens and can be searched.`,
    tone: 'held',
    countdown: open.canFetch ? again(lookAgainAt ?? sync?.lookAgainAt ?? null) : null,
    act: open.canFetch ? 'try' : tokenWay(open, seen.isKeychainLocked),
  };
}

function withoutToken({ open, isKeychainLocked }: SeenOfDirectory): DirectoryState | null {
  const { token, canFetch } = open;
  if (canFetch) return null;
  const act = tokenWay(open, isKeychainLocked);
  const { short, detail } = tokenStateWords[act === 'unlock' ? 'locked' : token];
  return { ...nothing, line: act === 'token' ? tokenStateWords.missing.short : short, detail, tone: 'held', act };
}

function refused({ open, sync }: SeenOfDirectory): DirectoryState | null {
  const { state, lookAgainAt } = open.reachability;
  const why = sync?.status === 'paused' ? sync.why : null;
  if (why?.kind === 'forbidden')
    return { ...nothing, line: 'Refused by the server', detail: failureWords(why).detail, tone: 'held', act: 'token' };
  if (state !== 'unauthorized' && !(why !== null && isTokenRefused(why))) return null;
  const { title, detail } = failureWords({ kind: 'unauthorized' });
  return {
    ...nothing,
    line: 'Token refused',
    detail: `${title}. ${detail}`,
    tone: 'held',
    countdown: again(lookAgainAt),
    act: 'token',
  };
}

/** Something holds up the sync or the people who are fetched again: a person, a failure, the server, the disk. */
function held(sync: SyncState): DirectoryState | null {
  const { status, why, lookAgainAt } = sync;
  if (status === 'stopped')
    return {
      ...nothing,
      line: `${syncStatusWords.stopped} at ${reached(sync)}`,
      detail: 'Nobody is fetched by itself until you resume.',
      tone: 'well',
      act: 'resume',
    };
  if (status === 'paused' && why === null)
    return {
      ...nothing,
      line: `${syncStatusWords.paused} at ${reached(sync)}`,
      detail: 'It goes on where it is when you resume it.',
      tone: 'well',
      act: 'resume',
    };
  if (why === null) {
    if (status !== 'waiting') return null;
    return {
      ...nothing,
      line: syncStatusWords.waiting,
      detail: `${reached(sync)} so far.`,
      tone: 'held',
      countdown: again(lookAgainAt),
      act: 'try',
    };
  }
  const { title, detail } = failureWords(why);
  const said = { ...nothing, detail: `${title}. ${detail}`, tone: 'held' } as const;
  if (status === 'paused')
    return { ...said, line: `Paused: ${pausedFor(why, title)}`, act: why.kind === 'token-needed' ? 'token' : 'resume' };
  // It goes on by itself once there is room.
  if (why.kind === 'disk-low') return { ...said, line: 'Low disk space', act: 'pause' };
  return { ...said, line: waitsFor(why), countdown: again(lookAgainAt), act: 'try' };
}

function pausedFor(why: Failure, title: string): string {
  if (why.kind === 'token-needed') return 'token needed';
  if (why.kind === 'many-named') return 'a question to you';
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function waitsFor(why: Failure): string {
  return why.kind === 'rate-limited' ? 'Asked to slow down' : syncStatusWords.waiting;
}

function growing(sync: SyncState): DirectoryState | null {
  const { status, task, found, failed, secondsLeft, ratePerSecond } = sync;
  if (status !== 'running' || task === 'refreshing') return null;
  const pace =
    ratePerSecond === null
      ? ''
      : `, ${ratePerSecond >= 10 ? count(Math.round(ratePerSecond)) : ratePerSecond.toFixed(1)} a second`;
  const lost = failed === 0 ? '' : ` ${count(failed)} could not be fetched: see Problems.`;
  const line = found === 0 ? `${syncTaskWords[task]}…` : reached(sync);
  return {
    line,
    detail: found === 0 ? 'Nobody was named so far.' : `${reached(sync)} who were named so far${pace}.${lost}`,
    tone: 'well',
    countdown: secondsLeft === null ? null : { of: 'left', seconds: secondsLeft },
    bar: partOf(sync),
    act: 'pause',
  };
}

/** Everybody who was named is known; or nobody was named, and nothing is under way. */
function settled(sync: SyncState, isUntried: boolean, now: number): DirectoryState {
  const { status, found, fetched, completedAt, refresh } = sync;
  const well = { ...nothing, tone: 'well' } as const;
  if (found === 0 || (status === 'done' && fetched === 0)) {
    const detail = found === 0 ? 'The server named nobody.' : 'Nobody to start from could be fetched.';
    return { ...well, line: 'Nobody to start from', detail, tone: 'held', act: 'add' };
  }
  if (status === 'never') {
    return {
      ...well,
      line: syncStatusWords.never,
      detail: found === 1 ? '1 person to start from.' : `${count(found)} people to start from.`,
      act: 'sync',
    };
  }
  const synced =
    completedAt === null
      ? ''
      : isAhead(completedAt, now)
        ? `Synced ${momentWords(completedAt)}; the clock was changed since. `
        : `Synced ${relativeTime(completedAt, now)}. `;
  const today = `${count(refresh.usedToday)} of at most ${count(refresh.perDay)} updated today.`;
  if (refresh.perDay === 0)
    return {
      ...well,
      line: 'Updates are off',
      detail: `${synced}People are fetched again only when they are opened.`,
      act: 'sync',
    };
  if (isUntried)
    return { ...well, line: 'Asking the server…', detail: `${synced}It has not answered yet.`, act: 'sync' };
  return { ...well, line: 'Updates automatically', detail: `${synced}${today}`, act: 'sync' };
}
