/**
 * Texts that the page sends in parts, since no message is that long: pasted lists and files. The last ones are kept until
 * others come, so that what was counted need not be sent once more to be added.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { longestIdsText, longestPart } from '../../contract/bounds.ts';
import type { LongText } from '../../contract/call-inputs.ts';
import type { ParsedInput } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { TokenGuard } from '../account/token-leak-check.ts';

/** Being sent, and the one before. */
const mostKept = 2;

export type SentTexts = {
  /** Fails with `bad-input` (`text`) where the text is no longer kept, grows too long, or has a token across two parts. */
  readonly send: (asked: ParsedInput<'text.send'>) => Outcome<{ readonly sent: number }>;
  /**
   * The whole text. Fails with `bad-input` at `where` as `send` does, where it has more UTF-16 units than `longest`, and
   * where a token is in it. A text that came in parts is looked through as it comes: all of it at once would take seconds, in
   * which nothing else is answered.
   */
  readonly wholeOf: (text: LongText, where: string, longest: number) => Outcome<string>;
  /** The same where a token was typed with it: it is looked through for that one in parts, between which others are answered. */
  readonly wholeBeside: (text: LongText, where: string, longest: number, token: string) => Promise<Outcome<string>>;
};

export function createSentTexts({ isIn: holdsToken }: Pick<TokenGuard, 'isIn'>): SentTexts {
  /** `last`: what came last, as much as a part has. */
  const texts = new Map<number, { readonly parts: string[]; length: number; last: string }>();
  let last = 0;
  /** As they are now: the text is whole once it is named by its number. */
  const partsOf = (text: LongText, where: string, longest: number): Outcome<readonly string[]> => {
    const parts = typeof text === 'string' ? [text] : texts.get(text.sent)?.parts;
    if (parts === undefined) return failed({ kind: 'bad-input', where, reason: 'not-known' });
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    return length > longest ? failed({ kind: 'bad-input', where, reason: 'too-long' }) : succeeded([...parts]);
  };
  const withToken = (where: string) => failed({ kind: 'bad-input', where, reason: 'holds-token' });
  return {
    send: ({ sent, part }) => {
      const text = sent === null ? { parts: [], length: 0, last: '' } : texts.get(sent);
      if (text === undefined) return failed({ kind: 'bad-input', where: 'text', reason: 'not-known' });
      const number = sent ?? last + 1;
      last = Math.max(last, number);
      if (text.length + part.length > longestIdsText) {
        texts.delete(number);
        return failed({ kind: 'bad-input', where: 'text', reason: 'too-long' });
      }
      // The part itself was looked through when it came in.
      if (text.last !== '' && holdsToken(text.last + part)) {
        texts.delete(number);
        return withToken('text');
      }
      text.last = (text.last + part).slice(-longestPart);
      text.parts.push(part);
      text.length += part.length;
      texts.set(number, text);
      for (const old of texts.keys()) if (old <= last - mostKept) texts.delete(old);
      return succeeded({ sent: number });
    },
    wholeOf: (text, where, longest) => {
      const parts = partsOf(text, where, longest);
      if (!parts.ok) return parts;
      const whole = parts.value.join('');
      return typeof text === 'string' && holdsToken(whole) ? withToken(where) : succeeded(whole);
    },
    wholeBeside: async (text, where, longest, token) => {
      const parts = partsOf(text, where, longest);
      if (!parts.ok) return parts;
      let before = '';
      for (const part of parts.value) {
        if (holdsToken(before + part, token)) return withToken(where);
        before = (before + part).slice(-longestPart);
        await nextTurn();
      }
      return succeeded(parts.value.join(''));
    },
  };
}
