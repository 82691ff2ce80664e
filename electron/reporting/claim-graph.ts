/** What reporting asks of the directory. The API names no manager: whoever lists a person claims to be one. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';

/** A small number that stands for one id. */
export type PersonKey = number;

/**
 * A claim that lives: the manager's newest reply that speaks of direct reports names the person. The manager is known, and
 * somebody else.
 */
export type Claim = {
  readonly manager: PersonKey;
  /** The manager's, as it is shown. */
  readonly status: Status;
  /** When a reply of the manager last spoke of direct reports. */
  readonly seenAt: number;
  /** When the first reply came that named the person and was followed by none that did not. */
  readonly begunAt: number;
  /** How many people the manager lists. */
  readonly listed: number;
};

/** The claims, looked at from below. */
export type Claims = {
  /** Who list a person, each once, in any order; never the person, and nobody where the key is not known. */
  readonly managersOf: (person: PersonKey) => readonly PersonKey[];
  /** False only of somebody who lists nobody else: no line passes them. */
  readonly listsOthers: (person: PersonKey) => boolean;
  /** Who list a person, with all that the rule compares. */
  readonly claimsOn: (person: PersonKey) => readonly Claim[];
  /**
   * The first person upward, this one included, without exactly one claim: from there the rule decides, or nobody does.
   * Null where the people with one claim go round.
   */
  readonly forkAbove: (person: PersonKey) => PersonKey | null;
};

export type ClaimGraph = {
  /** Null for an id that was never named. */
  readonly keyOf: (id: UserId) => PersonKey | null;
  /** Null for one who is only named. */
  readonly cardOf: (key: PersonKey) => PersonCard | null;
  /** Whom a person lists, each once, the person too where the data says so; nobody where the person is not known. */
  readonly reportsOf: (key: PersonKey) => readonly PersonKey[];
  /** Whether a reply about the person is stored. */
  readonly isKnown: (key: PersonKey) => boolean;
  /** Whether the server said of somebody who is only named that there is no such user. */
  readonly isNotFound: (key: PersonKey) => boolean;
  /** Whose fetching failed last, stored or only named. */
  readonly failed: () => Iterable<PersonKey>;
};
