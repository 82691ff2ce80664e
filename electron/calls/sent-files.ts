/** Files that the page sends in parts, since no message is that long: what is dropped to be checked. One is kept, the last. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { longestChecked, longestPart, mostCheckedLines } from '../../contract/bounds.ts';
import type { ParsedInput } from '../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { TokenGuard } from '../account/token-leak-check.ts';

export type SentFiles = {
  /** Fails with `list-too-large`, and `bad-input` (`file`) where the file is no longer kept, or a token is in it. */
  readonly send: (asked: ParsedInput<'check.sendFile'>) => Promise<Outcome<{ readonly sent: number }>>;
  /** The whole file, which is not kept any more. */
  readonly take: (sent: number) => Outcome<Uint8Array<ArrayBuffer>>;
  /** Null: what did not come through the page's door may be used. Fails as `send` does. */
  readonly refusalOf: (came: string | Uint8Array) => Promise<Outcome<never> | null>;
};

type Sent = { readonly number: number; readonly parts: Uint8Array[]; length: number; last: string };

/** As much as a token can take, in whichever way it is written. */
const overlap = 65_536;

export const fileTooLarge = (bytes: number): Outcome<never> =>
  failed({ kind: 'list-too-large', lines: null, bytes, most: { lines: mostCheckedLines, bytes: longestChecked } });

const refuse = (reason: 'not-known' | 'holds-token') => failed({ kind: 'bad-input', where: 'file', reason });

/** What a token in it is looked for in: without the zeros that UTF-16 has between letters. */
const textIn = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll('\0', '');

export function createSentFiles({ isIn: holdsToken }: Pick<TokenGuard, 'isIn'>): SentFiles {
  let last = 0;
  let kept: Sent | null = null;

  /** A piece at a time, between which others are answered. Null: a token is in it; else what the next part is looked at with. */
  const lookThrough = async (text: string, before: string): Promise<string | null> => {
    let seen = before;
    for (let from = 0; from < text.length; from += longestPart) {
      seen += text.slice(from, from + longestPart);
      if (holdsToken(seen)) return null;
      seen = seen.slice(-overlap);
      await nextTurn();
    }
    return seen;
  };

  return {
    send: async ({ sent, part }) => {
      if (sent === null) {
        last += 1;
        kept = { number: last, parts: [], length: 0, last: '' };
      }
      const file = kept;
      if (file === null || (sent !== null && file.number !== sent)) return refuse('not-known');
      file.length += part.byteLength;
      file.parts.push(part);
      if (file.length > longestChecked) {
        kept = null;
        return fileTooLarge(file.length);
      }
      const seen = await lookThrough(textIn(part), file.last);
      if (seen === null) {
        kept = null;
        return refuse('holds-token');
      }
      file.last = seen;
      return succeeded({ sent: file.number });
    },
    take: (sent) => {
      if (kept?.number !== sent) return refuse('not-known');
      const { parts } = kept;
      kept = null;
      return succeeded(Uint8Array.from(Buffer.concat(parts)));
    },
    refusalOf: async (came) => {
      const text = typeof came === 'string' ? came : textIn(came);
      return (await lookThrough(text, '')) === null ? refuse('holds-token') : null;
    },
  };
}
