/**
 * What the main process's parts write to the log. Fields are numbers, booleans and short words chosen by us:
 * never a token, a header, a reply's content, a name or an address.
 */
import { randomUUID } from 'node:crypto';

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export type Log = {
  readonly info: (event: string, fields?: LogFields) => void;
  /**
   * Returns the reference under which the entry can be found: the one given, where another thread has named it already.
   * The error's message is redacted.
   */
  readonly defect: (event: string, error: unknown, reference?: string) => string;
};

/** A new reference: short enough to be read out, and hardly ever the same twice in one log. */
export const newReference = (): string => randomUUID().slice(0, 8);
