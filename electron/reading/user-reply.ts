/** What the server answered: of one user, and of the names of teams and roles. */
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import type { Received } from '../clock.ts';

/** One answered Fetch User: the user as read, and the body as it came. */
export type UserReply = Received & {
  readonly user: User;
  /** The body, decoded from UTF-8 and otherwise unchanged. */
  readonly text: string;
  /** Of the body's bytes. */
  readonly sha256: Sha256;
  /** What was asked, without credentials. */
  readonly url: string;
};

/** One answered Fetch User, not read yet: `readUserBytes` does that, in any thread. */
export type UserBytes = Received & {
  /** Who was asked for. */
  readonly id: UserId;
  readonly url: string;
  /** In a buffer of its own and of its size, which may be transferred away: nobody else is given the same one. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The media type in lower case, without parameters; `''`: none was named. */
  readonly contentType: string;
};

/** Names of teams and roles by id, from Fetch Config. */
export type LabelNames = { readonly teams: ReadonlyMap<string, string>; readonly roles: ReadonlyMap<string, string> };
