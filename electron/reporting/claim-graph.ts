/** What reporting asks of the directory. The API names no manager: whoever lists a person claims to be one. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';

/** A small number that stands for one id. */
export type PersonKey = number;

/** A claim that lives: the manager's newest reply names the person. The manager is known, and may be deleted. */
export type Claim = {
  readonly manager: PersonKey;
  /** When the manager was last fetched. */
  readonly seenAt: number;
};

export type ClaimGraph = {
  /** Null for an id that was never named. */
  readonly keyOf: (id: UserId) => PersonKey | null;
  /** Null for one who is only named. */
  readonly cardOf: (key: PersonKey) => PersonCard | null;
  /** Living claims on a person, the one seen last first, at most `limit`; a claim on oneself is among them. */
  readonly managersOf: (key: PersonKey, limit: number) => readonly Claim[];
  /** Whom a person lists, each once, the person too where the data says so; nobody where the person is not known. */
  readonly reportsOf: (key: PersonKey) => readonly PersonKey[];
  /** Whether a reply about the person is stored. */
  readonly isKnown: (key: PersonKey) => boolean;
  /** Whether the server said of somebody who is only named that there is no such user. */
  readonly isNotFound: (key: PersonKey) => boolean;
};
