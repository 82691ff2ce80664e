/** Reads lists for tests, in a directory whose ids look like `u-10001`. */
import { createFindKeyColumn } from '../../../electron/check/key-column.ts';
import type { ListTable } from '../../../electron/check/list-kinds.ts';
import { readList } from '../../../electron/check/read-list.ts';
import { createRowReader } from '../../../electron/check/row-text.ts';
import { ownFormOf } from '../../../electron/pasted/own-form.ts';
import type { Whose } from '../../../electron/pasted/whose.ts';
import type { ListRow } from '../../../electron/storage/checks-table.ts';

const known = Array.from({ length: 40 }, (_, nth) => `u-${10_001 + nth}`);
export const ours: Whose = {
  server: 'https://api.example.com',
  isKnown: (id) => known.includes(id),
  ownForm: ownFormOf(known),
  hasBareUuids: false,
};

export const reader = createRowReader(ours);
const keyColumnOf = createFindKeyColumn({
  reader,
  isCertain: () => true,
  isUsername: (text) => /^[a-z]+\.[a-z]+$/.test(text),
});

export type Read = { readonly table: ListTable | null; readonly rows: readonly ListRow[] };

export async function readAll(text: string): Promise<Read> {
  const { table, parts } = await readList(text, { reader, keyColumnOf });
  const rows: ListRow[] = [];
  for await (const part of parts) rows.push(...part.rows);
  return { table, rows };
}
