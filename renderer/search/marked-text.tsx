/** A text with the parts that matched marked. */
import { markedParts } from './marked-parts.ts';
import classes from './search.module.css';

type MarkedTextProps = { readonly text: string; readonly marks: readonly (readonly [number, number])[] };

export function MarkedText({ text, marks }: MarkedTextProps) {
  return markedParts(text, marks).map((part) =>
    part.isMarked ? (
      <mark key={part.start} className={classes.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
