/** What the API client gives the directory. */
import type { Outcome } from '../../contract/failures.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';

/** One answered Fetch User: the user as read, and the body as it came. */
export type UserReply = {
  readonly user: User;
  /** The body, decoded from UTF-8 and otherwise unchanged. */
  readonly text: string;
  /** Of the body's bytes. */
  readonly sha256: Sha256;
  /** What was asked, without credentials. */
  readonly url: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly receivedAt: number;
};

/** Names of teams and roles by id, from Fetch Config. */
export type LabelNames = { readonly teams: ReadonlyMap<string, string>; readonly roles: ReadonlyMap<string, string> };

/** `now`: a person is waiting for it. `later`: it gives way to those. */
export type Priority = 'now' | 'later';

/** Without a priority: `now`. */
export type FetchOptions = { readonly signal?: AbortSignal; readonly priority?: Priority };

export type ApiClient = {
  /** Asks for one user. The same id asked twice at once is one request; each caller may abort on its own. */
  readonly fetchUser: (id: UserId, options?: FetchOptions) => Promise<Outcome<UserReply>>;
  /** Asks for the names of teams and roles; a server that does not offer them answers with a failure, which is no error. */
  readonly fetchConfig: (options?: FetchOptions) => Promise<Outcome<LabelNames>>;
};
