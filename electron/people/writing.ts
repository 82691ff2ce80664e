/** People of a snapshot as text, a part at a time, so that nothing has to wait for all of them. */
import type { TableColumn } from '../../contract/table.ts';
import { loadedVcard } from '../export/load-vcard.ts';
import { recipientLine } from '../export/people-addresses.ts';
import { csvHead, csvOf } from '../export/people-csv.ts';
import { textHead, textOf } from '../export/people-text.ts';
import type { ExportRecord } from '../export/record.ts';
import type { createCsvPeople, UserOf } from './csv-people.ts';
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
  readonly csvPeople: ReturnType<typeof createCsvPeople>;
  readonly userOf: UserOf;
};

/** Half of them take about as long as a frame; fewer would be bound by the asking. */
const aPart = 500;

export function createWriting({ rowsOf, csvPeople, userOf }: WritingNeeds) {
  const heads = (format: WritingFormat): string =>
    format.as === 'csv' ? csvHead : format.as === 'text' ? textHead(format.columns) : '';

  const recordOf = ({ key, role, team, managers }: PersonRow): ExportRecord | null => {
    const stored = userOf(key);
    return stored === null ? null : { ...stored, role, team, managers };
  };

  const vcard = (row: PersonRow): string => {
    const record = recordOf(row);
    return record === null ? '' : loadedVcard()(record);
  };

  const linesOf = (part: Order, format: WritingFormat): string[] => {
    switch (format.as) {
      case 'csv':
        return csvPeople(part).map(csvOf);
      case 'vcard':
        return rowsOf(part).map(vcard);
      case 'addresses':
        return rowsOf(part).map(recipientLine);
      case 'ids':
        return rowsOf(part).map(({ id }) => `${id}\n`);
      case 'text':
        return rowsOf(part).map((row) => textOf(row, format.columns));
    }
  };

  return (order: Order, format: WritingFormat, from: number): WrittenPart => {
    const part = order.subarray(from, from + aPart);
    const text = linesOf(part, format).join('');
    return { text: (from === 0 ? heads(format) : '') + text, done: from + part.length };
  };
}
