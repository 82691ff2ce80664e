/** What the API client gives the directory and the sync. */
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Circuit } from '../pace/circuit.ts';
import type { Priority } from '../pace/pace.ts';
import type { LabelNames, UserBytes, UserReply } from '../reading/user-reply.ts';
import type { ListedBatch } from './list-batches.ts';

/** Without a priority: `now`. */
export type FetchOptions = {
  readonly signal?: AbortSignal;
  readonly priority?: Priority;
  /** One try, however it fares: whoever asks will ask again. Not where somebody else waits for the same answer. */
  readonly once?: boolean;
  /** Called whenever a request really goes out. Not for one that somebody else asked for and is only joined. */
  readonly sent?: () => void;
};

export type FetchUsersOptions = {
  readonly signal?: AbortSignal;
  /** Without one: `later`. */
  readonly priority?: Priority;
  /** One try, however it fares: whoever asks will ask again. */
  readonly once?: boolean;
  /** `url`: of the page. Nothing more is read until it is done. What it throws is thrown on, and ends the reading. */
  readonly onBatch: (batch: ListedBatch, url: string) => Promise<void> | void;
};

/** That a list is not whole by its own account. `total`: how many there should be; null: it does not say, but names more. */
export type ListPart = { readonly listed: number; readonly total: number | null };

/** How many users were given in all, and what was asked first. `part`: null where they are all there are. */
export type UsersGiven = { readonly count: number; readonly url: string; readonly part: ListPart | null };

/** The server of an open connection, as its directory asks it. */
export type ServerAccess = {
  readonly origin: string;
  readonly api: ApiClient;
  /** False while there is no token to ask with. */
  readonly canFetch: () => boolean;
};

export type ApiClient = {
  /** Asks for one user. The same id asked twice at once is one request; each caller may abort on its own. */
  readonly fetchUser: (id: UserId, options?: FetchOptions) => Promise<Outcome<UserReply>>;
  /** The same, joined with it where both are asked at once, but the answer is left to be read. */
  readonly fetchUserBytes: (id: UserId, options?: FetchOptions) => Promise<Outcome<UserBytes>>;
  /**
   * Asks for everybody in one reply, or page by page, which is given in batches as it comes. Fails also after some were given, who stay
   * given. `bad-reply` (`data`, `not a list`): the server answers, but with no list.
   */
  readonly fetchUsers: (options: FetchUsersOptions) => Promise<Outcome<UsersGiven>>;
  /** Asks for the names of teams and roles; a server that does not offer them answers with a failure, which is no error. */
  readonly fetchConfig: (options?: FetchOptions) => Promise<Outcome<LabelNames>>;
  /** Whether bytes that the server gave another way, without being sent the token, hold it all the same. */
  readonly repeatsToken: (bytes: Uint8Array) => boolean;
  /** Whether the server is left alone for a while, since it could not be had. */
  readonly circuit: Circuit;
  /** For how many more milliseconds the sync asks for nothing, since the server said that it was too much; 0 or less: it may ask. */
  readonly restMs: () => number;
};
