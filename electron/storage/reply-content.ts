/** What of a stored text is about the person: `_meta` is the server's own, and may have the time in it. */
import { readErrors } from '../reading/read-errors.ts';
import { isRecord, type JsonRecord } from '../reading/read-notes.ts';
import { type Carried, withCarried } from './carried.ts';
import { parsedText } from './reader.ts';

export type ReplyContent = {
  /** The record; null where there is none. */
  readonly data: JsonRecord | null;
  /** `_errors` that were sent beside it; null: none. */
  readonly errors: unknown;
};

/** An entry of a list counts as if it had come alone. */
export function contentOf(text: string): ReplyContent {
  const body = parsedText(text);
  if (!isRecord(body)) return { data: null, errors: null };
  if (!Object.hasOwn(body, '_data') && !Object.hasOwn(body, '_errors')) return { data: body, errors: null };
  const { _data: data, _errors: errors } = body;
  return { data: isRecord(data) ? data : null, errors: readErrors(errors).length > 0 ? errors : null };
}

/** A stored reply with what was carried over to it, as it can be read. */
export function wholeReply(text: string, carried: readonly Carried[]): unknown {
  const content = contentOf(text);
  return replyWith(content, content.data === null ? null : withCarried(content.data, carried));
}

export function replyWith({ errors }: ReplyContent, data: JsonRecord | null): unknown {
  return { _data: data, _errors: errors };
}
