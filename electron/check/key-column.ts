/** In which column of a table those stand who are looked up: ids before addresses, usernames and numbers. */
import { isIdHeading, isNumberHeading } from '../pasted/headings.ts';
import { idColumnsOf } from '../pasted/id-columns.ts';
import type { ListedItem } from '../pasted/list-items.ts';
import type { RowReader } from './row-text.ts';

/** Null: no column holds anybody. `isUsername`: whether somebody has it. */
export type FindKeyColumn = (heads: readonly string[] | null, rows: readonly (readonly string[])[]) => number | null;

export type KeyColumnNeeds = {
  readonly reader: RowReader;
  readonly isCertain: (item: ListedItem) => boolean;
  readonly isUsername: (text: string) => boolean;
};

/** Of a column that counts, so many of its cells hold somebody. */
const share = 0.5;
const usernameHeading = /^(?:user ?name|user-name|login|account|handle|benutzername|anmeldename|identifiant|usuario)$/i;

export function createFindKeyColumn({ reader, isCertain, isUsername }: KeyColumnNeeds): FindKeyColumn {
  const itemOf = (cell: string): ListedItem | null => {
    const read = reader.read(cell);
    return read.kind === 'items' && read.items.length === 1 ? (read.items[0] ?? null) : null;
  };
  return (heads, rows) => {
    const width = Math.max(heads?.length ?? 0, ...rows.map(({ length }) => length));
    const columns = Array.from({ length: width }, (_, nth) =>
      rows.map((row) => row[nth] ?? '').filter((cell) => cell.trim() !== ''),
    );
    const holding = (is: (cell: string) => boolean): number | null => {
      let best: { readonly nth: number; readonly found: number } | null = null;
      for (const [nth, cells] of columns.entries()) {
        const found = cells.filter(is).length;
        if (found > 0 && found >= cells.length * share && found > (best?.found ?? 0)) best = { nth, found };
      }
      return best?.nth ?? null;
    };
    const isKind = (kind: ListedItem['kind']) => (cell: string) => itemOf(cell)?.kind === kind;
    const isId = isKind('id');
    const names = heads ?? [];
    const named = names.some(isIdHeading) ? isIdHeading : isNumberHeading;
    const shape = {
      separator: ',',
      cells: width,
      named: names.flatMap((name, nth) => (named(name) ? [nth] : [])),
      rows,
      hasHeading: heads !== null,
    };
    const isCertainId = (cell: string) => {
      const item = itemOf(cell);
      return item?.kind === 'id' && isCertain(item);
    };
    const ids = idColumnsOf(shape, { hasId: isId, hasCertainId: isCertainId }, true).find(
      (nth) => (columns[nth] ?? []).filter(isId).length >= Math.max(1, (columns[nth]?.length ?? 0) * share),
    );
    const headed = names.findIndex((name) => usernameHeading.test(name.trim()));
    return (
      ids ??
      holding(isKind('address')) ??
      (headed < 0 ? null : headed) ??
      holding(isUsername) ??
      holding(isKind('number')) ??
      null
    );
  };
}
