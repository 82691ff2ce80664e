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
  | { readonly as: 'csv'; readonly withLocalTime: boolean }
  | { readonly as: 'vcard' }
  | { readonly as: 'addresses' }
  | { readonly as: 'ids' }
  | { readonly as: 'text'; readonly columns: readonly TableColumn[] };

/** `at`: when local times are taken, in milliseconds since 1970-01-01T00:00Z. */
export type Writing = { readonly order: Order; readonly format: WritingFormat; readonly at: number };

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
    format.as === 'csv' ? csvHead(format.withLocalTime) : format.as === 'text' ? textHead(format.columns) : '';

  const recordOf = ({ key, role, team, managers }: PersonRow): ExportRecord | null => {
    const stored = userOf(key);
    return stored === null ? null : { ...stored, role, team, managers };
  };

  const vcard = (row: PersonRow): string => {
    const record = recordOf(row);
    return record === null ? '' : loadedVcard()(record);
  };

  const linesOf = (part: Order, { format, at }: Writing): string[] => {
    switch (format.as) {
      case 'csv':
        return csvPeople(part).map(csvOf(format.withLocalTime ? at : null));
      case 'vcard':
        return rowsOf(part).map(vcard);
      case 'addresses':
        return rowsOf(part).map(recipientLine);
      case 'ids':
        return rowsOf(part).map(({ id }) => `${id}\n`);
      case 'text':
        return rowsOf(part).map((row) => textOf(row, format.columns, at));
    }
  };

  return (writing: Writing, from: number): WrittenPart => {
    const part = writing.order.subarray(from, from + aPart);
    const text = linesOf(part, writing).join('');
    return { text: (from === 0 ? heads(writing.format) : '') + text, done: from + part.length };
  };
}
