/** How a chart's shape changes with what is pressed in it. Pure. */
import { mostChanged } from '../../../contract/bounds.ts';
import type { ChartShape } from '../../../contract/organisation.ts';
import { countIn, type Item } from '../../../contract/organisation-items.ts';
import type { ChartLinks } from './chart-links.ts';
import type { Hidden } from './stand-ins.ts';

export const usualShape: ChartShape = { open: [], closed: [], beside: [], more: [], whole: [] };

/** So many more are shown by one press: below those in a column, and below those who were opened. */
const further = { column: 50, opened: 500 } as const;

export function withFold(shape: ChartShape, key: number, isOpen: boolean): ChartShape {
  return isOpen
    ? { ...shape, open: added(shape.open, key), closed: without(shape.closed, key) }
    : { ...shape, open: without(shape.open, key), closed: added(shape.closed, key) };
}

export function withBeside(shape: ChartShape, key: number, isOpen: boolean): ChartShape {
  return { ...shape, beside: isOpen ? added(shape.beside, key) : without(shape.beside, key) };
}

export function withWhole(shape: ChartShape, key: number): ChartShape {
  return { ...shape, closed: without(shape.closed, key), whole: added(shape.whole, key) };
}

/** `shown`: how many of the manager's people there are on the chart. */
export function withMore(shape: ChartShape, of: number, shown: number): ChartShape {
  const step = shown < further.column * 2 ? further.column : further.opened;
  return {
    ...shape,
    more: [...shape.more.filter((one) => one.of !== of), { of, shown: shown + step }].slice(-mostChanged),
  };
}

/** After a button is pressed; null: it changes no shape. */
export function pressed(shape: ChartShape, item: Item, links: ChartLinks): ChartShape | null {
  const { kind, key } = item;
  if (kind === 'beside') return withBeside(shape, key, !countIn(item).isOpen);
  if (kind === 'more') return withMore(shape, key, links.reportsOf.get(key)?.length ?? 0);
  if (kind !== 'fold') return null;
  return folded(shape, key, links);
}

/** With what a key leads to and the chart does not show yet. */
export function revealing(shape: ChartShape, { of, key }: Hidden, links: ChartLinks): ChartShape {
  if (of === 'beside') return withBeside(shape, key, true);
  return of === 'more' ? withMore(shape, key, links.reportsOf.get(key)?.length ?? 0) : folded(shape, key, links);
}

/** On the way up a fold shows and hides the people beside the way; the way itself stays. */
export function folded(shape: ChartShape, key: number, { way, folds }: ChartLinks): ChartShape {
  const isOpen = folds.get(key)?.isOpen ?? false;
  const nth = way.indexOf(key);
  const next = nth < 0 ? undefined : way[nth + 1];
  if (next !== undefined) return withBeside(shape, next, !shape.beside.includes(next));
  return withFold(shape, key, !isOpen);
}

function added(keys: readonly number[], key: number): number[] {
  return [...without(keys, key), key].slice(-mostChanged);
}

function without(keys: readonly number[], key: number): number[] {
  return keys.filter((one) => one !== key);
}
