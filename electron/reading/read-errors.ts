/** Reads the envelope's `_errors`, whose shape is not documented, into sentences. */
import { excerptOf } from './read-excerpt.ts';
import { isRecord, shortened } from './read-notes.ts';
import { asLine, isBlank } from './read-text.ts';
import { WrittenNumber } from './written-json.ts';

const messageFields = ['message', 'description', 'detail', 'error', 'title', 'reason', 'msg'] as const;
const codeFields = ['code', 'errorCode', 'status'] as const;
const lengthLimit = 500;
const mostErrors = 50;

const isCode = (it: unknown) => typeof it === 'string' || typeof it === 'number' || it instanceof WrittenNumber;

const messageOf = (error: unknown): string | null => {
  if (error === null || error === undefined) return null;
  if (typeof error === 'string') return isBlank(error) ? null : shortened(asLine(error), lengthLimit);
  if (!isRecord(error)) return excerptOf(error, lengthLimit, 0).text;
  for (const field of messageFields) {
    const message = error[field];
    if (typeof message !== 'string' || isBlank(message)) continue;
    const code = codeFields.map((name) => error[name]).find(isCode);
    const text = shortened(asLine(message), lengthLimit);
    return code === undefined || code === ''
      ? text
      : `${text} (${shortened(asLine(code instanceof WrittenNumber ? code.text : String(code)), 40)})`;
  }
  return excerptOf(error, lengthLimit, 0).text;
};

/** One line an error, at most 50 and then how many more. Empty for null, "", [] and {}. */
export const readErrors = (value: unknown): string[] => {
  if (value === null || value === undefined || value === false || value === 0) return [];
  if (isRecord(value) && Object.keys(value).length === 0) return [];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const messages: string[] = [];
  let leftOut = 0;
  for (const error of all) {
    if (messages.length >= mostErrors) {
      leftOut += 1;
      continue;
    }
    const message = messageOf(error);
    if (message !== null) messages.push(message);
  }
  if (leftOut > 0) messages.push(`… and ${leftOut} more`);
  return messages;
};
