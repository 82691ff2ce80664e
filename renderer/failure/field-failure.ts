/** Where a failure belongs: at the field that is wrong, or above the button. Pure. */
import { type BadInputReason, type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { tokenForm, tokenLimitBytes } from '../../contract/token-form.ts';
import { badInputWords } from '../words/bad-input-words.ts';

/** What is wrong with a field, found before anybody was asked. */
export const badInput = (where: string, reason: BadInputReason): Failure => ({ kind: 'bad-input', where, reason });

/** The sentence for a field, or undefined where the failure is not about it. */
export function fieldFailure(failure: Failure | null, field: string): string | undefined {
  if (failure?.kind !== 'bad-input' || failure.where !== field) return undefined;
  const words = badInputWords(field, failure.reason);
  return failure.item === undefined ? words : `${words} “${failure.item}” is none.`;
}

/** The failure, unless one of the fields shown already says it. */
export function otherFailure(failure: Failure | null, fields: readonly string[]): Failure | null {
  return failure?.kind === 'bad-input' && fields.includes(failure.where) ? null : failure;
}

/** Answers a token that cannot be one on the spot, by the contract's own rule. */
export function readToken(typed: string): Outcome<string> {
  const token = typed.trim();
  const reason: BadInputReason | null =
    token === '' ? 'empty' : token.length > tokenLimitBytes ? 'too-long' : tokenForm.test(token) ? null : 'malformed';
  return reason === null ? succeeded(token) : failed(badInput('token', reason));
}
