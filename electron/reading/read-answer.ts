/** Reads what an exchange brought: its text, its JSON and its hash. Pure, so that any thread can do it. */
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { Sha256 } from '../../contract/ids.ts';
import type { Received } from '../clock.ts';
import { readJson, sha256Of } from './read-json.ts';

/** A whole successful answer, not read yet. */
export type Answer = Received & {
  /** Decoded from any compression; in a buffer of its own and of its size. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The media type in lower case, without parameters; `''`: none was named. */
  readonly contentType: string;
};

export type ReadAnswer = {
  /** The body, decoded from UTF-8 and otherwise unchanged. */
  readonly text: string;
  readonly json: unknown;
  /** Of the body's bytes. */
  readonly sha256: Sha256;
};

/** Fails with `bad-reply` (`encoding`, `json`) or `not-the-api`. */
export function readAnswer({ bytes, contentType }: Pick<Answer, 'bytes' | 'contentType'>): Outcome<ReadAnswer> {
  const read = readJson(bytes, contentType);
  return read.ok ? succeeded({ ...read.value, sha256: sha256Of(bytes) }) : read;
}
