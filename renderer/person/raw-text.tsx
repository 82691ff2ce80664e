/** A text of any length, line by line: long ones draw only the lines in view, and an endless line only its beginning. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { boundedText } from '../../contract/bounded-text.ts';
import { count } from '../time/locale.ts';
import classes from './person.module.css';

const drawAllUpTo = 400;
const longestLine = 2000;
const lineHeight = 19;

export function RawText({ text }: { readonly text: string }) {
  const starts = useMemo(() => lineStarts(text), [text]);
  const box = useRef<HTMLPreElement>(null);
  const isLong = starts.length > drawAllUpTo;
  const rows = useVirtualizer({
    count: isLong ? starts.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 30,
  });
  const line = (index: number) => shortened(text.slice(starts[index], (starts[index + 1] ?? text.length + 1) - 1));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on its own, so the keyboard has to reach it
    <pre ref={box} className={classes.raw} data-long={isLong || undefined} tabIndex={0}>
      {isLong ? (
        <code className={classes.rawLines} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => (
            <span key={key} style={{ transform: `translateY(${start}px)`, height: lineHeight }}>
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
