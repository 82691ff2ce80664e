/** What goes between the main process and a thread of its own. */
import type { Outcome } from '../../contract/failures.ts';
import type { LogFields } from '../log.ts';

/** What may be asked of a thread, by name. Plain data in, and an `Outcome` of plain data out. */
export type Work = Readonly<Record<string, (...input: never[]) => Outcome<unknown> | Promise<Outcome<unknown>>>>;

export type Answer<W extends Work, N extends keyof W> = Awaited<ReturnType<W[N]>>;

/** Asks for a piece of the work; never rejects. `transfer`: buffers that are handed over, and gone on this side. */
export type Ask<W extends Work> = <N extends keyof W & string>(
  name: N,
  input: Parameters<W[N]>,
  transfer?: readonly ArrayBuffer[],
) => Promise<Answer<W, N>>;

/** A thread's work, and how it ends. */
export type Worked<W extends Work> = {
  readonly work: W;
  /** Says whether the file was sound as far as it was seen. Nothing is asked afterwards. */
  readonly close: () => Outcome<boolean>;
};

/** What it is asked last. */
export const closing = 'close';

export type ThreadQuestion = {
  readonly number: number;
  readonly name: string;
  readonly input: readonly unknown[];
};

export type ThreadMessage =
  | { readonly what: 'answer'; readonly number: number; readonly output: Outcome<unknown> }
  | { readonly what: 'info'; readonly event: string; readonly fields: LogFields | undefined }
  | { readonly what: 'defect'; readonly event: string; readonly reference: string; readonly error: unknown };
