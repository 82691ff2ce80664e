/** How stored replies are read: for every page, and all of them anew when Rolodesk has learnt to read them better. */
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import { isRecord } from '../reading/read-notes.ts';
import { readUser, readUserRecord } from '../reading/read-user.ts';
import { parseWrittenJson } from '../reading/written-json.ts';

export type Reader = {
  readonly version: number;
  /** `body` is the parsed JSON of a whole reply, or of one entry of a list of users. */
  readonly read: (body: unknown, asked: UserId | null) => Outcome<User>;
};

/** The version goes up by one whenever some reply is read, sorted or indexed otherwise than before. */
export const currentReader: Reader = {
  version: 12,
  read: (body, asked) =>
    isRecord(body) && !Object.hasOwn(body, '_data') && !Object.hasOwn(body, '_errors')
      ? readUserRecord(body, asked)
      : readUser(body, asked),
};

/** The JSON of a stored text; null where it is none, as in files that something else wrote to. */
export function parsedText(text: string): unknown {
  try {
    return parseWrittenJson(text);
  } catch {
    return null;
  }
}
