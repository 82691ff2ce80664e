/** Only what can stand in an Authorization header and fits into every platform's keychain is taken as a token. */
import { Token } from '../../contract/calls.ts';
import { type BadInputReason, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { tokenLimitBytes } from '../../contract/token-form.ts';

const reasonAgainst = (text: string): BadInputReason => {
  if (text === '') return 'empty';
  if (Buffer.byteLength(text, 'utf8') > tokenLimitBytes) return 'too-long';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  return /[\x00-\x1f\x7f]/.test(text) ? 'control-characters' : 'malformed';
};

/** The token without surrounding white space; fails with `bad-input`, where `token`. */
export const parseToken = (text: string): Outcome<string> => {
  const parsed = Token.safeParse(text);
  if (parsed.success) return succeeded(parsed.data);
  return failed({ kind: 'bad-input', where: 'token', reason: reasonAgainst(text.trim()) });
};
