/**
 * Tells what the API says of somebody from what a stranger says of everybody. An answer in the API's form is the API's. Any
 * other, be it a 404 or a success, may be of a gateway, of another host, or of an API that says it otherwise: it counts where
 * somebody who is known to exist is still given, and where it is said once more after that. A 401 has no form to be told by:
 * it is about the token, unless a witness is given with it. So the witness stands between two of them: a stranger who came or went in the meantime
 * is not believed. Where somebody was given after all, one of several servers behind the address may be a stranger: for
 * some time more witnesses are needed, each between two of them.
 *
 * One witness is asked for at a time, for every "no" that came before; in the background at most one a second.
 */
import pLimit from 'p-limit';
import type { Failure, Outcome } from '../../contract/failures.ts';
import { spelledAlike, type UserId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import type { Turn } from '../pace/pace.ts';
import { hasApiForm, notTheApi } from '../reading/read-json.ts';
import type { Doubtful } from './exchange.ts';

/** The time between two witnesses in the background; and for how long "there is no witness" is believed. */
const apartMs = 1_000;
/** A witness may be gone themselves. */
const mostAsked = 3;
const mostRemembered = 8;
/** Of those who bore something out. */
const mostUsed = 64;
/** How many witnesses a "no" needs: usually, and for so long after one was contradicted. */
const needed = { usually: 1, afterContradiction: 4 };
const distrustMs = 600_000;

/** `there`: the API answers. `elsewhere`: nobody who is known is given. A failure: it could not be found out, since of this. */
type Verdict = 'there' | 'elsewhere' | Failure;

/** One question to the witnesses, for every "no" that came before it is asked. */
type Round = {
  /** The people a "no" was about, spelled alike: they cannot be witnesses of it. */
  readonly doubted: Set<string>;
  readonly hurry: () => void;
  readonly join: () => void;
  readonly leave: () => void;
  readonly verdict: Promise<Verdict>;
};

/** A "no" that was borne out so many times. */
export type Standing = { readonly status: number; readonly times: number };

export type Witnesses = {
  /** The server gave somebody. */
  readonly given: (id: UserId) => void;
  /**
   * What an answer that is not in the API's form stands for: `no.failure`, that it is a stranger's, or why it cannot be found
   * out. A `Standing`: a witness bears it out; the caller asks the same again with it.
   */
  readonly judge: (no: Doubtful, turn: Turn, stands: Standing | null) => Promise<Failure | Standing>;
  /** Somebody was given though it had been borne out that they are not. */
  readonly contradicted: () => void;
};

/** People who are known to exist, the best witnesses first. */
export type KnownPeople = () => readonly UserId[];

export type WitnessesNeeds = {
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
  /** Asks for somebody; gives the body of a success. */
  readonly ask: (id: UserId, signal: AbortSignal) => Promise<Outcome<Uint8Array>>;
  readonly known: KnownPeople;
};

export function createWitnesses({ clock, ask, known }: WitnessesNeeds): Witnesses {
  /** Given in this run, the last one first: the local copy may be a moment behind. */
  let remembered: readonly UserId[] = [];
  /** Who bore something out, the last one last: they come behind everybody else, since a gateway may give but a few. */
  let used: readonly UserId[] = [];
  let elsewhereUntil = Number.NEGATIVE_INFINITY;
  let distrustedUntil = Number.NEGATIVE_INFINITY;
  let begunAt = Number.NEGATIVE_INFINITY;
  /** The one that has not begun yet, and can be joined. */
  let next: Round | null = null;
  const inTurn = pLimit(1);

  const isDistrusted = () => clock.monotonic() < distrustedUntil;
  const isElsewhere = () => clock.monotonic() < elsewhereUntil;

  const given = (id: UserId) => {
    elsewhereUntil = Number.NEGATIVE_INFINITY;
    if (remembered[0] !== id) remembered = [id, ...remembered.filter((one) => one !== id)].slice(0, mostRemembered);
  };

  const askInTurn = async (doubted: ReadonlySet<string>, signal: AbortSignal): Promise<Verdict> => {
    const all = [...new Set([...remembered, ...known()])].filter((id) => !doubted.has(spelledAlike(id)));
    const candidates = [...all.filter((id) => !used.includes(id)), ...used.filter((id) => all.includes(id))];
    let broken: Failure | null = null;
    for (const id of candidates.slice(0, mostAsked)) {
      const answer = await ask(id, signal);
      if (!answer.ok && isOwnError(answer.failure)) broken ??= answer.failure;
      else if (!answer.ok && !isOfThisWitness(answer.failure)) return answer.failure;
      if (!answer.ok || !hasApiForm(answer.value)) continue;
      given(id);
      used = [...used.filter((one) => one !== id), id].slice(-mostUsed);
      return 'there';
    }
    if (broken !== null) return broken;
    elsewhereUntil = clock.monotonic() + apartMs;
    return 'elsewhere';
  };

  const prepare = (): Round => {
    const doubted = new Set<string>();
    const hurrying = new AbortController();
    const leaving = new AbortController();
    let listeners = 0;
    const closeToOthers = () => {
      if (next?.doubted === doubted) next = null;
    };
    const begin = async (): Promise<Verdict> => {
      const leftMs = begunAt + apartMs - clock.monotonic();
      const hurried = AbortSignal.any([hurrying.signal, leaving.signal]);
      if (leftMs > 0) await clock.sleep(leftMs, hurried).catch(() => undefined);
      closeToOthers();
      if (leaving.signal.aborted) return { kind: 'cancelled' };
      if (isElsewhere()) return 'elsewhere';
      begunAt = clock.monotonic();
      return askInTurn(doubted, leaving.signal);
    };
    const verdict = inTurn(begin);
    return {
      doubted,
      hurry: () => hurrying.abort(),
      join: () => {
        listeners += 1;
      },
      leave: () => {
        listeners -= 1;
        if (listeners > 0) return;
        closeToOthers();
        leaving.abort();
      },
      verdict,
    };
  };

  const verdictFor = (id: UserId, turn: Turn): Promise<Verdict> => {
    next ??= prepare();
    const round = next;
    round.doubted.add(spelledAlike(id));
    round.join();
    if (turn.priority === 'now') round.hurry();
    turn.hurried = round.hurry;
    return new Promise((resolve, reject) => {
      const end = (verdict: Verdict) => {
        turn.signal.removeEventListener('abort', cancel);
        turn.hurried = undefined;
        resolve(verdict);
      };
      function cancel() {
        end({ kind: 'cancelled' });
        round.leave();
      }
      turn.signal.addEventListener('abort', cancel, { once: true });
      round.verdict.then(end, reject);
    });
  };

  return {
    given,
    contradicted: () => {
      distrustedUntil = clock.monotonic() + distrustMs;
    },
    judge: async (no, turn, stands) => {
      const { id, status } = no;
      const ofStranger = asOfStranger(no);
      if (stands !== null && stands.status !== status) return ofStranger;
      const times = stands?.times ?? 0;
      if (times >= (isDistrusted() ? needed.afterContradiction : needed.usually)) return asOfOne(no.failure);
      if (turn.signal.aborted) return { kind: 'cancelled' };
      remembered = remembered.filter((one) => one !== id);
      const verdict = isElsewhere() ? 'elsewhere' : await verdictFor(id, turn);
      if (verdict === 'there') return { status, times: times + 1 };
      return verdict === 'elsewhere' ? ofStranger : verdict;
    },
  };
}

/** What an answer stands for that nobody bears out. A refused token is refused, by the server or by a gateway. */
function asOfStranger({ failure, status, contentType }: Doubtful): Failure {
  if (failure.kind === 'unauthorized') return failure;
  if (failure.kind === 'server' || isOfAnother(failure)) return { ...failure, isForeign: true };
  return { ...notTheApi(contentType), status };
}

function isOfAnother(failure: Failure): failure is Failure & { readonly kind: 'bad-reply' } {
  return failure.kind === 'bad-reply' && failure.where === 'another-id';
}

function asOfOne(failure: Failure): Failure {
  return failure.kind === 'unauthorized' ? { ...failure, isOfOne: true } : failure;
}

/** Whether it is about this witness alone: another one may be given. */
function isOfThisWitness(failure: Failure): boolean {
  return (
    ['not-found', 'forbidden', 'too-large', 'bad-reply'].includes(failure.kind) ||
    (failure.kind === 'server' && failure.status < 500)
  );
}

/** One record may break a server that gives the others. */
function isOwnError(failure: Failure): boolean {
  return failure.kind === 'server' && failure.status >= 500;
}
