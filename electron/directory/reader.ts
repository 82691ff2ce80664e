/** How stored replies are read anew when Rolodesk has learnt to read them better. */
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import { readUser } from '../api/read-user.ts';

export type Reader = {
  readonly version: number;
  /** `body` is the parsed JSON of a whole reply. */
  readonly read: (body: unknown, asked: UserId | null) => Outcome<User>;
};

/** The version goes up by one whenever `readUser` reads some reply otherwise than before. */
export const currentReader: Reader = { version: 1, read: readUser };
