/**
 * Tells the API's own "no" from a stranger's. A 404 or 403 in the API's form is the API's. Any other may be of a gateway, of
 * another host, or of an API that says it otherwise: it counts where somebody who is known to exist is still given. That
 * witness is asked for after the "no" came, never before: what was true a moment earlier says nothing of a stranger who has
 * come since.
 *
 * One witness is heard at a time, for every "no" that came before; in the background at most one a second.
 */
import type { Failure, Outcome } from '../../contract/failures.ts';
import { spelledAlike, type UserId } from '../../contract/ids.ts';
import type { Clock } from '../clock.ts';
import type { ForeignNo } from './exchange.ts';
import { hasApiForm, notTheApi } from './judge.ts';
import type { Turn } from './pace.ts';

/** How long apart witnesses are heard whom no person waits for; and for how long it is believed that there was none. */
const apartMs = 1_000;
/** A witness may be gone themselves. */
const mostAsked = 3;
const mostRemembered = 8;

/** `there`: the API answers. `elsewhere`: nobody who is known is given. A failure: it could not be found out, since of this. */
type Verdict = 'there' | 'elsewhere' | Failure;

type Hearing = {
  /** Whom a "no" was about, spelled alike: no witnesses of this. */
  readonly doubted: Set<string>;
  readonly hurry: () => void;
  readonly join: () => void;
  readonly leave: () => void;
  readonly verdict: Promise<Verdict>;
};

export type Witnesses = {
  /** The server gave somebody. */
  readonly given: (id: UserId) => void;
  /** What a "no" that is not in the API's form stands for: `no.failure`, `not-the-api`, or why it cannot be found out. */
  readonly judge: (no: ForeignNo, turn: Turn) => Promise<Failure>;
};

export type WitnessesNeeds = {
  readonly clock: Pick<Clock, 'monotonic' | 'sleep'>;
  /** Asks for somebody; gives the body of a success. */
  readonly ask: (id: UserId, signal: AbortSignal) => Promise<Outcome<Uint8Array>>;
  /** People who are known to exist, the best witnesses first. */
  readonly known: () => readonly UserId[];
};

export function createWitnesses({ clock, ask, known }: WitnessesNeeds): Witnesses {
  /** Given in this run, the last one first: the local copy may be a moment behind. */
  let remembered: readonly UserId[] = [];
  let elsewhereUntil = Number.NEGATIVE_INFINITY;
  let begunAt = Number.NEGATIVE_INFINITY;
  /** The one that has not begun yet, and can be joined. */
  let next: Hearing | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const isElsewhere = () => clock.monotonic() < elsewhereUntil;

  const given = (id: UserId) => {
    elsewhereUntil = Number.NEGATIVE_INFINITY;
    if (remembered[0] !== id) remembered = [id, ...remembered.filter((one) => one !== id)].slice(0, mostRemembered);
  };

  const hear = async (doubted: ReadonlySet<string>, signal: AbortSignal): Promise<Verdict> => {
    const candidates = [...new Set([...remembered, ...known()])].filter((id) => !doubted.has(spelledAlike(id)));
    for (const id of candidates.slice(0, mostAsked)) {
      const answer = await ask(id, signal);
      if (!answer.ok && !saysNothing(answer.failure)) return answer.failure;
      if (!answer.ok || !hasApiForm(answer.value)) continue;
      given(id);
      return 'there';
    }
    elsewhereUntil = clock.monotonic() + apartMs;
    return 'elsewhere';
  };

  const prepare = (): Hearing => {
    const doubted = new Set<string>();
    const hurrying = new AbortController();
    const leaving = new AbortController();
    let listeners = 0;
    const before = last;
    const closeToOthers = () => {
      if (next?.doubted === doubted) next = null;
    };
    const begin = async (): Promise<Verdict> => {
      await before;
      const leftMs = begunAt + apartMs - clock.monotonic();
      const hurried = AbortSignal.any([hurrying.signal, leaving.signal]);
      if (leftMs > 0) await clock.sleep(leftMs, hurried).catch(() => undefined);
      closeToOthers();
      if (leaving.signal.aborted) return { kind: 'cancelled' };
      if (isElsewhere()) return 'elsewhere';
      begunAt = clock.monotonic();
      return hear(doubted, leaving.signal);
    };
    const verdict = begin();
    last = verdict.catch(() => undefined);
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
    const hearing = next;
    hearing.doubted.add(spelledAlike(id));
    hearing.join();
    if (turn.priority === 'now') hearing.hurry();
    turn.hurried = hearing.hurry;
    return new Promise((resolve, reject) => {
      const end = (verdict: Verdict) => {
        turn.signal.removeEventListener('abort', cancel);
        turn.hurried = undefined;
        resolve(verdict);
      };
      const cancel = () => {
        end({ kind: 'cancelled' });
        hearing.leave();
      };
      turn.signal.addEventListener('abort', cancel, { once: true });
      hearing.verdict.then(end, reject);
    });
  };

  return {
    given,
    judge: async ({ failure, id, status, contentType }, turn) => {
      if (turn.signal.aborted) return { kind: 'cancelled' };
      remembered = remembered.filter((one) => one !== id);
      const verdict = isElsewhere() ? 'elsewhere' : await verdictFor(id, turn);
      if (verdict === 'there') return failure;
      return verdict === 'elsewhere' ? { ...notTheApi(contentType), status } : verdict;
    },
  };
}

/** Whether it is about this witness alone: another one may be given. */
const saysNothing = ({ kind }: Failure): boolean =>
  kind === 'not-found' || kind === 'forbidden' || kind === 'too-large' || kind === 'bad-reply';
