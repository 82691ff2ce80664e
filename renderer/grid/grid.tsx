// biome-ignore-all lint/a11y/useSemanticElements: a grid of divs: a table's own elements cannot be drawn a window at a time
/** A grid of which only what is in view is drawn. It is one stop of Tab and has the focus throughout; it names what is active in it. */
import type { ComponentProps, CSSProperties, ReactNode, RefObject } from 'react';
import classes from './grid.module.css';
import { headHeight } from './row-height.ts';
import type { GridRows } from './use-grid-rows.ts';

type GridProps = Omit<ComponentProps<'div'>, 'style' | 'className' | 'ref' | 'role'> & {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: GridRows;
  /** Of rows, drawn or not, without the line of headings. */
  readonly total: number;
  readonly columns: number;
  /** The id of the row or heading that is active, where it is drawn. */
  readonly active: string | undefined;
  /** As CSS has them: the columns, and the least width of all, in pixels. */
  readonly tracks: string;
  readonly least: number;
  /** The line of headings. */
  readonly head: ReactNode;
  /** How wide the columns are that stay in sight, in pixels. */
  readonly kept?: number;
  /** The rows that are drawn. */
  readonly children: ReactNode;
};

export function Grid({
  scroller,
  rows,
  total,
  columns,
  active,
  tracks,
  least,
  head,
  kept = 0,
  children,
  ...more
}: GridProps) {
  const style: CSSProperties = { '--tracks': tracks, '--least': `${least}px`, scrollPaddingInlineStart: kept };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      aria-colcount={columns}
      aria-activedescendant={active}
      tabIndex={0}
      className={classes.grid}
      style={style}
      onAuxClick={(event) => event.preventDefault()}
      {...more}
    >
      <div role="rowgroup" className={classes.head}>
        {head}
      </div>
      <div role="presentation" className={classes.body} style={{ height: rows.height }}>
        {/* One place for all rows: with one for each, the browser keeps a style for every place there ever was. */}
        <div
          role="rowgroup"
          className={classes.drawn}
          style={{ transform: `translateY(${(rows.items[0]?.start ?? headHeight) - headHeight}px)` }}
        >
          {children}
        </div>
      </div>
    </div>
  );
}
