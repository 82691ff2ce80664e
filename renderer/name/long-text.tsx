/**
 * A text of any length in which a line may end within a very long word. A browser takes the square of such a word's length to
 * break it into lines: seconds for 10,000 letters, in which the page does nothing else. What is copied is the text alone.
 */
import { Fragment } from 'react';

/** Longer than any word that somebody writes, in code points. */
const longestWhole = 100;
/** Between these a line may end anyway. */
const unbroken = String.raw`[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`;
/** What belongs to the letter before it, be it that a joiner joins them. */
const joined = String.raw`(?:[\p{M}\p{Cf}\p{Emoji_Modifier}]|(?<=\u200d)\S)*`;
const pieces = new RegExp(`${unbroken}{${longestWhole}}${joined}(?=${unbroken})`, 'gu');
const mayHaveSome = new RegExp(String.raw`\S{${longestWhole + 1}}`);

/** The parts of a text behind each of which a line may end; the text itself where no word of it is that long. Linear. */
export function breakable(text: string): readonly string[] {
  if (!mayHaveSome.test(text)) return [text];
  const parts: string[] = [];
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    parts.push(text.slice(from, index + piece.length));
    from = index + piece.length;
  }
  return [...parts, text.slice(from)];
}

export function LongText({ text }: { readonly text: string }) {
  const parts = breakable(text);
  if (parts.length === 1) return text;
  let at = 0;
  return parts.map((part) => {
    const from = at;
    at += part.length;
    return (
      <Fragment key={from}>
        {from > 0 && <wbr />}
        {part}
      </Fragment>
    );
  });
}
