/**
 * Tells a token that is refused from people whom it may not read, where the server says 403 of both. A single refusal is
 * about one person. After many in a row, somebody is asked for once more whom the server gave before: who is given again
 * shows that the token is good; who is refused, that it is not.
 */
import { type Failure, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { AskWriter } from '../storage/write-store.ts';

/** More than the team of one manager often is: a team that may not be read must not cost a request more for each of it. */
const many = 20;

export type TokenDoubt = {
  /** Takes in a refusal of somebody. Null: it is to be seen whose it is; else what the sync has to end with. */
  readonly refused: (id: UserId, why: Failure) => Failure | null;
  /** Takes in that somebody was given. */
  readonly given: (id: UserId) => void;
  /** Takes in that there was no answer, or another one. */
  readonly unsure: (id: UserId, failure: Failure) => void;
  /** Whether this one, or whoever there may be (`undefined`), has to wait until it is seen whose the refusals are. */
  readonly holds: (id: UserId | undefined) => boolean;
};

export type TokenDoubtNeeds = {
  readonly ask: AskWriter;
  /** Somebody is to be asked for, or `null`: it is known now that there is nobody. */
  readonly askFor: (id: UserId | null) => void;
  /** The token is refused, or the local copy cannot be read. */
  readonly end: (why: Failure) => void;
};

export function createTokenDoubt({ ask, askFor, end }: TokenDoubtNeeds): TokenDoubt {
  let inARow = 0;
  let lastGiven: UserId | null = null;
  let witness: UserId | null = null;
  let isSearching = false;

  /** Whoever the server gave last; null: nobody, but a list of people, which says nothing of how single ones fare. */
  const findWitness = async (why: Failure): Promise<Outcome<UserId | null>> => {
    if (lastGiven !== null) return succeeded(lastGiven);
    const found = await ask('lastGiven', []);
    if (!found.ok || found.value.id !== null) return found.ok ? succeeded(found.value.id) : found;
    return found.value.isAnybodyKnown ? succeeded(null) : { ok: false, failure: why };
  };

  const doubt = async (why: Failure) => {
    isSearching = true;
    const found = await findWitness(why);
    isSearching = false;
    if (!found.ok) return end(found.failure);
    inARow = 0;
    witness = found.value;
    askFor(witness);
  };

  return {
    refused: (id, why) => {
      if (id === witness) return why;
      inARow += 1;
      if (inARow >= many && witness === null && !isSearching) void doubt(why);
      return null;
    },
    given: (id) => {
      inARow = 0;
      lastGiven = id;
      witness = null;
    },
    unsure: (id, failure) => {
      if (id === witness) witness = null;
      // That there is no such user is said to a token that may ask.
      if (failure.kind === 'not-found') inARow = 0;
    },
    holds: (id) => isSearching || (witness !== null && id !== witness),
  };
}
