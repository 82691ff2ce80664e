/** A text of any length, line by line: long ones draw only the lines in view, and an endless line only its beginning. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { count } from '../time/locale.ts';
import classes from './person.module.css';

const drawAllUpTo = 400;
const longestLine = 2000;
const lineHeight = 19;

export function RawText({ text }: { readonly text: string }) {
  const lines = useMemo(() => text.split('\n').map(shortened), [text]);
  const box = useRef<HTMLPreElement>(null);
  const isLong = lines.length > drawAllUpTo;
  const rows = useVirtualizer({
    count: isLong ? lines.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 30,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on its own, so the keyboard has to reach it
    <pre ref={box} className={classes.raw} data-long={isLong || undefined} tabIndex={0}>
      {isLong ? (
        <code className={classes.rawLines} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => (
            <span key={key} style={{ transform: `translateY(${start}px)`, height: lineHeight }}>
              {lines[index]}
            </span>
          ))}
        </code>
      ) : (
        <code>{lines.join('\n')}</code>
      )}
    </pre>
  );
}

function shortened(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, longestLine)}… (${count(line.length - longestLine)} more characters: copy or save to have them)`;
}
