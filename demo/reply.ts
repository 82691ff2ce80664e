/** The envelope that every reply comes in, and what it says when something is refused. */
export type ReplyError = { readonly code: string; readonly message: string };

export type Reply = { readonly status: number; readonly body: string };

/** `{ "_data": …, "_meta": …, "_errors": […] }` as JSON text. */
export const envelope = (
  data: unknown,
  meta: Readonly<Record<string, unknown>>,
  errors: readonly ReplyError[],
): string => JSON.stringify({ _data: data, _meta: meta, _errors: errors });

/** A reply without data. */
export const refusal = (status: number, code: string, message: string): Reply => ({
  status,
  body: envelope(null, { status }, [{ code, message }]),
});
