/** What goes between the main process and the directory's thread. */
import type { Outcome } from '../../../contract/failures.ts';
import type { LogFields } from '../../log.ts';
import type { WorkName } from './work.ts';

export type ThreadStart = { readonly file: string; readonly server?: string | undefined };

export type ThreadQuestion = {
  readonly number: number;
  readonly name: WorkName;
  readonly input: readonly unknown[];
};

export type ThreadMessage =
  | { readonly what: 'answer'; readonly number: number; readonly output: Outcome<unknown> }
  | { readonly what: 'info'; readonly event: string; readonly fields: LogFields | undefined }
  | { readonly what: 'defect'; readonly event: string; readonly reference: string; readonly error: unknown };
