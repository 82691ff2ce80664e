/**
 * What the main process's parts write to the log. Fields are numbers, booleans and short words chosen by us:
 * never a token, a header, a reply's content, a name or an address.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export type Log = {
  readonly info: (event: string, fields?: LogFields) => void;
  /** Returns the reference under which the entry can be found. The error's message is redacted. */
  readonly defect: (event: string, error: unknown) => string;
};
