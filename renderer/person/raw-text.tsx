/** A text of any length, line by line: long ones draw only the lines in view, and an endless line only its beginning. */
import { useMemo, useState } from 'react';
import { boundedText } from '../../contract/bounded-text.ts';
import { count } from '../words/locale.ts';
import classes from './raw-text.module.css';

const drawAllUpTo = 400;
const longestLine = 2000;
const lineHeight = 19;
/** Lines drawn at once: more than the box is high. Which they are changes after so many. */
const drawnAtOnce = 120;
const step = 40;

export function RawText({ text }: { readonly text: string }) {
  const starts = useMemo(() => lineStarts(text), [text]);
  const [top, setTop] = useState(0);
  const isLong = starts.length > drawAllUpTo;
  // Each line is as high, so no line's place has to be kept: of half a million that alone takes longer than a frame.
  const first = Math.max(0, Math.min(Math.floor(top / lineHeight / step) * step, starts.length - 1) - step);
  const drawn = Array.from({ length: Math.min(drawnAtOnce, starts.length - first) }, (_, nth) => first + nth);
  const line = (index: number) => shortened(text.slice(starts[index], (starts[index + 1] ?? text.length + 1) - 1));
  return (
    <pre
      className={classes.raw}
      data-long={isLong || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on its own, so the keyboard has to reach it
      tabIndex={0}
      onScroll={isLong ? ({ currentTarget }) => setTop(currentTarget.scrollTop) : undefined}
    >
      {isLong ? (
        <code className={classes.rawLines} style={{ height: starts.length * lineHeight }}>
          {drawn.map((index) => (
            <span key={index} style={{ transform: `translateY(${index * lineHeight}px)`, height: lineHeight }}>
              {line(index)}
            </span>
          ))}
        </code>
      ) : (
        <code>{Array.from(starts, (_, index) => line(index)).join('\n')}</code>
      )}
    </pre>
  );
}

/** Places alone: half a million lines of their own would take more memory than the text. */
function lineStarts(text: string): Uint32Array {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  const starts = new Uint32Array(lines);
  for (let at = text.indexOf('\n'), line = 1; at >= 0; at = text.indexOf('\n', at + 1), line += 1)
    starts[line] = at + 1;
  return starts;
}

/** Marks that no letter can carry are not drawn: they would cover the lines above. */
function shortened(line: string): string {
  const shown = boundedText(line, longestLine);
  if (shown === line) return line;
  return `${shown}… (${count(line.length - shown.length)} more characters: copy or save to have them)`;
}
