/** The search's list. It answers the mouse for all its rows, and asks for more people once its end comes into view. */
import { type MouseEvent, useEffect, useRef } from 'react';
import { useStore } from '../store/use-store.ts';
import { OptionRow } from './option-row.tsx';
import classes from './search.module.css';
import type { SearchOption } from './search-option.ts';

type OptionListProps = {
  readonly id: string;
  readonly label: string;
  /** What the rows' ids begin with. */
  readonly rowId: string;
  readonly options: readonly SearchOption[];
  readonly at: number;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (option: SearchOption) => void;
};

/** Rows above the end at which more are asked for: they are there before the end is. */
const rowsAhead = 4;

export function OptionList({ id, label, rowId, options, at, onPoint, onChoose }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  const findMore = useStore((state) => state.findMore);

  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
    if (at > 0 && at >= options.length - rowsAhead) void findMore();
  }, [at, options, findMore]);

  const rowOf = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    return row === null ? -1 : [...(list.current?.children ?? [])].indexOf(row);
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and handles the keys for its options
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      // The combobox keeps the focus.
      tabIndex={-1}
      className={classes.list}
      onMouseMove={(event) => {
        const row = rowOf(event);
        if (row >= 0 && row !== at) onPoint(row);
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        const option = options[rowOf(event)];
        if (option !== undefined) onChoose(option);
      }}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollTop + clientHeight > scrollHeight - clientHeight / 2) void findMore();
      }}
    >
      {options.map((option, index) => (
        <OptionRow key={option.key} id={`${rowId}-${index}`} option={option} active={index === at} />
      ))}
    </div>
  );
}
