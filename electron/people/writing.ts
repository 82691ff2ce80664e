/** People of a snapshot as text, a part at a time, so that nothing has to wait for all of them. */
import type { TableColumn } from '../../contract/table.ts';
import { loadedVcard } from '../export/load-vcard.ts';
import { recipientLine } from '../export/people-addresses.ts';
import { csvHead, csvOf } from '../export/people-csv.ts';
import { textHead, textOf } from '../export/people-text.ts';
import type { ExportRecord } from '../export/record.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Order } from './order.ts';
import type { PersonRow } from './rows.ts';

export type WritingFormat =
  | { readonly as: 'csv' }
  | { readonly as: 'vcard' }
  | { readonly as: 'addresses' }
  | { readonly as: 'ids' }
  | { readonly as: 'text'; readonly columns: readonly TableColumn[] };

/** `done`: how many people have been written with this part; all of them: it was the last. */
export type WrittenPart = { readonly text: string; readonly done: number };

export type WritingNeeds = {
  readonly rowsOf: (order: Order) => PersonRow[];
  /** Everything that is stored of a person; null for one who is not. */
  readonly userOf: (key: PersonKey) => Pick<ExportRecord, 'user' | 'fetchedAt' | 'notFoundSince'> | null;
};

/** Half of them take about as long as a frame; fewer would be bound by the asking. */
const aPart = 500;

export function createWriting({ rowsOf, userOf }: WritingNeeds) {
  const heads = (format: WritingFormat): string =>
    format.as === 'csv' ? csvHead : format.as === 'text' ? textHead(format.columns) : '';

  const recordOf = ({ key, role, team, managers }: PersonRow): ExportRecord | null => {
    const stored = userOf(key);
    return stored === null ? null : { ...stored, role, team, managers };
  };

  const written = (row: PersonRow, format: WritingFormat): string => {
    if (format.as === 'text') return textOf(row, format.columns);
    if (format.as === 'addresses') return recipientLine(row);
    if (format.as === 'ids') return `${row.id}\n`;
    const record = recordOf(row);
    if (record === null) return '';
    return format.as === 'csv' ? csvOf(record) : loadedVcard()(record);
  };

  return (order: Order, format: WritingFormat, from: number): WrittenPart => {
    const part = order.subarray(from, from + aPart);
    const text = rowsOf(part).map((row) => written(row, format));
    return { text: (from === 0 ? heads(format) : '') + text.join(''), done: from + part.length };
  };
}
